import { Command } from 'commander';
import type { Language } from '../format/form.js';
import { officeWords } from './office-words.js';
import type { TemplateArguments } from './run-template.js';
import { templateWords as words } from './template-words.js';
import { reportYear } from './year-option.js';

/** `nianbao template YEAR --output FILE [--agency NAME] [--region CODE]`. */
export const templateCommand = (language: Language): Command =>
  new Command('template')
    .description(words.template[language])
    .argument('<YEAR>', officeWords.year[language], reportYear)
    .requiredOption('--output <XLSX>', words.output[language])
    .option('--agency <NAME>', words.agency[language])
    .option('--region <CODE>', words.region[language])
    .addHelpText('after', officeWords.exit[language])
    .action(async (year: number, options: TemplateArguments) => {
      const { runTemplate } = await import('./run-template.js');
      process.exitCode = (await runTemplate(year, options)) ? 0 : 1;
    });
