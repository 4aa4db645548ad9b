import { formulae } from '../../format/formulae.js';
import type { FilledForm } from '../../format/report.js';

/** The prose of a report as a set of short stretches, by which texts are compared. */

/** Characters of a stretch. */
const LENGTH = 6;
/** A text of fewer stretches of its own says too little to be called a copy. */
const FEWEST = 60;

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** What differs between copies is left out: numbers, names, punctuation. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\d[\d.,]*/g, '0')
    .replace(/[^\p{Script=Han}\p{L}0]+/gu, '');

/** Within sentences: where one ends and which comes next says nothing. */
const stretchesOf = (text: string): Set<number> => {
  const stretches = new Set<number>();
  for (const sentence of text.split(/[。；;！？\n]/)) addStretches(stretches, bare(sentence));
  return stretches;
};

const addStretches = (stretches: Set<number>, sentence: string): void => {
  const characters = Array.from(sentence, (c) => c.codePointAt(0) ?? 0);
  for (let i = 0; i + LENGTH <= characters.length; i++) {
    let hash = FNV_OFFSET;
    for (let k = i; k < i + LENGTH; k++) {
      hash = Math.imul(hash ^ (characters[k] ?? 0), FNV_PRIME);
    }
    stretches.add(hash >>> 0);
  }
};

const ofEvery = new Set(formulae.flatMap((text) => [...stretchesOf(text)]));

/** Hashes of the stretches that are the report's own; null where there are too few. */
export const proseShingles = ({ agency, sections }: FilledForm): ReadonlySet<number> | null => {
  const text = sections.map((section) => section.text).join('\n');
  const named = agency === null || agency.length < 2 ? text : text.replaceAll(agency, '本');
  const own = stretchesOf(named);
  for (const stretch of own) if (ofEvery.has(stretch)) own.delete(stretch);
  return own.size < FEWEST ? null : own;
};
