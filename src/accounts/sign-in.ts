import type { Database } from '../entities/database.js';
import { audit } from './audit-log.js';
import { openSession, type SessionLimits } from './credentials.js';
import { countTry, forgetFailures } from './lock-out.js';
import { passwordMatches } from './password.js';
import { accountRefusal, type AccountRefusal } from './refusal.js';

export interface SignInRequest {
  name: string;
  password: string;
  address: string | null;
}

export interface SignInDone {
  kind: 'SIGNED_IN';
  accountId: string;
  /** What the client shows from now on; it is told this once. */
  secret: string;
}

export interface SignInRefused extends AccountRefusal {
  /** When the next try is taken, after too many failures. */
  until: Date | null;
}

interface Known {
  id: string;
  displayName: string;
  hash: string | null;
}

/**
 * Opens a session for a name and its password. A wrong name takes as long as a wrong password and is answered alike; after
 * five failures a name has to wait for a quarter of an hour.
 * @throws DatabaseError
 */
export const signIn = async (
  database: Database,
  { name: given, password, address }: SignInRequest,
  limits: SessionLimits,
): Promise<SignInDone | SignInRefused> => {
  const name = accountName(given);
  const until = await database.transaction((manager) => countTry(manager, name, address));
  if (until) return refuse(database, name, address, until);
  const [known] = await database.query<Known>(
    `select id, display_name as "displayName", password_hash as hash from account
     where name = $1 and disabled_at is null`,
    [name],
  );
  const matches = await passwordMatches(password, known?.hash ?? null);
  if (!known || !matches) return refuse(database, name, address, null);
  const secret = await database.transaction(async (manager) => {
    await forgetFailures(manager, name);
    await audit(manager, {
      author: known.displayName,
      act: 'SIGN_IN',
      subject: `account:${known.id}`,
      reason: null,
      before: null,
      after: null,
      actor: { accountId: known.id, address },
    });
    return openSession(manager, known.id, address, limits);
  });
  return { kind: 'SIGNED_IN', accountId: known.id, secret };
};

/** The name of an account as it is compared: without blanks around it, in lower case. */
export const accountName = (given: string): string =>
  given.normalize('NFKC').trim().toLowerCase().slice(0, 100);

const refuse = async (
  database: Database,
  name: string,
  address: string | null,
  until: Date | null,
): Promise<SignInRefused> => {
  await database.transaction((manager) =>
    audit(manager, {
      author: name,
      act: 'SIGN_IN',
      subject: `account-name:${name}`,
      reason: until ? 'LOCKED_OUT' : 'WRONG_NAME_OR_PASSWORD',
      before: null,
      after: null,
      actor: { accountId: null, address },
      succeeded: false,
    }),
  );
  const refusal = until
    ? accountRefusal('LOCKED_OUT', 'Too many sign-ins failed; wait until the time given.')
    : accountRefusal('WRONG_NAME_OR_PASSWORD', 'Name and password do not belong together.');
  return { ...refusal, until };
};
