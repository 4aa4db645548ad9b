import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { Report } from './report.js';
import type { ReportStatus } from './vocabulary.js';

/** What a report's status was before; a trigger writes it, whoever changes the status. */
@Entity('report_status_past')
export class ReportStatusPast {
  @PrimaryColumn('bigint')
  reportId!: string;

  @Column('text')
  status!: ReportStatus;

  @Column('timestamptz')
  since!: Date;

  @PrimaryColumn('timestamptz')
  until!: Date;

  @ManyToOne(() => Report, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'report_id' })
  report?: Relation<Report>;
}
