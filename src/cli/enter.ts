import { Command, Option } from 'commander';
import { reportScopes } from '../format/report-scopes.js';
import type { Language } from '../format/form.js';
import { wholeYear } from './correct.js';
import { correctWords as words } from './correct-words.js';
import { importWords } from './import-words.js';
import type { EnterArguments } from './run-enter.js';

/** `nianbao enter FILE NUMBERS --agency NAME --year Y --by NAME --why TEXT`, or `nianbao enter --template YEAR`. */
export const enterCommand = (language: Language): Command =>
  new Command('enter')
    .description(words.enter[language])
    .argument('[FILE]', words.document[language])
    .argument('[NUMBERS]', words.numbers[language])
    .option('--by <NAME>', words.by[language])
    .option('--why <TEXT>', words.why[language])
    .option('--agency <NAME>', words.agency[language])
    .option('--region <CODE>', words.region[language])
    .option('--year <Y>', words.year[language], wholeYear)
    .addOption(new Option('--scope <SCOPE>', words.scope[language]).choices([...reportScopes]))
    .option('--title <TEXT>', words.title[language])
    .option('--url <URL>', words.url[language])
    .option('--published-on <YYYY-MM-DD>', words.publishedOn[language])
    .addOption(
      new Option('--status <STATUS>', importWords.statusOption[language])
        .choices(['PUBLISHED', 'SUBMITTED'])
        .default('PUBLISHED'),
    )
    .option('--roster-only', importWords.rosterOnly[language])
    .option('--template <YEAR>', words.template[language], wholeYear)
    .action(
      async (
        file: string | undefined,
        numbers: string | undefined,
        options: EnterArguments & { template?: number },
        command: Command,
      ) => {
        const { printTemplate, runEnter } = await import('./run-enter.js');
        if (options.template !== undefined) return printTemplate(options.template);
        const { by, why } = options;
        if (file === undefined || numbers === undefined || !by || !why) {
          return command.error(words.enterUsage[language], { exitCode: 2 });
        }
        const entered = await runEnter(file, numbers, { ...options, by, why }, language);
        process.exitCode = entered ? 0 : 1;
      },
    );
