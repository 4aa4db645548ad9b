import type { Database } from '../entities/database.js';
import { audit } from './audit-log.js';
import { openSession, type SessionLimits } from './credentials.js';
import type { SignInDone } from './sign-in.js';

/** Somebody whom an OpenID Connect provider has vouched for. */
export interface Identity {
  issuer: string;
  subject: string;
}

const LONGEST = 255;

/**
 * Opens a session for whom a provider vouches; null where no account is linked to that identity. Both are in the audit
 * log.
 * @throws DatabaseError
 */
export const signInByIdentity = async (
  database: Database,
  { issuer, subject }: Identity,
  address: string | null,
  limits: SessionLimits,
): Promise<SignInDone | null> => {
  const [known] = await database.query<{ id: string; displayName: string }>(
    `select id, display_name as "displayName" from account
     where issuer = $1 and subject = $2 and disabled_at is null`,
    [issuer, subject],
  );
  return database.transaction(async (manager) => {
    await audit(manager, {
      author: known?.displayName ?? `${issuer} ${subject}`.slice(0, LONGEST),
      act: 'SIGN_IN',
      subject: known ? `account:${known.id}` : 'account:',
      reason: known ? null : 'IDENTITY_NOT_LINKED',
      before: null,
      after: { issuer, subject },
      actor: { accountId: known?.id ?? null, address },
      succeeded: known !== undefined,
    });
    if (!known) return null;
    const secret = await openSession(manager, known.id, address, limits);
    return { kind: 'SIGNED_IN', accountId: known.id, secret };
  });
};
