import type { EntityManager } from 'typeorm';
import type { Database } from '../entities/database.js';
import type { Role } from '../entities/vocabulary.js';
import { audit } from './audit-log.js';
import type { By } from './create-account.js';
import { areApart, EVERYWHERE, type Subject } from './policy.js';
import type { Queries } from './queries.js';
import { accountRefusal, type AccountRefusal } from './refusal.js';
import { agencySubjects, regionSubjects } from './subjects.js';
import type { Grant } from './viewer.js';

export interface StoredGrant extends Grant {
  id: string;
  accountId: string;
}

/** What a grant reaches, for the policy: who gives it has to have authority there. Null where there is no such place. */
export const subjectOfGrant = async (
  queries: Queries,
  { regionCode, agencyId }: Pick<Grant, 'regionCode' | 'agencyId'>,
): Promise<Subject | null> => {
  if (agencyId !== null) return (await agencySubjects(queries, [agencyId])).get(agencyId) ?? null;
  if (regionCode === null) return EVERYWHERE;
  return (await regionSubjects(queries, [regionCode])).get(regionCode) ?? null;
};

/**
 * Gives an account a role. Nobody gives one to themself, and the keepers of accounts and of the log have no other role.
 * @returns refused with OWN_ACCOUNT, PLACE_REQUIRED, UNKNOWN or ROLES_APART; a grant that stands already is answered alike
 */
export const grantRole = async (
  database: Database,
  grant: Grant & { accountId: string },
  by: By,
): Promise<{ kind: 'GRANTED'; grantId: string } | AccountRefusal> => {
  const { accountId, role, regionCode, agencyId } = grant;
  if (accountId === by.actor.accountId) {
    return accountRefusal('OWN_ACCOUNT', 'Nobody gives a role to themself.');
  }
  if (role === 'SUBMITTER' && agencyId === null) {
    return accountRefusal('PLACE_REQUIRED', 'A submitter belongs to one agency; name it.');
  }
  return database.transaction(async (manager) => {
    const held = await lockedRoles(manager, accountId);
    if (!held) return accountRefusal('UNKNOWN', 'There is no such account.');
    const apart = held.find((other) => areApart(role, other));
    if (apart) {
      return accountRefusal(
        'ROLES_APART',
        `Who is ${apart} cannot be ${role} as well; these duties are kept apart.`,
      );
    }
    const [added] = await manager.query<{ id: string }[]>(
      `insert into role_grant (account_id, role, region_code, agency_id) values ($1, $2, $3, $4)
       on conflict do nothing returning id`,
      [accountId, role, regionCode, agencyId],
    );
    if (!added) return { kind: 'GRANTED', grantId: await idOf(manager, grant) };
    await audit(manager, {
      ...by,
      act: 'GRANT_ROLE',
      subject: `account:${accountId}`,
      reason: null,
      before: null,
      after: { role, regionCode, agencyId },
    });
    return { kind: 'GRANTED', grantId: added.id };
  });
};

/** Takes a role away. It ends with the next request of the account. */
export const revokeRole = async (
  database: Database,
  { id, accountId, role, regionCode, agencyId }: StoredGrant,
  by: By,
): Promise<{ kind: 'REVOKED' } | AccountRefusal> =>
  database.transaction(async (manager) => {
    const [gone] = await manager.query<[unknown[], number]>(
      'delete from role_grant where id = $1 returning id',
      [id],
    );
    if (gone.length === 0) return accountRefusal('UNKNOWN', 'There is no such role.');
    await audit(manager, {
      ...by,
      act: 'REVOKE_ROLE',
      subject: `account:${accountId}`,
      reason: null,
      before: { role, regionCode, agencyId },
      after: null,
    });
    return { kind: 'REVOKED' };
  });

/** A grant by its id. */
export const findGrant = async (queries: Queries, id: string): Promise<StoredGrant | null> => {
  const [line] = await queries.query<StoredGrant[]>(
    `select id, account_id as "accountId", role, region_code as "regionCode", agency_id as "agencyId"
     from role_grant where id = $1`,
    [id],
  );
  return line ?? null;
};

const lockedRoles = async (manager: EntityManager, accountId: string): Promise<Role[] | null> => {
  const known = await manager.query<unknown[]>('select from account where id = $1 for update', [
    accountId,
  ]);
  if (known.length === 0) return null;
  const lines = await manager.query<{ role: Role }[]>(
    'select distinct role from role_grant where account_id = $1',
    [accountId],
  );
  return lines.map(({ role }) => role);
};

const idOf = async (
  manager: EntityManager,
  { accountId, role, regionCode, agencyId }: Grant & { accountId: string },
): Promise<string> => {
  const [line] = await manager.query<{ id: string }[]>(
    `select id from role_grant where account_id = $1 and role = $2 and region_code is not distinct from $3
       and agency_id is not distinct from $4::bigint`,
    [accountId, role, regionCode, agencyId],
  );
  return line?.id ?? '';
};
