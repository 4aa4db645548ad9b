import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { count } from './columns.js';
import { Report } from './report.js';

/** A printed row of table three: `received`, `carriedIn`, the outcomes, `completed`, `carriedOut`. */
@Entity('request_row')
export class RequestRow {
  @PrimaryColumn('bigint')
  reportId!: string;

  @PrimaryColumn('smallint')
  ordinal!: number;

  /** That of the report: the table is partitioned by it. */
  @PrimaryColumn('smallint')
  year!: number;

  @Column('text')
  row!: string;

  @Column('bigint', { nullable: true, transformer: count })
  naturalPerson!: number | null;

  @Column('bigint', { nullable: true, transformer: count })
  businessEnterprise!: number | null;

  @Column('bigint', { nullable: true, transformer: count })
  researchInstitution!: number | null;

  @Column('bigint', { nullable: true, transformer: count })
  publicInterestOrganization!: number | null;

  @Column('bigint', { nullable: true, transformer: count })
  legalServiceAgency!: number | null;

  @Column('bigint', { nullable: true, transformer: count })
  otherOrganization!: number | null;

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
