import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { Agency } from './agency.js';
import { Sector } from './sector.js';

/** A sector of an agency; ordinal 1 is its primary one. */
@Entity('agency_sector')
@Index('agency_sector_sector_code_index', ['sectorCode', 'agencyId'])
export class AgencySector {
  @PrimaryColumn('bigint')
  agencyId!: string;

  @PrimaryColumn('text')
  sectorCode!: string;

  @Column('integer')
  ordinal!: number;

  @ManyToOne(() => Agency, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'agency_id' })
  agency?: Relation<Agency>;

  @ManyToOne(() => Sector)
  @JoinColumn({ name: 'sector_code' })
  sector?: Relation<Sector>;
}
