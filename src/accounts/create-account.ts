import type { Database } from '../entities/database.js';
import { audit, type Actor } from './audit-log.js';
import { hashPassword, passwordProblem } from './password.js';
import { accountRefusal, type AccountRefusal } from './refusal.js';
import { accountName } from './sign-in.js';

/** Who does something to accounts, for the log. */
export interface By {
  author: string;
  actor: Actor;
}

export interface NewAccount {
  name: string;
  displayName: string;
  /** Null where the account signs in through an OpenID Connect provider. */
  password: string | null;
  /** Whom the provider calls so. */
  identity: { issuer: string; subject: string } | null;
  /** False where the person chose the password. */
  mustChangePassword: boolean;
  /** A role everywhere that it starts with: of the first administrator alone. */
  role?: 'ADMIN';
}

export interface AccountCreated {
  kind: 'CREATED';
  accountId: string;
}

const NAME = /^[\p{L}\p{N}][\p{L}\p{N}._@-]{1,63}$/u;
const DISPLAY_NAME = /^[^\p{Cc}\p{Cf}\p{Cs}]{1,100}$/u;

/**
 * A new account without any role, or with the one given.
 * @returns refused with NAME_NOT_USABLE, NAME_TAKEN, PASSWORD_NOT_USABLE or NO_PASSWORD
 */
export const createAccount = async (
  database: Database,
  account: NewAccount,
  by: By,
): Promise<AccountCreated | AccountRefusal> => {
  const name = accountName(account.name);
  const displayName = account.displayName.normalize('NFC').trim();
  if (!NAME.test(name)) {
    return accountRefusal(
      'NAME_NOT_USABLE',
      'A name has 2 to 64 letters, digits, dots, hyphens, underscores or @ and begins with a letter or digit.',
    );
  }
  if (!DISPLAY_NAME.test(displayName)) {
    return accountRefusal('NAME_NOT_USABLE', 'The name shown has 1 to 100 characters in one line.');
  }
  const { password, identity } = account;
  if (password === null && identity === null) {
    return accountRefusal('NO_PASSWORD', 'An account has a password or an identity of a provider.');
  }
  const problem = password === null ? null : passwordProblem(password, name);
  if (problem) return accountRefusal('PASSWORD_NOT_USABLE', problem);
  const hash = password === null ? null : await hashPassword(password);
  const line = [name, displayName, hash, account.mustChangePassword && hash !== null];
  return database.transaction(async (manager) => {
    const [created] = await manager.query<{ id: string }[]>(
      `insert into account (name, display_name, password_hash, must_change_password, issuer, subject)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning id`,
      [...line, identity?.issuer ?? null, identity?.subject ?? null],
    );
    if (!created) return accountRefusal('NAME_TAKEN', 'There is an account of this name already.');
    if (account.role) {
      await manager.query('insert into role_grant (account_id, role) values ($1, $2)', [
        created.id,
        account.role,
      ]);
    }
    await audit(manager, {
      ...by,
      act: 'CREATE_ACCOUNT',
      subject: `account:${created.id}`,
      reason: null,
      before: null,
      after: { name, displayName, identity, role: account.role ?? null },
    });
    return { kind: 'CREATED', accountId: created.id };
  });
};
