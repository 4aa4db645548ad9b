import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import type { Edition } from '../format/form.js';
import { count, decimal } from './columns.js';
import { Report } from './report.js';

/** A printed row of table two, in the edition of its block; columns that the block does not print are null. */
@Entity('active_disclosure_row')
@Check('active_disclosure_row_edition_check', 'edition is known')
export class ActiveDisclosureRow {
  @PrimaryColumn('bigint')
  reportId!: string;

  @PrimaryColumn('smallint')
  ordinal!: number;

  /** That of the report: the table is partitioned by it. */
  @PrimaryColumn('smallint')
  year!: number;

  /** `regulations`, `normativeDocuments`, `licensingDecisions` … (2019: `licensing`, `procurement` …). */
  @Column('text')
  row!: string;

  @Column('text')
  edition!: Edition;

  @Column('bigint', { nullable: true, transformer: count })
  issued!: number | null;

  @Column('bigint', { nullable: true, transformer: count })
  repealed!: number | null;

  @Column('bigint', { nullable: true, transformer: count })
  inForce!: number | null;

  @Column('bigint', { nullable: true, transformer: count })
  produced!: number | null;

  @Column('bigint', { nullable: true, transformer: count })
  disclosed!: number | null;

  @Column('bigint', { nullable: true, transformer: count })
  totalDisclosed!: number | null;

  @Column('bigint', { nullable: true, transformer: count })
  itemsLastYear!: number | null;

  /** Signed. */
  @Column('bigint', { nullable: true, transformer: count })
  change!: number | null;

  @Column('bigint', { nullable: true, transformer: count })
  decisions!: number | null;

  /** In 万元 (10,000 yuan). */
  @Column('numeric', { precision: 24, scale: 6, nullable: true, transformer: decimal })
  amountWan!: string | null;

  @Column('bigint', { nullable: true, transformer: count })
  projects!: number | null;

  @Column('numeric', { precision: 24, scale: 2, nullable: true, transformer: decimal })
  amountYuan!: string | null;

  @ManyToOne(() => Report, { onDelete: 'CASCADE', onUpdate: 'CASCADE' })
  @JoinColumn([
    { name: 'report_id', referencedColumnName: 'id' },
    { name: 'year', referencedColumnName: 'year' },
  ])
  report?: Relation<Report>;
}
