import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Who did what and when. A trigger refuses to change or remove an entry; nothing refers to what it is about. */
@Entity('audit_entry')
@Index('audit_entry_subject_index', ['subject', 'id'])
export class AuditEntry {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;

  /** Name of the person, or of the program where nobody asked for it. */
  @Column('text')
  author!: string;

  /** The account, where somebody was signed in. */
  @Column('bigint', { nullable: true })
  accountId!: string | null;

  /** Network address that it came from. */
  @Column('text', { nullable: true })
  address!: string | null;

  /** False for what was refused. */
  @Column('boolean', { default: true })
  succeeded!: boolean;

  /** E.g. CORRECT_CELL. */
  @Column('text')
  act!: string;

  /** E.g. `report:17`. */
  @Column('text')
  subject!: string;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('jsonb', { nullable: true })
  before!: unknown;

  @Column('jsonb', { nullable: true })
  after!: unknown;
}
