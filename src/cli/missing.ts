import { Command } from 'commander';
import type { Language } from '../format/form.js';
import { officeWords as words } from './office-words.js';
import { reportYear } from './year-option.js';

/** `nianbao missing REGION YEAR`. */
export const missingCommand = (language: Language): Command =>
  new Command('missing')
    .description(words.missing[language])
    .argument('<REGION>', words.region[language])
    .argument('<YEAR>', words.year[language], reportYear)
    .addHelpText('after', words.missingExit[language])
    .action(async (region: string, year: number) => {
      const { runMissing } = await import('./run-missing.js');
      process.exitCode = (await runMissing({ region, year }, language)) ? 0 : 1;
    });
