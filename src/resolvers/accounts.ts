import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';

import {
  accountGrants,
  accountNamed,
  accountsIn,
  type AccountLine,
} from '../accounts/account-list.js';
import { createAccount } from '../accounts/create-account.js';
import { findGrant, grantRole, revokeRole, subjectOfGrant } from '../accounts/grants.js';
import { decide, EVERYWHERE, type Subject } from '../accounts/policy.js';
import { queriesOf } from '../accounts/queries.js';
import { accountRefusal } from '../accounts/refusal.js';
import { accountName } from '../accounts/sign-in.js';
import { Agency } from '../schema/agency.js';
import {
  Account,
  AccountRefusal,
  CreateAccountResult,
  GrantRoleResult,
  Revoked,
  RevokeResult,
  RoleGrant,
} from '../schema/account.js';
import type { ApiContext } from '../schema/context.js';
import { badInput, quoted } from '../schema/errors.js';
import { isDatabaseId } from '../schema/global-id.js';
import { Region } from '../schema/region.js';
import { RegionCode } from '../schema/scalars/region-code.js';
import { COUNTRY } from '../rollup/region-condition.js';
import { CreateAccountArgs, GrantRoleArgs, type PlaceArgs } from './account-args.js';
import { findAgency } from './agency-lookup.js';
import { authorise, authoriseForRegion, authoriseSomewhere } from './authorise.js';
import { agencyKey } from './filters.js';
import { findRegion } from './region-lookup.js';
import { by } from './sign-ins.js';

interface Place {
  regionCode: string | null;
  agencyId: string | null;
  subject: Subject;
}

/** @throws BAD_USER_INPUT where there is no such place, or two are named */
async function placeOf({ region, agency }: PlaceArgs, { database }: ApiContext): Promise<Place> {
  if (region != null && agency != null) throw badInput('Name a region or an agency, not both.');
  const agencyId = agency == null ? null : agencyKey(agency);
  const place = { regionCode: region ?? null, agencyId };
  const unknown = agency != null && agencyId === null;
  const subject = unknown ? null : await subjectOfGrant(queriesOf(database), place);
  if (!subject) throw badInput(`There is no place ${quoted(region ?? agency)}.`);
  return { ...place, subject };
}

@Resolver(() => Account)
export class AccountResolver {
  @Query(() => Account, {
    nullable: true,
    description:
      'An account by the name one signs in with, for those who keep or audit accounts where it has a role.',
  })
  async account(
    @Arg('name', () => String, { description: 'Its name.' }) name: string,
    @Ctx() context: ApiContext,
  ): Promise<Account | null> {
    await authoriseSomewhere(context, 'SEE_ACCOUNTS');
    const line = await accountNamed(queriesOf(context.database), accountName(name));
    const seen = line !== null && (await isSeen(line, context));
    return seen ? Object.assign(new Account(), line) : null;
  }

  @Query(() => [Account], {
    description:
      'Accounts with a role in a region, beneath it or at an agency there, by name, at most 500; for those who keep or ' +
      'audit accounts of the region.',
  })
  async accounts(
    @Arg('region', () => RegionCode, { description: 'The region; 000000 is everywhere.' })
    region: string,
    @Ctx() context: ApiContext,
  ): Promise<Account[]> {
    if (region === COUNTRY) await authorise(context, 'SEE_ACCOUNTS');
    else await authoriseForRegion(context, 'SEE_ACCOUNTS', region);
    const lines = await accountsIn(queriesOf(context.database), region);
    return lines.map((line) => Object.assign(new Account(), line));
  }

  @Mutation(() => CreateAccountResult, {
    description: 'Makes an account without a role, for the region or agency named.',
  })
  async createAccount(
    @Args(() => CreateAccountArgs) args: CreateAccountArgs,
    @Ctx() context: ApiContext,
  ): Promise<Account | AccountRefusal> {
    const { subject: place } = await placeOf(args, context);
    const viewer = await authorise(context, 'KEEP_ACCOUNTS', place);
    const { name, displayName, password = null, issuer, subject } = args;
    if ((issuer == null) !== (subject == null)) {
      throw badInput('`issuer` and `subject` go together.');
    }
    const identity = issuer != null && subject != null ? { issuer, subject } : null;
    const account = { name, displayName, password, identity, mustChangePassword: true };
    const outcome = await createAccount(context.database, account, by(viewer, context));
    if (outcome.kind === 'REFUSED') return AccountRefusal.of(outcome);
    return Object.assign(new Account(), {
      id: outcome.accountId,
      name: accountName(name),
      displayName: displayName.normalize('NFC').trim(),
    });
  }

