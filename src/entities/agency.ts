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
import { Region } from './region.js';
import type { AgencyKind, RegionLevel } from './vocabulary.js';

/** An organ that reports: what it is and where it belongs today. */
@Entity('agency')
@Unique(['unifiedSocialCreditCode'])
@Index('agency_name_region_index', { synchronize: false })
@Index('agency_region_code_name_index', { synchronize: false })
@Index('agency_consolidates_into_index', ['consolidatesInto'])
@Index('agency_province_code_index', ['provinceCode'])
@Index('agency_prefecture_code_index', ['prefectureCode'])
@Index('agency_county_code_index', ['countyCode'])
@Check('agency_kind_check', 'kind is known')
@Check('agency_level_check', 'level is known')
export class Agency {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column('text')
  name!: string;

  /** The name as agencies are matched by: simplified, narrow, without spaces. Unique within a region. */
  @Column('text')
  normalisedName!: string;

  /** First letters of the name as it is spoken: zksgaj of 周口市公安局. */
  @Column('text', { default: '' })
  initials!: string;

  /** 统一社会信用代码, GB 32100. */
  @Column('text', { nullable: true })
  unifiedSocialCreditCode!: string | null;

  @Column('text')
  kind!: AgencyKind;

  /** Level of the government it is an organ of; null where undecided. */
  @Column('text', { nullable: true })
  level!: RegionLevel | null;

  /** Where it is located; null where undecided. */
  @Column('text', { nullable: true })
  regionCode!: string | null;

  /** The region whose government consolidates its report; null for organs of a national system. */
  @Column('text', { nullable: true })
  consolidatesInto!: string | null;

  /** Copied from the region. */
  @Column('text', { nullable: true })
  provinceCode!: string | null;

  @Column('text', { nullable: true })
  prefectureCode!: string | null;

  @Column('text', { nullable: true })
  countyCode!: string | null;

  /** True where an import made it and no person has confirmed its kind, level and region. */
  @Column('boolean', { default: false })
  inferred!: boolean;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @ManyToOne(() => Region)
  @JoinColumn({ name: 'region_code' })
  region?: Relation<Region> | null;

  @ManyToOne(() => Region)
  @JoinColumn({ name: 'consolidates_into' })
  consolidatingRegion?: Relation<Region> | null;
}
