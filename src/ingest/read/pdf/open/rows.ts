import { around, middleX } from '../geometry.js';
import type { TextLine } from '../text-lines.js';
import type { Hints } from './hints.js';

/** Numbers that stand in one row. */
export interface NumberRow {
  words: TextLine[];
  /** Usual baseline of its words. */
  baseline: number;
  top: number;
  bottom: number;
}

/** Share of neighbouring rows that lines part where lines part all of them, and how many pairs show it. */
const RULED = 0.75;
const FEW = 4;

/** Smallest distance between lines that stand above each other, in points: how tight text is set. */
export function linePitch(words: readonly TextLine[]): number {
  const ordered = words.toSorted((a, b) => a.baseline - b.baseline);
  let least = Infinity;
  ordered.forEach((word, i) => {
    for (const below of ordered.slice(i + 1)) {
      const apart = below.baseline - word.baseline;
      if (apart > Math.min(least, word.size * 3)) break;
      const over = below.x0 < word.x1 && word.x0 < below.x1;
      if (over && apart > word.size * 0.85) least = apart;
    }
  });
  return least;
}

/** Rows of numbers, from top to bottom. A number in two lines stands half a line above and below its row. */
export function numberRows(numbers: readonly TextLine[], pitch: number, hints: Hints): NumberRow[] {
  const rows: TextLine[][] = [];
  for (const word of numbers.toSorted((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1);
    if (row?.some((w) => isBeside(w, word, pitch, hints))) row.push(word);
    else rows.push([word]);
  }
  return joined(rows, hints).map((row) => {
    const top = Math.min(...row.map((w) => w.baseline));
    const bottom = Math.max(...row.map((w) => w.baseline));
    return { words: row, baseline: (top + bottom) / 2, top, bottom };
  });
}

/** Where lines part nearly all rows, those without one between them are one: its numbers stand in two lines. */
function joined(rows: readonly TextLine[][], hints: Hints): TextLine[][] {
  const parted = rows.slice(1).map((row, i) => isParted(rows[i] ?? [], row, hints));
  const ruled = parted.length >= FEW && parted.filter((p) => p).length >= parted.length * RULED;
  if (!ruled) return [...rows];
  const out: TextLine[][] = [];
  rows.forEach((row, i) => {
    if (i > 0 && parted[i - 1] === false) out.at(-1)?.push(...row);
    else out.push([...row]);
  });
  return out;
}

function isParted(above: readonly TextLine[], below: readonly TextLine[], hints: Hints): boolean {
  const box = around([...above, ...below]);
  const lowest = Math.max(...above.map((w) => w.baseline));
  const highest = Math.min(...below.map((w) => w.baseline - w.size * 0.5));
  return hints.between(lowest, highest, box.x0, box.x1);
}

/** Less than a line apart, in different columns, and no line drawn between them. */
const isBeside = (a: TextLine, b: TextLine, pitch: number, hints: Hints): boolean => {
  const apart = b.baseline - a.baseline;
  const over = a.x0 < b.x1 && b.x0 < a.x1;
  if (over || apart > Math.max(a.size * 0.35, Math.min(pitch, a.size * 3) * 0.6)) return false;
  const lift = a.size * 0.3;
  return !hints.between(
    a.baseline - lift,
    b.baseline - lift,
    Math.min(middleX(a), middleX(b)),
    Math.max(middleX(a), middleX(b)),
  );
};
