import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { Report } from './report.js';

/** A section of the report's text: 1 to 6 for those of the form, further ones count on. */
@Entity('report_section')
export class ReportSection {
  @PrimaryColumn('bigint')
  reportId!: string;

  @PrimaryColumn('smallint')
  ordinal!: number;

  @Column('text')
  heading!: string;

  @Column('text')
  text!: string;

  @ManyToOne(() => Report, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'report_id' })
  report?: Relation<Report>;
}
