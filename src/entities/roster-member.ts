import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import type { ReportScope } from '../format/report.js';
import { Agency } from './agency.js';
import { Roster } from './roster.js';

/** An agency that must report, and how its report counts. */
@Entity('roster_member')
@Index('roster_member_agency_id_index', ['agencyId'])
@Index('roster_member_reports_to_index', ['reportsTo'])
@Index('roster_member_counted_in_index', ['countedIn'])
@Check('roster_member_scope_check', 'scope is known')
@Check('roster_member_check', 'counted in another member')
export class RosterMember {
  @PrimaryColumn('text')
  regionCode!: string;

  @PrimaryColumn('smallint')
  year!: number;

  @PrimaryColumn('bigint')
  agencyId!: string;

  /** ORGAN for a department, REGION_CONSOLIDATED for a county that hands in its own consolidated report. */
  @Column('text')
  scope!: ReportScope;

  /** Whom it reports to; null: the office of the region's own government. */
  @Column('bigint', { nullable: true })
  reportsTo!: string | null;

  /** The member whose consolidated report holds this one's figures; such a member is compared, never added. */
  @Column('bigint', { nullable: true })
  countedIn!: string | null;

  /** Its own date; null: that of the roster. */
  @Column('date', { nullable: true })
  dueOn!: string | null;

  @ManyToOne(() => Roster, { onDelete: 'CASCADE' })
  @JoinColumn([
    { name: 'region_code', referencedColumnName: 'regionCode' },
    { name: 'year', referencedColumnName: 'year' },
  ])
  roster?: Relation<Roster>;

  @ManyToOne(() => Agency, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'agency_id' })
  agency?: Relation<Agency>;

  @ManyToOne(() => Agency, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'reports_to' })
  superior?: Relation<Agency> | null;

  @ManyToOne(() => Agency, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'counted_in' })
  holder?: Relation<Agency> | null;
}
