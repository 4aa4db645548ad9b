import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import type { Edition } from '../format/form.js';
import type { ReportScope, Statement } from '../format/report.js';
import type { StoredCells } from './packed-cells.js';
import { Report } from './report.js';

/** A check's result as stored; the shape of `CheckResult` in checks. */
export interface StoredCheckResult {
  check: string;
  status: 'PASS' | 'FAIL' | 'NOT_ASSESSABLE';
  reason: { ZH: string; EN: string } | null;
}

/** What the document itself says, where a manifest may have overruled it, and how the findings are parted. */
export interface DocumentFacts {
  year: number | null;
  scope: ReportScope | null;
  publishedOn: string | null;
  unifiedSocialCreditCode: string | null;
  /** Of the report's findings by ordinal: first so many of the reader, then so many of filing, the rest of the checks. */
  readerFindings: number;
  filingFindings: number;
  /** How many personal data the whole document holds; left out where there are none. */
  personalData?: number;
}

/** What stands behind a report's figures: every cell with its place in the source, and the results of the checks. */
@Entity('report_evidence')
export class ReportEvidence {
  @PrimaryColumn('bigint')
  reportId!: string;

  @Column('jsonb')
  cells!: StoredCells;

  @Column('jsonb')
  checkResults!: StoredCheckResult[];

  @Column('jsonb')
  blockEditions!: Record<string, Edition>;

  @Column('jsonb')
  statements!: Statement[];

  @Column('jsonb')
  facts!: DocumentFacts;

  /** Years that the statistics period and the title name. */
  @Column('smallint', { nullable: true })
  periodYear!: number | null;

  @Column('smallint', { nullable: true })
  titleYear!: number | null;

  @ManyToOne(() => Report, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'report_id' })
  report?: Relation<Report>;
}
