import {
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';
import type { Relation } from 'typeorm';
import { Account } from './account.js';

/** What a program shows in place of a sign-in. */
@Entity('api_token')
@Unique(['secretHash'])
@Index('api_token_account_id_index', ['accountId'])
export class ApiToken {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column('bigint')
  accountId!: string;

  /** What its owner calls it. */
  @Column('text')
  label!: string;

  /** SHA-256 of what the program shows. */
  @Column('text')
  secretHash!: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  /** The last request, to the minute. */
  @Column('timestamptz', { nullable: true })
  usedAt!: Date | null;

  @Column('timestamptz')
  expiresAt!: Date;

  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id' })
  account?: Relation<Account>;
}
