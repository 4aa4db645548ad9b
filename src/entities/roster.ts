import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { Region } from './region.js';

/** Who must report to the government of a region for a year; the members stand in `roster_member`. */
@Entity('roster')
@Check('roster_year_check', 'a year')
export class Roster {
  @PrimaryColumn('text')
  regionCode!: string;

  @PrimaryColumn('smallint')
  year!: number;

  /** The office's own date for departments; null: 31 January, as art. 49 says. */
  @Column('date', { nullable: true })
  departmentsBy!: string | null;

  /** The office's own date for governments; null: 31 March. */
  @Column('date', { nullable: true })
  governmentsBy!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  madeAt!: Date;

  @ManyToOne(() => Region)
  @JoinColumn({ name: 'region_code' })
  region?: Relation<Region>;
}
