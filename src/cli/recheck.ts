import { Command } from 'commander';
import type { Language } from '../format/form.js';
import type { UpkeepArguments } from './run-upkeep.js';
import { upkeepWords as words } from './upkeep-words.js';

/** `nianbao recheck [--all] [--apply]`. */
export const recheckCommand = (language: Language): Command =>
  new Command('recheck')
    .description(words.recheck[language])
    .option('--all', words.all[language])
    .option('--apply', words.apply[language])
    .action(async (options: UpkeepArguments) => {
      const { runRecheck } = await import('./run-upkeep.js');
      process.exitCode = (await runRecheck(options, language)) ? 0 : 1;
    });
