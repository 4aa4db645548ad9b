import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
} from 'typeorm';
import type { Relation } from 'typeorm';
import type { CellAddress } from '../format/form.js';
import type { ReportScope } from '../format/report.js';
import { decimal } from './columns.js';
import { Report } from './report.js';

/** A cell, the agency, year and scope, or the whole report, typed in from a document without text. */
export type CorrectionKind = 'CELL' | 'IDENTITY' | 'ENTRY';

/** What a report is filed under. */
export interface ReportIdentity {
  agencyId: string;
  year: number;
  scope: ReportScope;
}

/** What a person corrected in a report; rows are only added, the newest one of a cell is in force. */
@Entity('correction')
@Index('correction_report_id_index', ['reportId', 'id'])
@Index('correction_identity_index', ['reportId'], { where: `kind = 'IDENTITY'` })
@Check('correction_kind_check', 'kind is known')
@Check('correction_check', 'a cell with what was typed for CELL alone')
@Check('correction_check1', 'identities for IDENTITY alone')
export class Correction {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column('bigint')
  reportId!: string;

  @Column('text')
  kind!: CorrectionKind;

  @Column('jsonb', { nullable: true })
  cell!: CellAddress | null;

  /** The number as the person typed it, as the document prints it. */
  @Column('text', { nullable: true })
  typed!: string | null;

  @Column('numeric', { nullable: true, transformer: decimal })
  fromValue!: string | null;

  @Column('numeric', { nullable: true, transformer: decimal })
  toValue!: string | null;

  @Column('jsonb', { nullable: true })
  fromIdentity!: ReportIdentity | null;

  @Column('jsonb', { nullable: true })
  toIdentity!: ReportIdentity | null;

  /** Name of the person. */
  @Column('text')
  author!: string;

  @Column('text')
  reason!: string;

  @Column('timestamptz', { default: () => 'now()' })
  madeAt!: Date;

  @ManyToOne(() => Report, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'report_id' })
  report?: Relation<Report>;
}
