import { middleX, type Box } from '../geometry.js';
import { UNKNOWN } from '../glyphs.js';
import type { TextLine } from '../text-lines.js';

/** A column of numbers: how far they reach, and the words that make it. */
export interface NumberColumn {
  x0: number;
  x1: number;
  words: TextLine[];
}

/**
 * Columns in which numbers stand. Narrow numbers are placed first; one that reaches over several columns joins those that no row
 * has both of, else it makes none.
 */
export function numberColumns(numbers: readonly TextLine[]): NumberColumn[] {
  let columns: NumberColumn[] = [];
  const byWidth = numbers.toSorted((a, b) => a.x1 - a.x0 - (b.x1 - b.x0));
  for (const word of byWidth) {
    if (acrossColumns(columns, word).length > 0) continue;
    const met = columns.filter((c) => c.x0 < word.x1 && word.x0 < c.x1);
    const joined = met.reduce<NumberColumn>(
      (a, b) => ({
        x0: Math.min(a.x0, b.x0),
        x1: Math.max(a.x1, b.x1),
        words: [...a.words, ...b.words],
      }),
      { x0: word.x0, x1: word.x1, words: [word] },
    );
    columns = [...columns.filter((c) => !met.includes(c)), joined];
  }
  return columns.toSorted((a, b) => a.x0 - b.x0);
}

/** Columns that a word reaches over though numbers stand side by side in them. */
export function acrossColumns(
  columns: readonly NumberColumn[],
  word: Pick<Box, 'x0' | 'x1'>,
): NumberColumn[] {
  const met = columns.filter((c) => c.x0 < word.x1 && word.x0 < c.x1);
  return met.length > 1 && shareRow(met) ? met : [];
}

const shareRow = (columns: readonly NumberColumn[]): boolean =>
  columns.some((a, i) =>
    columns
      .slice(i + 1)
      .some((b) =>
        a.words.some((x) => b.words.some((y) => Math.abs(x.baseline - y.baseline) < x.size * 0.5)),
      ),
  );

/**
 * The column a word belongs to: the one it stands over, of several the one it is level with at its left, right or middle; else the
 * nearest.
 */
export function columnOf(columns: readonly NumberColumn[], word: Pick<Box, 'x0' | 'x1'>): number {
  const met = columns.filter((c) => c.x0 < word.x1 && word.x0 < c.x1);
  const near = (c: NumberColumn): number =>
    Math.min(
      Math.abs(c.x0 - word.x0),
      Math.abs(c.x1 - word.x1),
      Math.abs(middleX(c) - middleX(word)),
    );
  const [first = columns[0], ...others] = met.length > 0 ? met : columns;
  if (!first) return -1;
  return columns.indexOf(others.reduce((a, b) => (near(b) < near(a) ? b : a), first));
}

/**
 * Columns widened by words that stand over them in order, one for each: heads may be set at the left of columns whose numbers stand at
 * the right. Left as they are where they would run into each other.
 */
export function widened(
  columns: readonly NumberColumn[],
  heads: readonly Pick<Box, 'x0' | 'x1'>[],
): NumberColumn[] {
  if (heads.length > columns.length) return withEmpty(columns, heads);
  if (heads.length < columns.length) return [...columns];
  const ordered = heads.toSorted((a, b) => a.x0 - b.x0);
  if (ordered.some((head, i) => isOverAnother(columns, head, i))) return withBare(columns, ordered);
  const wide = columns.map((c, i) => ({
    ...c,
    x0: Math.min(c.x0, ordered[i]?.x0 ?? c.x0),
    x1: Math.max(c.x1, ordered[i]?.x1 ?? c.x1),
  }));
  const apart = wide.every((c, i) => i === 0 || (wide[i - 1]?.x1 ?? c.x0) < c.x0);
  return apart ? wide : [...columns];
}

/** Whether a head stands over a column that is not the one of its place in the line. */
const isOverAnother = (
  columns: readonly NumberColumn[],
  head: Pick<Box, 'x0' | 'x1'>,
  place: number,
): boolean => {
  const met = columns.filter((c) => c.x0 < head.x1 && head.x0 < c.x1);
  return met.length === 1 && met[0] !== columns[place];
};

/** One head too few for its place shows another that stands over no numbers: that is a column without any. */
function withBare(
  columns: readonly NumberColumn[],
  heads: readonly Pick<Box, 'x0' | 'x1'>[],
): NumberColumn[] {
  const bare = heads.filter((h) => !columns.some((c) => c.x0 < h.x1 && h.x0 < c.x1));
  const added = bare.map(({ x0, x1 }): NumberColumn => ({ x0, x1, words: [] }));
  return [...columns, ...added].toSorted((a, b) => a.x0 - b.x0);
}

/** Heads that stand over no numbers are those of columns without any. */
function withEmpty(
  columns: readonly NumberColumn[],
  heads: readonly Pick<Box, 'x0' | 'x1'>[],
): NumberColumn[] {
  const empty = heads.filter((h) => !columns.some((c) => c.x0 < h.x1 && h.x0 < c.x1));
  if (columns.length + empty.length !== heads.length) return [...columns];
  const added = empty.map(({ x0, x1 }): NumberColumn => ({ x0, x1, words: [] }));
  return [...columns, ...added].toSorted((a, b) => a.x0 - b.x0);
}

/** Where neighbouring columns part. */
export const separators = (columns: readonly NumberColumn[]): number[] =>
  columns.slice(1).map((c, i) => ((columns[i]?.x1 ?? c.x0) + c.x0) / 2);

/**
 * The words of a row, a list a column. One that lies over several columns may be several numbers that touch: where no other word shows
 * what stands in each column, none of its digits can be told apart, and the columns without another hold them illegible.
 */
export function inColumns(
  columns: readonly NumberColumn[],
  words: readonly TextLine[],
): TextLine[][] {
  const out = columns.map((): TextLine[] => []);
  for (const word of words) out[columnOf(columns, word)]?.push(word);
  for (const word of words) {
    const met = acrossColumns(columns, word).map((c) => columns.indexOf(c));
    const unsure = met.some((c) => out[c]?.length === 0);
    if (!unsure || !/[\d０-９]{2}/.test(word.text)) continue;
    const blurred = { ...word, text: word.text.replace(/[\d０-９]/g, UNKNOWN) };
    for (const c of met) {
      const others = (out[c] ?? []).filter((w) => w !== word);
      out[c] = others.length > 0 ? others : [blurred];
    }
  }
  return out;
}
