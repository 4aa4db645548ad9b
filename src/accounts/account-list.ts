import type { StoredGrant } from './grants.js';
import type { Queries } from './queries.js';

export interface AccountLine {
  id: string;
  name: string;
  displayName: string;
}

/** An account by the name one signs in with. */
export const accountNamed = async (queries: Queries, name: string): Promise<AccountLine | null> => {
  const [line] = await queries.query<AccountLine[]>(
    'select id, name, display_name as "displayName" from account where name = $1',
    [name],
  );
  return line ?? null;
};

/** Roles of an account, in the order in which they were granted. */
export const accountGrants = (queries: Queries, accountId: string): Promise<StoredGrant[]> =>
  queries.query<StoredGrant[]>(
    `select id, account_id as "accountId", role, region_code as "regionCode", agency_id as "agencyId"
     from role_grant where account_id = $1 order by id`,
    [accountId],
  );

export interface TokenLine {
  id: string;
  label: string;
  createdAt: Date;
  usedAt: Date | null;
  expiresAt: Date;
}

/** Tokens of an account, the newest first. */
export const apiTokensOf = (queries: Queries, accountId: string): Promise<TokenLine[]> =>
  queries.query<TokenLine[]>(
    `select id, label, created_at as "createdAt", used_at as "usedAt", expires_at as "expiresAt"
     from api_token where account_id = $1 order by id desc`,
    [accountId],
  );

/** Most accounts that a list of a region gives. */
export const MOST_ACCOUNTS = 500;

/** Accounts with a role in a region, beneath it or at an agency there, by name; of the country all with any role. */
export const accountsIn = (queries: Queries, region: string): Promise<AccountLine[]> =>
  queries.query<AccountLine[]>(
    `select account.id, account.name, account.display_name as "displayName" from account
     where exists (
       select from role_grant
       left join region on region.code = role_grant.region_code
       left join agency on agency.id = role_grant.agency_id
       where role_grant.account_id = account.id and ($1 = '000000' or $1 in (
         region.code, region.province_code, region.prefecture_code, region.county_code,
         agency.region_code, agency.province_code, agency.prefecture_code, agency.county_code,
         agency.consolidates_into)))
     order by account.name collate "C" limit ${MOST_ACCOUNTS}`,
    [region],
  );
