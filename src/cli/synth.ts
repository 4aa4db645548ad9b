import { Command, InvalidArgumentError } from 'commander';
import type { NationalOptions } from '../filing/synth/national.js';
import type { Language } from '../format/form.js';
import { Progress } from './progress.js';
import { synthWords as words } from './synth-words.js';

interface SynthArguments {
  reports: number;
  seed: string;
  to?: string;
}

const wholeNumber = (text: string): number => {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('a whole number from 1 to 9999999');
};

/** `nianbao synth --reports N [--seed S] [--to FOLDER]`. */
export const synthCommand = (language: Language): Command =>
  new Command('synth')
    .description(words.synth[language])
    .requiredOption('--reports <N>', words.reports[language], wholeNumber)
    .option('--seed <S>', words.seed[language], '1')
    .option('--to <PATH>', words.to[language])
    .addHelpText('after', words.own[language])
    .action(async ({ to, ...options }: SynthArguments) => {
      const progress = new Progress(options.reports);
      try {
        await (to === undefined ? file : writer(to))(options, (more) => progress.step(more));
      } finally {
        progress.end();
      }
      const { reports, seed } = options;
      console.log(
        (to === undefined ? words.made(reports, seed) : words.written(reports, seed, to))[language],
      );
    });

type Make = (options: NationalOptions, onMade: (reports: number) => void) => Promise<void>;

const file: Make = async (options, onMade) => {
  const { fileNational } = await import('../filing/synth/file-national.js');
  const { analyze } = await import('../entities/database.js');
  const { withDatabase } = await import('./with-database.js');
  await withDatabase(async (database) => {
    await fileNational(database, options, onMade);
    await analyze(database);
  });
};

/** Pages of a folder, or lines of a file. */
const writer =
  (path: string): Make =>
  async (options, onMade) => {
    if (path.endsWith('.ndjson')) {
      const { writeParsed } = await import('./write-parsed.js');
      await writeParsed(path, options, onMade);
    } else {
      const { writeNational } = await import('../filing/synth/write-national.js');
      await writeNational(path, options, onMade);
    }
  };
