import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
} from 'typeorm';
import type { Relation } from 'typeorm';
import { Account } from './account.js';
import { Agency } from './agency.js';
import { Region } from './region.js';
import type { Role } from './vocabulary.js';

/** What an account may do where; everywhere where neither region nor agency is named. */
@Entity('role_grant')
@Index('role_grant_once_index', { synchronize: false })
@Index('role_grant_agency_id_index', ['agencyId'])
@Check('role_grant_role_check', 'role is known')
@Check('role_grant_check', 'a region or an agency')
@Check('role_grant_check1', 'a submitter has an agency')
export class RoleGrant {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column('bigint')
  accountId!: string;

  @Column('text')
  role!: Role;

  @Column('text', { nullable: true })
  regionCode!: string | null;

  @Column('bigint', { nullable: true })
  agencyId!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  grantedAt!: Date;

  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id' })
  account?: Relation<Account>;

  @ManyToOne(() => Region)
  @JoinColumn({ name: 'region_code' })
  region?: Relation<Region> | null;

  @ManyToOne(() => Agency, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'agency_id' })
  agency?: Relation<Agency> | null;
}
