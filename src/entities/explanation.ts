import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { Report } from './report.js';

/** What the responsible person says of a finding; it outlives the finding's row as long as its figures stay. */
@Entity('explanation')
@Index('explanation_live_index', ['reportId', 'findingKey'], {
  unique: true,
  where: 'dropped_at is null',
})
export class Explanation {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column('bigint')
  reportId!: string;

  @Column('text')
  checkCode!: string;

  /** Tells check, cells with their values, and both sides: by it the explanation finds its finding again. */
  @Column('text')
  findingKey!: string;

  @Column('text')
  text!: string;

  /** The finding is held to be no fault. */
  @Column('boolean')
  dismissed!: boolean;

  /** Name of the person. */
  @Column('text')
  author!: string;

  @Column('timestamptz', { default: () => 'now()' })
  madeAt!: Date;

  /** When another took its place or its figures changed; null while it stands. */
  @Column('timestamptz', { nullable: true })
  droppedAt!: Date | null;

  @ManyToOne(() => Report, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'report_id' })
  report?: Relation<Report>;
}
