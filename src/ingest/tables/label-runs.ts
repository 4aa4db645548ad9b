import { sections } from '../../format/sections.js';
import type { LabelItem, OtherItem } from './items.js';
import { comparable, labelText } from './label-text.js';
import { lexicon } from './lexicon.js';
import { matchLabel } from './match-label.js';
import type { LabelMatch } from './match-label.js';
import { memo } from './memo.js';
import type { Token } from './token.js';

/**
 * Turns a run of texts without numbers between them into labels: joins labels that were printed in pieces
 * (商业 / 企业, one character a line) and takes apart texts that hold several (（三）不予公开 1.国家秘密).
 */

const MOST_PIECES = 24;
/** In a longer run of texts no pieces are joined: it is no head of a table. */
const LONGEST_RUN = 3_000;
const NO_LABEL = 1;
const JOIN = 0.03;

/** Every beginning of every label, without number and punctuation. */
const beginnings = new Set<string>();
for (const spelling of lexicon.flatMap((l) => l.spellings)) {
  for (let n = 0; n <= spelling.core.length; n++) beginnings.add(spelling.core.slice(0, n));
}

interface Step {
  from: number;
  cost: number;
  match: LabelMatch | null;
}

/** The cheapest way to read the texts of a run as labels. */
export function labelsOfRun(run: readonly Token[]): (LabelItem | OtherItem)[] {
  const best: Step[] = [{ from: 0, cost: 0, match: null }];
  for (let i = 0; i < run.length; i++) {
    extend(best, run, i);
  }
  const items: (LabelItem | OtherItem)[] = [];
  for (let to = run.length; to > 0;) {
    const step = best[to];
    if (!step) break;
    items.push(...itemsOf(run.slice(step.from, to), step.match));
    to = step.from;
  }
  return items.reverse();
}

/** Tries all texts that begin with piece `from`. */
function extend(best: Step[], run: readonly Token[], from: number): void {
  const before = best[from]?.cost ?? Infinity;
  const first = run[from];
  if (!first) return;
  const alone = first.class === 'PROSE' ? null : matchLabel(first.text);
  offer(
    best,
    from,
    from + 1,
    before + costOfMatch(alone, first.text),
    isLabel(alone) ? alone : null,
  );
  if (first.class === 'PROSE' || run.length > LONGEST_RUN || !begins(first.text)) return;
  let joined = first.text;
  for (let to = from + 1; to < run.length && to - from < MOST_PIECES; to++) {
    const next = run[to];
    if (!next || next.class === 'PROSE') return;
    joined += next.text;
    if (!begins(joined)) return;
    const match = matchLabel(joined);
    const least = match.candidates[0]?.cost ?? Infinity;
    if (least < 0.2) offer(best, from, to + 1, before + least + JOIN * (to - from), match);
  }
}

function offer(
  best: Step[],
  from: number,
  to: number,
  cost: number,
  match: LabelMatch | null,
): void {
  if (cost < (best[to]?.cost ?? Infinity)) best[to] = { from, cost, match };
}

const isLabel = (match: LabelMatch | null): match is LabelMatch =>
  match !== null && (match.candidates.length > 0 || match.heading.length > 0);

const costOfMatch = (match: LabelMatch | null, text: string): number => {
  if (!isLabel(match)) return text.trim().length <= 2 ? NO_LABEL / 2 : NO_LABEL;
  return match.heading.length > 0 ? 0 : (match.candidates[0]?.cost ?? 0);
};

function begins(text: string): boolean {
  const parts = labelText(text);
  if (!parts) return false;
  return beginnings.has(parts.core) || /^[一二三四五六七八九十\d]$/.test(parts.core);
}

function itemsOf(tokens: readonly Token[], match: LabelMatch | null): (LabelItem | OtherItem)[] {
  const text = tokens.map((t) => t.text).join('');
  const good = match && (match.heading.length > 0 || (match.candidates[0]?.cost ?? 1) < 0.3);
  const parts = good || tokens[0]?.class === 'PROSE' ? [] : labelParts(text);
  // Items are collected from the last to the first.
  if (parts.length > 0)
    return parts.map((p, i) => ({ kind: 'label' as const, tokens, inner: i > 0, ...p })).reverse();
  if (match) return [{ kind: 'label', text, tokens, ...match }];
  const prose = tokens.some((t) => t.class === 'PROSE') || beginsProse(text);
  return [{ kind: 'other', text, tokens, prose }];
}

/** Sections of the form that have no table: what stands behind their heading is in none, be it no more than 无. */
const withoutTable = sections.filter((s) => s.ordinal > 4);

const beginsProse = (text: string): boolean => {
  const core = labelText(text)?.core ?? '';
  return withoutTable.some((s) => s.sure.test(core));
};

const NUMBER_INSIDE = /(?<=[^(（、.])(?=[(（][一二三四五六七][)）]|\d[.、．]|[一二三四]、)/u;

type Part = LabelMatch & { text: string };

/** Several labels in one text, each found; empty where it does not fall apart so. */
export const labelParts = memo((text: string): readonly Part[] => {
  if (text.length > 200) return [];
  const numbered = comparable(text).split(NUMBER_INSIDE);
  const pieces = numbered.length > 1 ? numbered : firstAndRest(comparable(text));
  if (pieces.length < 2) return [];
  const parts = pieces.map((piece) => ({ text: piece, ...matchLabel(piece) }));
  return parts.every((p) => (p.candidates[0]?.cost ?? 1) < 0.3 || p.heading.length > 0)
    ? parts
    : [];
});

/** Labels without numbers, the longest first. */
const cores = lexicon
  .flatMap((l) => l.spellings.map((s) => s.core))
  .filter((core) => core.length >= 2)
  .sort((a, b) => b.length - a.length);

/** 规章制发件数 → 规章, 制发件数. */
function firstAndRest(text: string): string[] {
  const label = cores.find((core) => text.length > core.length + 1 && text.startsWith(core));
  return label === undefined
    ? [text]
    : [label, text.slice(label.length).replace(/^[-—·、/:]+/, '')];
}
