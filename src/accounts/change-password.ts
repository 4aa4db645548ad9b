import type { Database } from '../entities/database.js';
import { audit } from './audit-log.js';
import type { By } from './create-account.js';
import { countTry, forgetFailures } from './lock-out.js';
import { hashPassword, passwordMatches, passwordProblem } from './password.js';
import { accountRefusal, type AccountRefusal } from './refusal.js';

export interface PasswordChange {
  accountId: string;
  from: string;
  to: string;
  /** The session that stays open; all others end. */
  sessionId: string | null;
}

/**
 * Replaces a password by another and ends all other sessions of the account; tokens of programs stay until they are
 * revoked.
 * @returns refused with UNKNOWN, LOCKED_OUT, WRONG_NAME_OR_PASSWORD or PASSWORD_NOT_USABLE
 */
export const changePassword = async (
  database: Database,
  { accountId, from, to, sessionId }: PasswordChange,
  by: By,
): Promise<{ kind: 'CHANGED' } | AccountRefusal> => {
  const [known] = await database.query<{ name: string; hash: string | null }>(
    'select name, password_hash as hash from account where id = $1 and disabled_at is null',
    [accountId],
  );
  if (!known?.hash) return accountRefusal('UNKNOWN', 'The account has no password here.');
  const { name, hash } = known;
  const until = await database.transaction((manager) => countTry(manager, name, by.actor.address));
  if (until)
    return accountRefusal('LOCKED_OUT', 'Too many tries failed; wait a quarter of an hour.');
  if (!(await passwordMatches(from, hash))) {
    return accountRefusal('WRONG_NAME_OR_PASSWORD', 'The password so far is another.');
  }
  const problem = from === to ? 'The new password is the old one.' : passwordProblem(to, name);
  if (problem) return accountRefusal('PASSWORD_NOT_USABLE', problem);
  const next = await hashPassword(to);
  return database.transaction(async (manager) => {
    await forgetFailures(manager, name);
    await manager.query(
      'update account set password_hash = $2, must_change_password = false where id = $1',
      [accountId, next],
    );
    await manager.query(
      'delete from session where account_id = $1 and id is distinct from $2::bigint',
      [accountId, sessionId],
    );
    await audit(manager, {
      ...by,
      act: 'CHANGE_PASSWORD',
      subject: `account:${accountId}`,
      reason: null,
      before: null,
      after: null,
    });
    return { kind: 'CHANGED' };
  });
};
