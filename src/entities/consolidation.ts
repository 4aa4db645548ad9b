import { Column, Entity, Index, JoinColumn, ManyToOne, OneToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { Region } from './region.js';
import { Report } from './report.js';

/** How a consolidated report was added up from its members' reports. */
@Entity('consolidation')
@Index('consolidation_region_code_index', ['regionCode'])
export class Consolidation {
  @PrimaryColumn('bigint')
  reportId!: string;

  @Column('text')
  regionCode!: string;

  /** With the members' reports as they stood then; null: when it was made. */
  @Column('timestamptz', { nullable: true })
  asOf!: Date | null;

  @Column('timestamptz', { default: () => 'now()' })
  madeAt!: Date;

  /** Name of the person. */
  @Column('text')
  author!: string;

  @OneToOne(() => Report, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'report_id' })
  report?: Relation<Report>;

  @ManyToOne(() => Region)
  @JoinColumn({ name: 'region_code' })
  region?: Relation<Region>;
}
