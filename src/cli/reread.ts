import { Command } from 'commander';
import type { Language } from '../format/form.js';
import type { UpkeepArguments } from './run-upkeep.js';
import { upkeepWords as words } from './upkeep-words.js';

/** `nianbao reread [--all] [--apply] [--by NAME]`. */
export const rereadCommand = (language: Language): Command =>
  new Command('reread')
    .description(words.reread[language])
    .option('--all', words.all[language])
    .option('--apply', words.apply[language])
    .option('--by <NAME>', words.by[language])
    .addHelpText('after', words.exit[language])
    .action(async (options: UpkeepArguments) => {
      const { runReread } = await import('./run-upkeep.js');
      process.exitCode = (await runReread(options, language)) ? 0 : 1;
    });
