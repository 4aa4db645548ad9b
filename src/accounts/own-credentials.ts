import type { Database } from '../entities/database.js';
import { audit } from './audit-log.js';
import type { By } from './create-account.js';
import { addApiToken } from './credentials.js';
import { accountRefusal, type AccountRefusal } from './refusal.js';

/** Days that a token of a program may last at most. */
export const LONGEST_TOKEN_DAYS = 366;

/** Ends the session, or revokes the token, that the request showed. */
export const signOut = (
  database: Database,
  shown: { accountId: string; via: string; credentialId: string | null },
  by: By,
): Promise<void> =>
  database.transaction(async (manager) => {
    const table = shown.via === 'SESSION' ? 'session' : 'api_token';
    if (shown.credentialId !== null) {
      await manager.query(`delete from ${table} where id = $1`, [shown.credentialId]);
    }
    await audit(manager, {
      ...by,
      act: 'SIGN_OUT',
      subject: `account:${shown.accountId}`,
      reason: null,
      before: null,
      after: null,
    });
  });

/** A token for a program, with all that its owner may do. @returns its secret, which is shown this once */
export const createToken = (
  database: Database,
  { accountId, label, days }: { accountId: string; label: string; days: number },
  by: By,
): Promise<{ kind: 'CREATED'; id: string; secret: string } | AccountRefusal> =>
  database.transaction(async (manager) => {
    const shown = label.normalize('NFC').trim();
    if (shown === '' || shown.length > 100 || /\p{C}/u.test(shown)) {
      return accountRefusal('NAME_NOT_USABLE', 'Say what the token is for, in one short line.');
    }
    const limited = Math.min(Math.max(days, 1), LONGEST_TOKEN_DAYS);
    const { id, secret } = await addApiToken(manager, accountId, shown, limited);
    await audit(manager, {
      ...by,
      act: 'CREATE_TOKEN',
      subject: `token:${id}`,
      reason: null,
      before: null,
      after: { label: shown, days: limited },
    });
    return { kind: 'CREATED', id, secret };
  });

/** Revokes a token of the account itself. */
export const revokeToken = (
  database: Database,
  { accountId, tokenId }: { accountId: string; tokenId: string },
  by: By,
): Promise<{ kind: 'REVOKED' } | AccountRefusal> =>
  database.transaction(async (manager) => {
    const [gone] = await manager.query<[{ label: string }[], number]>(
      'delete from api_token where id = $1 and account_id = $2 returning label',
      [tokenId, accountId],
    );
    if (!gone[0]) return accountRefusal('UNKNOWN', 'There is no such token.');
    await audit(manager, {
      ...by,
      act: 'REVOKE_TOKEN',
      subject: `token:${tokenId}`,
      reason: null,
      before: { label: gone[0].label },
      after: null,
    });
    return { kind: 'REVOKED' };
  });
