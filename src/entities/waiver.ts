import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { Report } from './report.js';

/** Why a report may be accepted although a finding stands; it outlives the finding's row as long as its figures stay. */
@Entity('waiver')
@Index('waiver_live_index', ['reportId', 'findingKey'], {
  unique: true,
  where: 'dropped_at is null',
})
export class Waiver {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column('bigint')
  reportId!: string;

  @Column('text')
  checkCode!: string;

  /** As of an explanation. */
  @Column('text')
  findingKey!: string;

  @Column('text')
  reason!: string;

  /** Name of the person who approved it. */
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
