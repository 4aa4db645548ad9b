import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A link of the chain over the audit log. A trigger refuses to change or remove one. */
@Entity('audit_seal')
@Unique(['entryId'])
@Check('audit_seal_position_check', 'counts from 1')
@Check('audit_seal_hash_check', 'a SHA-256')
export class AuditSeal {
  @PrimaryColumn('bigint')
  position!: string;

  @Column('bigint')
  entryId!: string;

  /** Of the hash before it and the entry. */
  @Column('text')
  hash!: string;

  @Column('timestamptz', { default: () => 'now()' })
  sealedAt!: Date;
}
