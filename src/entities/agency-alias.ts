import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { Agency } from './agency.js';

/** Another name under which an agency's reports are found. */
@Entity('agency_alias')
@Index('agency_alias_normalised_index', ['normalised'])
export class AgencyAlias {
  @PrimaryColumn('bigint')
  agencyId!: string;

  @PrimaryColumn('text')
  alias!: string;

  @Column('text')
  normalised!: string;

  /** First letters of the alias as it is spoken. */
  @Column('text', { default: '' })
  initials!: string;

  /** Report years in which it was seen; null where no report told it. */
  @Column('smallint', { nullable: true })
  firstYear!: number | null;

  @Column('smallint', { nullable: true })
  lastYear!: number | null;

  @ManyToOne(() => Agency, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'agency_id' })
  agency?: Relation<Agency>;
}
