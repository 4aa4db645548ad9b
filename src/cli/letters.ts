import { Command, Option } from 'commander';
import type { Language } from '../format/form.js';
import { lettersWords as words } from './letters-words.js';
import { officeWords } from './office-words.js';
import type { LettersArguments } from './run-letters.js';
import { isoDate, reportYear } from './year-option.js';

/** `nianbao letters REGION YEAR --kind RETURN|REMINDER --answer-by DATE --signed-by NAME --output ZIP`. */
export const lettersCommand = (language: Language): Command =>
  new Command('letters')
    .description(words.letters[language])
    .argument('<REGION>', officeWords.region[language])
    .argument('<YEAR>', officeWords.year[language], reportYear)
    .addOption(
      new Option('--kind <KIND>', words.kind[language])
        .choices(['RETURN', 'REMINDER'])
        .makeOptionMandatory(),
    )
    .requiredOption('--answer-by <DATE>', words.answerBy[language], isoDate)
    .requiredOption('--signed-by <NAME>', words.signedBy[language])
    .requiredOption('--output <ZIP>', words.output[language])
    .addHelpText('after', officeWords.exit[language])
    .action(async (region: string, year: number, options: LettersArguments) => {
      const { runLetters } = await import('./run-letters.js');
      await runLetters({ region, year }, options, language);
    });
