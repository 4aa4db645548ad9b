import { Command } from 'commander';
import type { Language } from '../format/form.js';
import { archiveWords as words } from './archive-words.js';
import { officeWords } from './office-words.js';
import { reportYear } from './year-option.js';

/** `nianbao archive write YEAR ZIP [--region CODE]` and `nianbao archive verify ZIP`. */
export const archiveCommand = (language: Language): Command => {
  const archive = new Command('archive').description(words.archive[language]);
  archive
    .command('write')
    .description(words.write[language])
    .argument('<YEAR>', officeWords.year[language], reportYear)
    .argument('<ZIP>', words.zip[language])
    .option('--region <CODE>', words.region[language])
    .addHelpText('after', officeWords.exit[language])
    .action(async (year: number, zip: string, { region = null }: { region?: string | null }) => {
      const { runArchive } = await import('./run-archive.js');
      process.exitCode = (await runArchive({ year, region }, zip, language)) ? 0 : 1;
    });
  archive
    .command('verify')
    .description(words.verify[language])
    .argument('<ZIP>', words.zip[language])
    .addHelpText('after', officeWords.exit[language])
    .action(async (zip: string) => {
      const { runArchiveVerify } = await import('./run-archive.js');
      process.exitCode = (await runArchiveVerify(zip, language)) ? 0 : 1;
    });
  return archive;
};
