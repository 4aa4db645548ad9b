import { Command } from 'commander';
import type { Language } from '../format/form.js';
import { backupWords as words } from './backup-words.js';
import { officeWords } from './office-words.js';

/** `nianbao backup FILE`. */
export const backupCommand = (language: Language): Command =>
  new Command('backup')
    .description(words.backup[language])
    .argument('<FILE>', words.file[language])
    .addHelpText('after', officeWords.exit[language])
    .action(async (file: string) => {
      const { runBackup } = await import('./run-backup.js');
      await runBackup(file, language);
    });

/** `nianbao restore FILE`. */
export const restoreCommand = (language: Language): Command =>
  new Command('restore')
    .description(words.restore[language])
    .argument('<FILE>', words.file[language])
    .addHelpText('after', officeWords.exit[language])
    .action(async (file: string) => {
      const { runRestore } = await import('./run-backup.js');
      process.exitCode = (await runRestore(file, language)) ? 0 : 1;
    });
