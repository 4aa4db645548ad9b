import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { Agency } from './agency.js';
import { Consolidation } from './consolidation.js';

/** Why a report was added up although a member was missing or failed A1 to A4. */
@Entity('consolidation_override')
@Index('consolidation_override_agency_id_index', ['agencyId'])
@Check('consolidation_override_problem_check', 'problem is known')
export class ConsolidationOverride {
  @PrimaryColumn('bigint')
  reportId!: string;

  @PrimaryColumn('bigint')
  agencyId!: string;

  @PrimaryColumn('text')
  problem!: 'MISSING' | 'FAILS_CHECKS';

  @Column('text')
  reason!: string;

  /** Name of the person. */
  @Column('text')
  author!: string;

  @ManyToOne(() => Consolidation, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'report_id' })
  consolidation?: Relation<Consolidation>;

  @ManyToOne(() => Agency, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'agency_id' })
  agency?: Relation<Agency>;
}
