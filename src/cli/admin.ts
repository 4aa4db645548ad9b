import { Command } from 'commander';
import type { Language } from '../format/form.js';
import { adminWords as words } from './admin-words.js';

/** `nianbao admin create NAME [--display NAME]`. */
export const adminCommand = (language: Language): Command => {
  const admin = new Command('admin').description(words.admin[language]);
  admin
    .command('create')
    .description(words.create[language])
    .argument('<NAME>', words.name[language])
    .option('--display <NAME>', words.display[language])
    .addHelpText('after', words.exit[language])
    .action(async (name: string, { display = name }: { display?: string }) => {
      const { runAdminCreate } = await import('./run-admin.js');
      process.exitCode = (await runAdminCreate(name, display, language)) ? 0 : 1;
    });
  return admin;
};
