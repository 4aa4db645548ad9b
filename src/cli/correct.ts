import { Command, InvalidArgumentError, Option } from 'commander';
import { reportScopes } from '../format/report-scopes.js';
import type { Language } from '../format/form.js';
import { correctWords as words } from './correct-words.js';
import type { CorrectArguments } from './run-correct.js';

/**
 * `nianbao correct REPORT CELL VALUE --by NAME --why TEXT`, or
 * `nianbao correct REPORT [--agency NAME] [--year Y] [--scope SCOPE] --by NAME --why TEXT`.
 */
export const correctCommand = (language: Language): Command =>
  new Command('correct')
    .description(words.correct[language])
    .argument('<REPORT>', words.report[language])
    .argument('[CELL]', words.cell[language])
    .argument('[VALUE]', words.value[language])
    .requiredOption('--by <NAME>', words.by[language])
    .requiredOption('--why <TEXT>', words.why[language])
    .option('--agency <NAME>', words.agency[language])
    .option('--region <CODE>', words.region[language])
    .option('--year <Y>', words.year[language], wholeYear)
    .addOption(new Option('--scope <SCOPE>', words.scope[language]).choices([...reportScopes]))
    .option('--create', words.create[language])
    .addHelpText('after', words.exit[language])
    .action(
      async (
        report: string,
        cell: string | undefined,
        value: string | undefined,
        options: CorrectArguments,
        command: Command,
      ) => {
        const ofIdentity = [options.agency, options.year, options.scope].some(
          (o) => o !== undefined,
        );
        if (ofIdentity ? cell !== undefined : value === undefined) {
          command.error(words.usage[language], { exitCode: 2 });
        }
        const { runCorrect } = await import('./run-correct.js');
        const target = cell === undefined || value === undefined ? null : { cell, value };
        process.exitCode = (await runCorrect(report, target, options, language)) ? 0 : 1;
      },
    );

export function wholeYear(text: string): number {
  if (!/^(19|20)\d{2}$/.test(text)) throw new InvalidArgumentError('YYYY');
  return Number(text);
}