  @Mutation(() => GrantRoleResult, {
    description: 'Gives an account a role, by somebody who keeps the accounts there.',
  })
  async grantRole(
    @Args(() => GrantRoleArgs) args: GrantRoleArgs,
    @Ctx() context: ApiContext,
  ): Promise<RoleGrant | AccountRefusal> {
    const { subject, ...place } = await placeOf(args, context);
    const viewer = await authorise(context, 'KEEP_ACCOUNTS', subject);
    const { account, role } = args;
    const accountId = isDatabaseId(account) ? account : '0';
    const grant = { accountId, role, ...place };
    const outcome = await grantRole(context.database, grant, by(viewer, context));
    if (outcome.kind === 'REFUSED') return AccountRefusal.of(outcome);
    return Object.assign(new RoleGrant(), { id: outcome.grantId, role, ...place });
  }

  @Mutation(() => RevokeResult, {
    description: 'Takes a role away; it ends with the next request of the account.',
  })
  async revokeRole(
    @Arg('grant', () => ID, { description: 'The id of the RoleGrant.' }) id: string,
    @Ctx() context: ApiContext,
  ): Promise<Revoked | AccountRefusal> {
    const queries = queriesOf(context.database);
    const grant = isDatabaseId(id) ? await findGrant(queries, id) : null;
    const subject = grant && (await subjectOfGrant(queries, grant));
    const viewer = await authorise(context, 'KEEP_ACCOUNTS', subject ?? EVERYWHERE);
    const outcome = grant
      ? await revokeRole(context.database, grant, by(viewer, context))
      : accountRefusal('UNKNOWN', 'There is no such role.');
    if (outcome.kind === 'REFUSED') return AccountRefusal.of(outcome);
    return Object.assign(new Revoked(), { id });
  }

  @FieldResolver(() => [RoleGrant], {
    description: 'Its roles, as far as they hold where the viewer keeps or audits accounts.',
  })
  async roles(@Root() { id }: Account, @Ctx() context: ApiContext): Promise<RoleGrant[]> {
    const queries = queriesOf(context.database);
    const grants = await accountGrants(queries, id);
    const isOwn = context.viewer?.accountId === id;
    const subjects = await Promise.all(grants.map((grant) => subjectOfGrant(queries, grant)));
    const seen = grants.filter((_, i) => {
      const subject = subjects[i] ?? EVERYWHERE;
      return isOwn || decide(context.viewer, 'SEE_ACCOUNTS', subject).allowed;
    });
    return seen.map((grant) => Object.assign(new RoleGrant(), grant));
  }
}

/** One of an account's roles holds where the viewer keeps or audits accounts, or it has none yet. */
async function isSeen({ id }: AccountLine, { viewer, database }: ApiContext): Promise<boolean> {
  const queries = queriesOf(database);
  const grants = await accountGrants(queries, id);
  const subjects = await Promise.all(grants.map((grant) => subjectOfGrant(queries, grant)));
  const mayBeSeen = (subject: Subject | null): boolean =>
    decide(viewer, 'SEE_ACCOUNTS', subject ?? EVERYWHERE).allowed;
  return grants.length === 0 || subjects.some(mayBeSeen);
}

@Resolver(() => RoleGrant)
export class RoleGrantResolver {
  @FieldResolver(() => Region, {
    nullable: true,
    description: 'It holds here and beneath. Neither region nor agency: everywhere.',
  })
  region(@Root() grant: RoleGrant, @Ctx() { loaders }: ApiContext): Promise<Region | null> {
    return findRegion(loaders, grant.regionCode);
  }

  @FieldResolver(() => Agency, { nullable: true, description: 'It holds for this agency alone.' })
  agency(@Root() grant: RoleGrant, @Ctx() { loaders }: ApiContext): Promise<Agency | null> {
    return findAgency(loaders, grant.agencyId);
  }
}
