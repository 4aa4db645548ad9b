import { loadViewer } from '../../src/accounts/load-viewer.js';
import { queriesOf } from '../../src/accounts/queries.js';
import type { SignedIn } from '../../src/accounts/viewer.js';
import type { Database } from '../../src/entities/database.js';
import type { Role } from '../../src/entities/vocabulary.js';

export interface Place {
  region?: string;
  agency?: string | number;
}

/** Stores an account of a role, without a password; everywhere where no place is named. */
export async function storeAccount(
  db: Database,
  name: string,
  ...grants: readonly (readonly [Role, Place?])[]
): Promise<string> {
  const [account] = await db.query<{ id: string }>(
    'insert into account (name, display_name) values ($1, $1) returning id',
    [name],
  );
  for (const [role, { region = null, agency = null } = {}] of grants) {
    await db.query(
      'insert into role_grant (account_id, role, region_code, agency_id) values ($1, $2, $3, $4)',
      [account!.id, role, region, agency],
    );
  }
  return account!.id;
}

/** The same, as the one who asks. */
export async function viewerWith(
  db: Database,
  name: string,
  ...grants: readonly (readonly [Role, Place?])[]
): Promise<SignedIn> {
  const id = await storeAccount(db, name, ...grants);
  const viewer = await loadViewer(queriesOf(db), id, { via: 'SESSION', credentialId: null });
  return viewer!;
}
