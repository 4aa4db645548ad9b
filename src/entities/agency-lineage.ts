import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { Agency } from './agency.js';
import type { LineageKind } from './vocabulary.js';

/** An agency that was renamed, merged or split into another; each stays an agency of its own. */
@Entity('agency_lineage')
@Index('agency_lineage_successor_id_index', ['successorId'])
@Check('agency_lineage_kind_check', 'kind is known')
@Check('agency_lineage_check', 'predecessor differs from successor')
export class AgencyLineage {
  @PrimaryColumn('bigint')
  predecessorId!: string;

  @PrimaryColumn('bigint')
  successorId!: string;

  @Column('date', { nullable: true })
  effectiveOn!: string | null;

  @Column('text')
  kind!: LineageKind;

  @ManyToOne(() => Agency, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'predecessor_id' })
  predecessor?: Relation<Agency>;

  @ManyToOne(() => Agency, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'successor_id' })
  successor?: Relation<Agency>;
}
