import { Command } from 'commander';
import type { Language } from '../format/form.js';
import { officeWords as words } from './office-words.js';

/** `nianbao agencies import FILE` and `nianbao agencies export [REGION] [--output FILE]`. */
export const agenciesCommand = (language: Language): Command => {
  const agencies = new Command('agencies').description(words.agencies[language]);
  agencies
    .command('import')
    .description(words.agenciesImport[language])
    .argument('<CSV>', words.csv[language])
    .addHelpText('after', words.exit[language])
    .action(async (file: string) => {
      const { runAgenciesImport } = await import('./run-lists.js');
      await runAgenciesImport(file, language);
    });
  agencies
    .command('export')
    .description(words.agenciesExport[language])
    .argument('[REGION]', words.regionBeneath[language])
    .option('--output <FILE>', words.output[language])
    .action(async (region: string | undefined, { output }: { output?: string }) => {
      const { runAgenciesExport } = await import('./run-lists.js');
      await runAgenciesExport(region ?? null, output ?? null);
    });
  return agencies;
};
