import { Command, Option } from 'commander';
import type { Language } from '../format/form.js';
import type { Calendar } from '../registry/roster/write-roster.js';
import { officeWords as words } from './office-words.js';
import type { MakeOptions } from './run-lists.js';
import { isoDate, reportYear } from './year-option.js';

/** `nianbao roster make|import|export REGION YEAR …`. */
export const rosterCommand = (language: Language): Command => {
  const roster = new Command('roster').description(words.roster[language]);
  const of = (name: string): Command =>
    roster
      .command(name)
      .argument('<REGION>', words.region[language])
      .argument('<YEAR>', words.year[language], reportYear)
      .addHelpText('after', words.exit[language]);
  const dated = (command: Command): Command =>
    command
      .option('--departments-by <DATE>', words.departmentsBy[language], isoDate)
      .option('--governments-by <DATE>', words.governmentsBy[language], isoDate);
  dated(of('make'))
    .description(words.rosterMake[language])
    .addOption(
      new Option('--from <SOURCE>', words.from[language])
        .choices(['LAST_YEAR', 'AGENCIES'])
        .default('LAST_YEAR'),
    )
    .action(async (region: string, year: number, options: MakeOptions) => {
      const { runRosterMake } = await import('./run-lists.js');
      await runRosterMake({ region, year }, options, language);
    });
  dated(of('import'))
    .description(words.rosterImport[language])
    .argument('<CSV>', words.csv[language])
    .action(async (region: string, year: number, file: string, options: Partial<Calendar>) => {
      const { runRosterImport } = await import('./run-lists.js');
      await runRosterImport({ region, year }, file, options, language);
    });
  of('export')
    .description(words.rosterExport[language])
    .option('--output <FILE>', words.output[language])
    .action(async (region: string, year: number, { output }: { output?: string }) => {
      const { runRosterExport } = await import('./run-lists.js');
      await runRosterExport({ region, year }, output ?? null);
    });
  return roster;
};
