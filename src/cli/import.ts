import { Command, Option } from 'commander';
import type { Language } from '../format/form.js';
import { importWords as words } from './import-words.js';
import type { ImportArguments } from './run-import.js';

/** `nianbao import PATH... [--manifest files.csv] [--status SUBMITTED] [--roster-only]`. */
export const importCommand = (language: Language): Command =>
  new Command('import')
    .description(words.import[language])
    .argument('<PATH...>', words.paths[language])
    .option('--manifest <CSV>', words.manifest[language])
    .addOption(
      new Option('--status <STATUS>', words.statusOption[language])
        .choices(['PUBLISHED', 'SUBMITTED'])
        .default('PUBLISHED'),
    )
    .option('--roster-only', words.rosterOnly[language])
    .addHelpText('after', words.exit[language])
    .action(async (paths: string[], options: ImportArguments) => {
      const { importPaths } = await import('./run-import.js');
      process.exitCode = (await importPaths(paths, options, language)) ? 0 : 1;
    });
