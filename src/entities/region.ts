import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import type { RegionLevel } from './vocabulary.js';

/** A place of GB/T 2260 (6 digits) or GB/T 10114 (9 digits); 000000 is the country. */
@Entity('region')
@Index('region_parent_code_index', ['parentCode'])
@Index('region_level_code_index', ['level', 'code'])
@Index('region_search_name_index', { synchronize: false })
@Check('region_level_check', 'level is known')
export class Region {
  @PrimaryColumn('text')
  code!: string;

  /** 周口市 */
  @Column('text')
  name!: string;

  /** 河南省周口市 */
  @Column('text')
  fullName!: string;

  @Column('text')
  level!: RegionLevel;

  /** Null for the country and for the fictional province. */
  @Column('text', { nullable: true })
  parentCode!: string | null;

  /** The region itself or its ancestor of that level; null where the level is skipped. */
  @Column('text', { nullable: true })
  provinceCode!: string | null;

  @Column('text', { nullable: true })
  prefectureCode!: string | null;

  @Column('text', { nullable: true })
  countyCode!: string | null;

  @Column('date', { nullable: true })
  validFrom!: string | null;

  /** The day it was abolished or got another code; null while it exists. */
  @Column('date', { nullable: true })
  validUntil!: string | null;

  @Column('boolean', { default: false })
  fictional!: boolean;

  /** Full name as it is searched: folded to simplified, narrow, lower case. */
  @Column('text')
  searchName!: string;

  @ManyToOne(() => Region)
  @JoinColumn({ name: 'parent_code' })
  parent?: Relation<Region> | null;
}
