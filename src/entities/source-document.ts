import { Check, Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** A published file as it was read, kept byte for byte. */
@Entity('source_document')
@Unique(['sha256'])
@Check('source_document_sha256_check', 'sha256 is 64 hex digits')
export class SourceDocument {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  /** Lower-case hex. */
  @Column('text', { name: 'sha256' })
  sha256!: string;

  @Column('text')
  fileName!: string;

  @Column('text')
  mediaType!: string;

  @Column('text', { nullable: true })
  url!: string | null;

  @Column('integer')
  byteLength!: number;

  @Column('bytea', { select: false })
  bytes!: Buffer;

  @Column('timestamptz', { default: () => 'now()' })
  storedAt!: Date;

  /** When the program itself fetched it from `url`; null for a file that was handed in. */
  @Column('timestamptz', { nullable: true })
  fetchedAt!: Date | null;

  /** Headers of the answer it came in, by lower-case name. */
  @Column('jsonb', { nullable: true })
  fetchHeaders!: Readonly<Record<string, string>> | null;
}
