import type { Queries } from './queries.js';
import type { Grant, SignedIn, SignInMethod } from './viewer.js';

interface Line {
  name: string;
  displayName: string;
  mustChangePassword: boolean;
  grants: Grant[] | null;
}

const ACCOUNT = `
  select a.name, a.display_name as "displayName", a.must_change_password as "mustChangePassword",
    (select json_agg(json_build_object('role', g.role, 'regionCode', g.region_code, 'agencyId', g.agency_id::text)
       order by g.id)
     from role_grant g where g.account_id = a.id) as grants
  from account a where a.id = $1 and a.disabled_at is null`;

/** Who an account is and what it may do, as it stands now; null where it is disabled. */
export const loadViewer = async (
  queries: Queries,
  accountId: string,
  shown: { via: SignInMethod; credentialId: string | null },
): Promise<SignedIn | null> => {
  const [line] = await queries.query<Line[]>(ACCOUNT, [accountId]);
  if (!line) return null;
  const { grants, ...rest } = line;
  return { accountId, ...rest, ...shown, grants: rest.mustChangePassword ? [] : (grants ?? []) };
};
