import { createUnionType, Field, ID, ObjectType } from 'type-graphql';

import type { AccountRefusalCode } from '../accounts/refusal.js';
import type { SignedIn, SignInMethod } from '../accounts/viewer.js';
import type { Role } from '../entities/vocabulary.js';
import { enumType } from './enums/register.js';
import { DateTime } from './scalars/date-time.js';

export const RoleEnum = enumType<Role>('Role', 'What an account may do in its region or agency.', {
  SUBMITTER: 'Hands in the reports of one agency.',
  REVIEWER: 'Looks at what agencies hand in: gives it back, accepts it, waives, corrects.',
  PUBLISHER: 'Makes accepted reports public and withdraws them.',
  ADMIN: 'Keeps accounts and roles, and no reports.',
  AUDITOR: 'Reads the audit log and changes nothing.',
});

export const SignInMethodEnum = enumType<SignInMethod>(
  'SignInMethod',
  'How somebody showed who they are.',
  {
    SESSION: 'By name and password.',
    API_TOKEN: 'By a token made for a program.',
    OPENID_CONNECT: 'By a token of the configured OpenID Connect provider.',
  },
);

const AccountRefusalEnum = enumType<AccountRefusalCode>(
  'AccountRefusalCode',
  'Why an account was not changed.',
  {
    WRONG_NAME_OR_PASSWORD: 'Name and password do not belong together.',
    LOCKED_OUT: 'Too many sign-ins failed; the next one is taken after a quarter of an hour.',
    NAME_TAKEN: 'Another account has the name.',
    NAME_NOT_USABLE: 'The name is none that an account or token can have.',
    PASSWORD_NOT_USABLE: 'The password is too short, too plain, or holds the name.',
    NO_PASSWORD: 'Neither a password nor an identity of a provider was given.',
    UNKNOWN: 'There is no such account, role or token.',
    OWN_ACCOUNT: 'Nobody gives a role to themself.',
    ROLES_APART: 'The account has a role that is kept apart from this one.',
    PLACE_REQUIRED: 'The role is one of a single agency.',
  },
);

@ObjectType({ description: 'A role and where it holds.' })
export class RoleGrant {
  @Field(() => ID, { simple: true, description: 'By which it is revoked.' })
  id!: string;

  @Field(() => RoleEnum, { simple: true, description: 'The role.' })
  role!: Role;

  regionCode!: string | null;
  agencyId!: string | null;
}

@ObjectType({ description: 'A person or program that may sign in.' })
export class Account {
  @Field(() => ID, { simple: true, description: 'By which roles are granted to it.' })
  id!: string;

  @Field(() => String, { simple: true, description: 'What one signs in with.' })
  name!: string;

  @Field(() => String, {
    simple: true,
    description: 'What is shown of the person beside what they did.',
  })
  displayName!: string;
}

@ObjectType({ simpleResolvers: true, description: 'A token of a program.' })
export class ApiToken {
  @Field(() => ID, { description: 'By which it is revoked.' })
  id!: string;

  @Field(() => String, { description: 'What its owner calls it.' })
  label!: string;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'Its last use, to the minute.' })
  usedAt!: Date | null;

  @Field(() => DateTime, { description: 'When it ends by itself.' })
  expiresAt!: Date;
}

@ObjectType('Viewer', { description: 'Who asks.' })
export class ViewerType {
  @Field(() => Account, { simple: true, description: 'The account.' })
  account!: Account;

  @Field(() => SignInMethodEnum, { simple: true, description: 'How it signed in.' })
  via!: SignInMethod;

  @Field(() => Boolean, {
    simple: true,
    description: 'True where somebody else chose the password: no role counts until it is changed.',
  })
  mustChangePassword!: boolean;

  static of({ accountId, name, displayName, via, mustChangePassword }: SignedIn): ViewerType {
    const account = Object.assign(new Account(), { id: accountId, name, displayName });
    return Object.assign(new ViewerType(), { account, via, mustChangePassword });
  }
}

@ObjectType({
  simpleResolvers: true,
  description: 'Why an account was not changed; nothing was done.',
})
export class AccountRefusal {
  @Field(() => AccountRefusalEnum, { description: 'The reason, for programs.' })
  code!: AccountRefusalCode;

  @Field(() => String, { description: 'The reason as a sentence.' })
  message!: string;

  @Field(() => DateTime, { nullable: true, description: 'With LOCKED_OUT: when to try again.' })
  until!: Date | null;

  static of(refusal: {
    code: AccountRefusalCode;
    message: string;
    until?: Date | null;
  }): AccountRefusal {
    const { code, message, until = null } = refusal;
    return Object.assign(new AccountRefusal(), { code, message, until });
  }
}

@ObjectType('SignedIn', { simpleResolvers: true, description: 'The session is open.' })
export class SignInSuccess {
  @Field(() => ViewerType, { description: 'Who has signed in.' })
  viewer!: ViewerType;

  @Field(() => String, {
    nullable: true,
    description:
      'To be sent as `Authorization: Bearer …`; null where the browser keeps the session in a cookie.',
  })
  token!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'The token is made.' })
export class TokenCreated {
  @Field(() => ID, { description: 'By which it is revoked.' })
  id!: string;

  @Field(() => String, {
    description:
      'To be sent as `Authorization: Bearer …`. It is told this once and stored nowhere.',
  })
  token!: string;
}

@ObjectType({ simpleResolvers: true, description: 'It does not hold any more.' })
export class Revoked {
  @Field(() => ID, { description: 'Of what was revoked.' })
  id!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: 'The password is changed, all other sessions have ended.',
})
export class PasswordChanged {
  @Field(() => Account, { description: 'Whose password.' })
  account!: Account;
}

export const SignInResult = createUnionType({
  name: 'SignInResult',
  description: 'An open session, or why there is none.',
  types: () => [SignInSuccess, AccountRefusal] as const,
});

export const CreateAccountResult = createUnionType({
  name: 'CreateAccountResult',
  description: 'The new account, or why there is none.',
  types: () => [Account, AccountRefusal] as const,
});

export const GrantRoleResult = createUnionType({
  name: 'GrantRoleResult',
  description: 'The role as it holds now, or why it was not granted.',
  types: () => [RoleGrant, AccountRefusal] as const,
});

export const RevokeResult = createUnionType({
  name: 'RevokeResult',
  description: 'What was revoked, or why nothing was.',
  types: () => [Revoked, AccountRefusal] as const,
});

export const CreateTokenResult = createUnionType({
  name: 'CreateTokenResult',
  description: 'The new token, or why there is none.',
  types: () => [TokenCreated, AccountRefusal] as const,
});

export const ChangePasswordResult = createUnionType({
  name: 'ChangePasswordResult',
  description: 'Whose password was changed, or why it was not.',
  types: () => [PasswordChanged, AccountRefusal] as const,
});
