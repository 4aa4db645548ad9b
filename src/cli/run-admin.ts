import { createAccount } from '../accounts/create-account.js';
import type { Language } from '../format/form.js';
import { adminWords as words } from './admin-words.js';
import { Output } from './output.js';
import { readSecret } from './read-secret.js';
import { withDatabase } from './with-database.js';

/** @returns true where the administrator was made */
export const runAdminCreate = async (
  name: string,
  displayName: string,
  language: Language,
): Promise<boolean> => {
  const password = await readSecret(process.stdin, words.password[language]);
  if (
    process.stdin.isTTY &&
    password !== (await readSecret(process.stdin, words.again[language]))
  ) {
    process.stderr.write(`nianbao: ${words.differ[language]}\n`);
    return false;
  }
  const account = { name, displayName, password, identity: null } as const;
  const outcome = await withDatabase((database) =>
    createAccount(
      database,
      { ...account, mustChangePassword: false, role: 'ADMIN' },
      { author: 'nianbao admin create', actor: { accountId: null, address: null } },
    ),
  );
  if (outcome.kind === 'REFUSED') {
    process.stderr.write(`nianbao: ${outcome.code}: ${outcome.message}\n`);
    return false;
  }
  return new Output(process.stdout).write(`${words.created[language]} ${name}`);
};
