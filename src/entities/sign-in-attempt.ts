import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A failed sign-in; those of the last minutes count towards the lock-out. */
@Entity('sign_in_attempt')
@Index('sign_in_attempt_name_index', ['name', 'at'])
@Index('sign_in_attempt_address_index', ['address', 'at'])
export class SignInAttempt {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  /** As it was given, whether or not there is such an account. */
  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  address!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;
}
