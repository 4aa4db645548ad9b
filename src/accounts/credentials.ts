import type { Database } from '../entities/database.js';
import { hashOfSecret, kindOfSecret, newSecret } from './secret.js';
import { loadViewer } from './load-viewer.js';
import { queriesOf, type Queries } from './queries.js';
import type { SignedIn } from './viewer.js';

/** How long sign-ins last. */
export interface SessionLimits {
  idleMinutes: number;
  hours: number;
}

/** `seen_at` is kept to the minute, so that reading does not write every time. */
const SESSION = `
  with known as (
    select id, account_id, seen_at from session
    where secret_hash = $1 and expires_at > now() and seen_at > now() - make_interval(mins => $2)
  ), seen as (
    update session set seen_at = now() from known
    where session.id = known.id and known.seen_at < now() - interval '1 minute'
  )
  select id, account_id as account from known`;

const API_TOKEN = `
  with known as (
    select id, account_id, used_at from api_token where secret_hash = $1 and expires_at > now()
  ), used as (
    update api_token set used_at = now() from known
    where api_token.id = known.id and coalesce(known.used_at < now() - interval '1 minute', true)
  )
  select id, account_id as account from known`;

/** Whose secret it is; null where it is nobody's, or its time is over. */
export const viewerOfSecret = async (
  database: Database,
  secret: string,
  { idleMinutes }: SessionLimits,
): Promise<SignedIn | null> => {
  const kind = kindOfSecret(secret);
  if (!kind) return null;
  const hash = hashOfSecret(secret);
  const [known] = await (kind === 'SESSION'
    ? database.query<{ id: string; account: string }>(SESSION, [hash, idleMinutes])
    : database.query<{ id: string; account: string }>(API_TOKEN, [hash]));
  if (!known) return null;
  return loadViewer(queriesOf(database), known.account, { via: kind, credentialId: known.id });
};

/** A new session. @returns its secret, which is shown this once */
export const openSession = async (
  queries: Queries,
  accountId: string,
  address: string | null,
  { hours }: SessionLimits,
): Promise<string> => {
  const secret = newSecret('SESSION');
  await queries.query(
    `insert into session (account_id, secret_hash, address, expires_at)
     values ($1, $2, $3, now() + make_interval(hours => $4))`,
    [accountId, hashOfSecret(secret), address, hours],
  );
  await queries.query('delete from session where account_id = $1 and expires_at < now()', [
    accountId,
  ]);
  return secret;
};

/** A new token of a program. @returns its id, and its secret, which is shown this once */
export const addApiToken = async (
  queries: Queries,
  accountId: string,
  label: string,
  days: number,
): Promise<{ id: string; secret: string }> => {
  const secret = newSecret('API_TOKEN');
  const [line] = await queries.query<{ id: string }[]>(
    `insert into api_token (account_id, label, secret_hash, expires_at)
     values ($1, $2, $3, now() + make_interval(days => $4)) returning id`,
    [accountId, label, hashOfSecret(secret), days],
  );
  return { id: line?.id ?? '', secret };
};
