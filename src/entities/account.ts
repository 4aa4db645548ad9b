import { Check, Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** A person or program that may sign in. */
@Entity('account')
@Unique(['name'])
@Unique(['issuer', 'subject'])
@Check('account_check', 'issuer and subject go together')
export class Account {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  /** What one signs in with, in lower case. */
  @Column('text')
  name!: string;

  /** What is shown of the person beside what they did. */
  @Column('text')
  displayName!: string;

  /** scrypt with its parameters; null where the account comes from an OpenID Connect provider. */
  @Column('text', { nullable: true })
  passwordHash!: string | null;

  /** Somebody else chose the password: no role counts until it is changed. */
  @Column('boolean', { default: false })
  mustChangePassword!: boolean;

  @Column('text', { nullable: true })
  issuer!: string | null;

  @Column('text', { nullable: true })
  subject!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  disabledAt!: Date | null;
}
