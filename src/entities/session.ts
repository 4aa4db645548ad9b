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

/** A sign-in under way. */
@Entity('session')
@Unique(['secretHash'])
@Index('session_account_id_index', ['accountId'])
export class Session {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column('bigint')
  accountId!: string;

  /** SHA-256 of what the client shows. */
  @Column('text')
  secretHash!: string;

  @Column('text', { nullable: true })
  address!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  /** The last request, to the minute. */
  @Column('timestamptz', { default: () => 'now()' })
  seenAt!: Date;

  /** The end however busy it is. */
  @Column('timestamptz')
  expiresAt!: Date;

  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id' })
  account?: Relation<Account>;
}
