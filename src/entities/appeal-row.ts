import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { count } from './columns.js';
import { Report } from './report.js';
import type { AppealRowName } from './vocabulary.js';

/** A row of table four. */
@Entity('appeal_row')
@Check('appeal_row_row_check', 'row is known')
export class AppealRow {
  @PrimaryColumn('bigint')
  reportId!: string;

  @PrimaryColumn('smallint')
  ordinal!: number;

  /** That of the report: the table is partitioned by it. */
  @PrimaryColumn('smallint')
  year!: number;

  @Column('text')
  row!: AppealRowName;

  @Column('bigint', { nullable: true, transformer: count })
  upheld!: number | null;

  @Column('bigint', { nullable: true, transformer: count })
  corrected!: number | null;

  @Column('bigint', { nullable: true, transformer: count })
  otherResult!: number | null;

  @Column('bigint', { nullable: true, transformer: count })
  pending!: number | null;

  /** 总计 as printed, not computed. */
  @Column('bigint', { nullable: true, transformer: count })
  total!: number | null;

  @ManyToOne(() => Report, { onDelete: 'CASCADE', onUpdate: 'CASCADE' })
  @JoinColumn([
    { name: 'report_id', referencedColumnName: 'id' },
    { name: 'year', referencedColumnName: 'year' },
  ])
  report?: Relation<Report>;
}
