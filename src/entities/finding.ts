import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';
import type { Relation } from 'typeorm';
import type { CellAddress } from '../format/form.js';
import type { BrokenRelation, Fault, Repair, Severity } from '../format/report.js';
import { decimal } from './columns.js';
import { Explanation } from './explanation.js';
import { Report } from './report.js';
import { Waiver } from './waiver.js';

/** What a check or the reader found in a report. */
@Entity('finding')
@Unique(['reportId', 'ordinal'])
@Index('finding_check_code_index', ['checkCode', 'reportId'])
@Index('finding_severity_index', ['severity', 'reportId'])
@Index('finding_explanation_id_index', ['explanationId'], { where: 'explanation_id is not null' })
@Index('finding_waiver_id_index', ['waiverId'], { where: 'waiver_id is not null' })
@Check('finding_severity_check', 'severity is known')
@Check('finding_fault_check', 'fault is known')
export class Finding {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column('bigint')
  reportId!: string;

  @Column('integer')
  ordinal!: number;

  @Column('text')
  checkCode!: string;

  @Column('text')
  severity!: Severity;

  @Column('text')
  messageZh!: string;

  @Column('text')
  messageEn!: string;

  @Column('numeric', { nullable: true, transformer: decimal })
  leftValue!: string | null;

  @Column('numeric', { nullable: true, transformer: decimal })
  rightValue!: string | null;

  /** left_value − right_value. */
  @Column('numeric', { nullable: true, transformer: decimal })
  difference!: string | null;

  @Column('jsonb')
  breaks!: BrokenRelation[];

  @Column('jsonb')
  cells!: CellAddress[];

  @Column('jsonb')
  repair!: Repair[];

  @Column('text', { nullable: true })
  fault!: Fault | null;

  @Column('text', { nullable: true })
  cause!: string | null;

  /** What a person says of it. */
  @Column('bigint', { nullable: true })
  explanationId!: string | null;

  @ManyToOne(() => Explanation, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'explanation_id' })
  explanation?: Relation<Explanation> | null;

  /** Why it does not keep the report from being accepted. */
  @Column('bigint', { nullable: true })
  waiverId!: string | null;

  @ManyToOne(() => Waiver, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'waiver_id' })
  waiver?: Relation<Waiver> | null;

  @ManyToOne(() => Report, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'report_id' })
  report?: Relation<Report>;
}
