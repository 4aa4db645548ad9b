import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { Region } from './region.js';

/** What an abolished region became. */
@Entity('region_successor')
@Index('region_successor_successor_code_index', ['successorCode'])
export class RegionSuccessor {
  @PrimaryColumn('text')
  regionCode!: string;

  @PrimaryColumn('text')
  successorCode!: string;

  @ManyToOne(() => Region, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'region_code' })
  region?: Relation<Region>;

  @ManyToOne(() => Region, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'successor_code' })
  successor?: Relation<Region>;
}
