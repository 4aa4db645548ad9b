import { Command, Option } from 'commander';
import type { Language } from '../format/form.js';
import { consolidateWords as words } from './consolidate-words.js';
import { officeWords } from './office-words.js';
import type { ConsolidateArguments } from './run-consolidate.js';
import { isoDate, reportYear } from './year-option.js';

/** `nianbao consolidate REGION YEAR --by NAME --why TEXT [--scope SCOPE] [--override AGENCY=REASON] [--as-of DATE]`, or with `--check` alone. */
export const consolidateCommand = (language: Language): Command =>
  new Command('consolidate')
    .description(words.consolidate[language])
    .argument('<REGION>', officeWords.region[language])
    .argument('<YEAR>', officeWords.year[language], reportYear)
    .option('--by <NAME>', words.by[language])
    .option('--why <TEXT>', words.why[language])
    .addOption(
      new Option('--scope <SCOPE>', words.scope[language])
        .choices(['GOVERNMENT_LEVEL', 'REGION_CONSOLIDATED'])
        .default('REGION_CONSOLIDATED'),
    )
    .option('--override <AGENCY=REASON>', words.override[language], collected, [])
    .option('--as-of <DATE>', words.asOf[language], isoDate)
    .option('--check', words.check[language])
    .addHelpText('after', words.exit[language])
    .action(
      async (region: string, year: number, options: ConsolidateArguments, command: Command) => {
        if (options.override.some((text) => !/^[^=]+=./.test(text))) {
          command.error(words.usage[language], { exitCode: 2 });
        }
        if (!options.check && (!options.by || !options.why)) {
          command.error(words.authorUsage[language], { exitCode: 2 });
        }
        const { runConsolidate } = await import('./run-consolidate.js');
        process.exitCode = (await runConsolidate({ region, year }, options, language)) ? 0 : 1;
      },
    );

const collected = (text: string, before: string[]): string[] => [...before, text];
