import { Command, InvalidArgumentError } from 'commander';
import type { Language } from '../format/form.js';
import { synthWords as words } from './synth-words.js';

interface SynthArguments {
  reports: number;
  seed: string;
}

const wholeNumber = (text: string): number => {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('a whole number from 1 to 9999999');
};

/** `nianbao synth --reports N [--seed S]`. */
export const synthCommand = (language: Language): Command =>
  new Command('synth')
    .description(words.synth[language])
    .requiredOption('--reports <N>', words.reports[language], wholeNumber)
    .option('--seed <S>', words.seed[language], '1')
    .addHelpText('after', words.own[language])
    .action(async ({ reports, seed }: SynthArguments) => {
      const { fileNational } = await import('../filing/synth/file-national.js');
      const { analyze } = await import('../entities/database.js');
      const { Progress } = await import('./progress.js');
      const { withDatabase } = await import('./with-database.js');
      const progress = new Progress(reports);
      await withDatabase(async (database) => {
        try {
          await fileNational(database, { reports, seed }, (more) => progress.step(more));
        } finally {
          progress.end();
        }
        await analyze(database);
      });
      console.log(words.made(reports, seed)[language]);
    });
