import { verifyAudit } from '../accounts/audit-chain.js';
import type { Language } from '../format/form.js';
import { auditWords as words } from './audit-words.js';
import { Output } from './output.js';
import { withDatabase } from './with-database.js';

/** @returns true where the chain is whole */
export const runAuditVerify = async (language: Language): Promise<boolean> => {
  const verdict = await withDatabase(verifyAudit);
  const { broken, unsealed } = verdict;
  const line = broken ? words.broken(broken, unsealed) : words.whole(verdict);
  await new Output(process.stdout).write(line[language]);
  return broken === null;
};
