import { Command } from 'commander';
import type { Language } from '../format/form.js';
import { auditWords as words } from './audit-words.js';

/** `nianbao audit verify`. */
export const auditCommand = (language: Language): Command => {
  const audit = new Command('audit').description(words.audit[language]);
  audit
    .command('verify')
    .description(words.verify[language])
    .addHelpText('after', words.exit[language])
    .action(async () => {
      const { runAuditVerify } = await import('./run-audit.js');
      process.exitCode = (await runAuditVerify(language)) ? 0 : 1;
    });
  return audit;
};
