import { appeals, carrying } from './words/appeals.js';
import { elsewhere } from './words/elsewhere.js';
import { outcomes, reasons } from './words/outcomes.js';
import { documents, publishing, ways, website } from './words/publication.js';
import { asking, requests } from './words/requests.js';
import { comparing, steering } from './words/steering.js';
import type { Word, Wordings } from './words/word.js';

export type { Word } from './words/word.js';

/** In this order: of the words that begin at a place the first is taken. */
const ordered: Wordings = [
  ...elsewhere,
  ...comparing,
  ...carrying,
  ...appeals,
  ...reasons,
  ...outcomes,
  ...ways,
  ...asking,
  ...website,
  ...documents,
  ...requests,
  ...publishing,
  ...steering,
];

const onlyGrouping = (pattern: string): string => pattern.replace(/(?<!\\)\((?!\?)/g, '(?:');

const alternatives = ordered.map(([, wordings]) => `(${onlyGrouping(wordings.join('|'))})`);
const anyWord = new RegExp(alternatives.join('|'), 'y');

/** The word that begins at a place of plain text. */
export function wordAt(text: string, at: number): { word: Word; text: string } | null {
  anyWord.lastIndex = at;
  const found = anyWord.exec(text);
  if (!found || found[0] === '') return null;
  const group = found.findIndex((part: string | undefined, i) => i > 0 && part !== undefined);
  const word = ordered[group - 1]?.[0];
  return word ? { word, text: found[0] } : null;
}
