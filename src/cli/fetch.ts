import { Command, InvalidArgumentError, Option } from 'commander';
import type { Language } from '../format/form.js';
import { suffixOf } from './fetch/policy.js';
import { fetchWords as words } from './fetch-words.js';
import { importWords } from './import-words.js';
import type { FetchArguments } from './run-fetch.js';

/** `nianbao fetch URL... --allow SUFFIX [--list] [--pause SECONDS] [--status SUBMITTED] [--roster-only]`. */
export const fetchCommand = (language: Language): Command =>
  new Command('fetch')
    .description(words.fetch[language])
    .argument('<URL...>', words.addresses[language])
    .addOption(
      new Option('--allow <SUFFIX>', words.allow[language])
        .env('FETCH_ALLOW')
        .argParser((text: string, before: string[] | undefined) =>
          suffixes(text, before, language),
        ),
    )
    .option('--list', words.list[language])
    .option('--pause <SECONDS>', words.pause[language], (text) => seconds(text, language), 2)
    .addOption(
      new Option('--status <STATUS>', importWords.statusOption[language])
        .choices(['PUBLISHED', 'SUBMITTED'])
        .default('PUBLISHED'),
    )
    .option('--roster-only', importWords.rosterOnly[language])
    .addHelpText('after', words.exit[language])
    .action(async (addresses: string[], options: FetchArguments, command: Command) => {
      if (!options.allow?.length) command.error(words.off[language], { exitCode: 2 });
      const { fetchAddresses } = await import('./run-fetch.js');
      process.exitCode = (await fetchAddresses(addresses, options, language)) ? 0 : 1;
    });

/** Also several in one text, as an environment variable holds them. */
const suffixes = (text: string, before: string[] | undefined, language: Language): string[] => {
  const parts = text.split(/[\s,]+/).filter((part) => part !== '');
  const added = parts.map((part) => {
    const suffix = suffixOf(part);
    if (suffix === null) throw new InvalidArgumentError(words.noSuffix(part)[language]);
    return suffix;
  });
  return [...(before ?? []), ...added];
};

const seconds = (text: string, language: Language): number => {
  const value = /^\d{1,4}(?:\.\d{1,3})?$/.test(text) ? Number(text) : NaN;
  if (Number.isNaN(value)) throw new InvalidArgumentError(words.noSeconds[language]);
  return value;
};
