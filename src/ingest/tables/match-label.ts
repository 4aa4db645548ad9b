import { forms } from '../../format/forms.js';
import { editDistance, isThinned } from './edit-distance.js';
import { chineseOrdinal, comparable, labelText } from './label-text.js';
import type { LabelText } from './label-text.js';
import { lexicon } from './lexicon.js';
import type { LegalLabel } from './lexicon.js';
import { memo } from './memo.js';

/** A label that a text may be; cost 0 is the label itself, at most `WORST`. */
export interface Candidate {
  id: number;
  cost: number;
}

export interface LabelMatch {
  /** Best first; empty where the text is no label. */
  candidates: readonly Candidate[];
  /** Keys of the blocks whose heading the text is; all of table two where its number is lost. */
  heading: readonly string[];
}

export const WORST = 0.85;
/** A label at most this far from the form's own says its row by itself. */
export const SURE = 0.12;
const NONE: LabelMatch = { candidates: [], heading: [] };

/** What labels a printed text may be. Equal texts get the same answer, the very same object. */
export const matchLabel: (raw: string) => LabelMatch = memo(match);

/** True where the text is a label or a heading, allowing for small slips. */
export function isLabel(text: string): boolean {
  const { candidates, heading } = matchLabel(text);
  return heading.length > 0 || (candidates[0]?.cost ?? 1) < 0.3;
}

function match(raw: string): LabelMatch {
  const text = labelText(raw);
  if (!text || (text.core === '' && text.bare === '')) return NONE;
  const heading = headingOf(raw);
  if (heading.length > 0) return { candidates: [], heading };
  const candidates: Candidate[] = [];
  for (const id of likely(text)) {
    const label = lexicon[id];
    const cost = label ? costOf(text, label) : Infinity;
    if (cost <= WORST) candidates.push({ id, cost });
  }
  candidates.sort((a, b) => a.cost - b.cost);
  return { candidates, heading: [] };
}

/** For each character the labels that hold it. */
const holders = new Map<string, number[]>();
for (const label of lexicon) {
  for (const c of new Set(label.spellings.flatMap((s) => Array.from(s.core)))) {
    holders.set(c, [...(holders.get(c) ?? []), label.id]);
  }
}

/** Labels that share at least two characters with the text: a cheap first look. */
function likely({ core }: LabelText): number[] {
  const shared = new Uint16Array(lexicon.length);
  for (const c of core) for (const id of holders.get(c) ?? []) shared[id] = (shared[id] ?? 0) + 1;
  const ids: number[] = [];
  shared.forEach((n, id) => {
    if (n >= 2 && n * 3 >= Math.min(core.length, 6)) ids.push(id);
  });
  return ids;
}

const costOf = (text: LabelText, label: LegalLabel): number =>
  label.spellings.reduce(
    (least, spelling, i) => Math.min(least, spellingCost(text, spelling) + (i > 0 ? 0.04 : 0)),
    Infinity,
  );

function spellingCost(text: LabelText, spelling: LabelText): number {
  const words = Math.min(
    wordsCost(text.core, spelling.core),
    wordsCost(text.bare, spelling.bare) + (text.core === text.bare ? 0 : 0.02),
  );
  return words > WORST ? words : words + numberCost(text.ordinal, spelling.ordinal);
}

function numberCost(text: number | null, label: number | null): number {
  if (text === label) return 0;
  if (text === null) return 0.03;
  return label === null ? 0.15 : 0.3;
}

/** Cost of taking `text` for `label`, both without numbers and punctuation. */
function wordsCost(text: string, label: string): number {
  if (text === label) return 0;
  const [a, b] = [text.length, label.length];
  if (a < 2 || b < 2 || !overlaps(text, label)) return Infinity;
  let cost = Infinity;
  if (label.startsWith(text)) cost = 0.25 + 0.5 * (1 - a / b);
  else if (a >= 3 && a * 2 >= b && isThinned(text, label)) cost = 0.15 + 0.6 * (1 - a / b);
  else if (a >= 4 && label.includes(text)) cost = 0.3 + 0.5 * (1 - a / b);
  if (text.includes(label) && a - b <= Math.max(2, b / 2)) {
    cost = Math.min(cost, 0.25 + (0.5 * (a - b)) / b);
  }
  const most = b <= 2 ? 0 : b === 3 ? 1 : Math.floor(b * 0.4);
  const distance = cost < 0.2 ? most + 1 : editDistance(text, label, most);
  return distance > most ? cost : Math.min(cost, 0.12 + (1.2 * distance) / b);
}

/** At least half of the shorter text's characters stand in the other: a cheap first look. */
function overlaps(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  let shared = 0;
  for (const c of short) if (long.includes(c)) shared++;
  return shared * 2 >= short.length;
}

const HEADING =
  /(?:第?二十条|第20条)第?[(（]?([一二三四五六七八九十]{1,2}|\d{1,2})?[)）]?第?[一]?项?$/;

const headed = new Map<number, string[]>();
for (const block of forms.flatMap((f) => f.blocks)) {
  const number = block.heading && headingNumber(block.heading.zh);
  if (typeof number === 'number') {
    headed.set(number, [...new Set([...(headed.get(number) ?? []), block.key])]);
  }
}
const allHeaded = [...new Set([...headed.values()].flat())];

/** 第（五）项 → 5; null where it is such a heading without its number, undefined where it is none. */
function headingNumber(raw: string): number | null | undefined {
  const text = comparable(raw);
  if (text.length > 24) return undefined;
  const found = HEADING.exec(text);
  if (!found) return undefined;
  const number = found[1];
  if (number === undefined) return null;
  return /\d/.test(number) ? Number(number) : chineseOrdinal(number);
}

function headingOf(raw: string): readonly string[] {
  const number = headingNumber(raw);
  if (number === undefined) return [];
  return (number === null ? undefined : headed.get(number)) ?? allHeaded;
}
