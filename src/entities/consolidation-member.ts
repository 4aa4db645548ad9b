import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { Agency } from './agency.js';
import { Consolidation } from './consolidation.js';
import { Report } from './report.js';

/** What a member gave to a consolidated report. */
@Entity('consolidation_member')
@Index('consolidation_member_agency_id_index', ['agencyId'])
@Index('consolidation_member_member_report_id_index', ['memberReportId'])
export class ConsolidationMember {
  @PrimaryColumn('bigint')
  reportId!: string;

  @PrimaryColumn('bigint')
  agencyId!: string;

  /** Null where it was missing and that was overridden. */
  @Column('bigint', { nullable: true })
  memberReportId!: string | null;

  /** By `addressKey` as they counted; null: none stated; a cell that is not listed gave 0. */
  @Column('jsonb')
  figures!: Record<string, string | null>;

  @ManyToOne(() => Consolidation, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'report_id' })
  consolidation?: Relation<Consolidation>;

  @ManyToOne(() => Agency, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'agency_id' })
  agency?: Relation<Agency>;

  @ManyToOne(() => Report, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'member_report_id' })
  memberReport?: Relation<Report> | null;
}
