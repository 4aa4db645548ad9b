import { Command } from 'commander';
import type { Language } from '../format/form.js';
import { correctWords } from './correct-words.js';
import { explainWords as words } from './explain-words.js';
import type { ExplainArguments } from './run-explain.js';

/** `nianbao explain REPORT [FINDING --by NAME --why TEXT [--dismiss]]`. */
export const explainCommand = (language: Language): Command =>
  new Command('explain')
    .description(words.explain[language])
    .argument('<REPORT>', correctWords.report[language])
    .argument('[FINDING]', words.finding[language])
    .option('--by <NAME>', correctWords.by[language])
    .option('--why <TEXT>', correctWords.why[language])
    .option('--dismiss', words.dismiss[language])
    .addHelpText('after', words.exit[language])
    .action(
      async (
        report: string,
        finding: string | undefined,
        options: ExplainArguments,
        command: Command,
      ) => {
        const { by, why, dismiss = false } = options;
        const { listFindings, runExplain } = await import('./run-explain.js');
        if (finding === undefined) {
          process.exitCode = (await listFindings(report, language)) ? 0 : 1;
          return;
        }
        if (!by || !why) return command.error(words.usage[language], { exitCode: 2 });
        const done = await runExplain(report, finding, { by, why, dismiss }, language);
        process.exitCode = done ? 0 : 1;
      },
    );
