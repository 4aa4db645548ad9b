import { holds, widthOf, type Box, type Glyph } from './geometry.js';
import { UNKNOWN } from './glyphs.js';
import { textLines, words, type TextLine } from './text-lines.js';

/** Widest gap, in ems, between digits of one number. */
const TOUCHING = 0.15;
const DIGITS = /^[\d０-９\uFFFD][\d０-９\uFFFD,，.．]*[\d０-９\uFFFD]$/;
const OF_NUMBERS = /^[\d０-９\uFFFD,，.．]$/;
/** Share of its width that a number wider than its cell has in it at least. */
const MOST = 0.6;

/** Digits that stand side by side without a gap. */
export const numbersIn = (glyphs: readonly Glyph[]): TextLine[] =>
  textLines(glyphs.filter((g) => g.quarter === 0 && OF_NUMBERS.test(g.text)))
    .flatMap((line) => words(line, TOUCHING))
    .filter((word) => DIGITS.test(word.text.replaceAll(' ', '')));

/** The characters within a box, and those of numbers that run over its sides. */
export function reaching(
  box: Box,
  glyphs: readonly Glyph[],
  numbers: readonly TextLine[],
): Set<Glyph> {
  const inside = new Set(glyphs.filter((g) => holds(box, g)));
  for (const number of numbers) {
    if (!number.glyphs.some((g) => inside.has(g))) continue;
    for (const glyph of number.glyphs) inside.add(glyph);
  }
  return inside;
}

/**
 * Numbers wider than their cells run over the sides, and single digits of them then lie in the next cell. All digits of
 * such a number go to the cell that has most of it, where it reaches less than half over the others and these hold
 * something of their own. One that runs into another number, or may be two, is illegible.
 * @param cellOf index of the cell in which a character lies
 * @returns the cell of each character that belongs to another than it lies in
 */
export function overflowing(
  glyphs: readonly Glyph[],
  cells: readonly Box[],
  cellOf: (glyph: Glyph) => number,
): ReadonlyMap<Glyph, number> {
  const moved = new Map<Glyph, number>();
  for (const number of numbersIn(glyphs)) {
    const shares = sharesOf(number, cellOf);
    if (shares.size < 2) continue;
    const own = new Set(number.glyphs);
    const isOthers = (cell: number, part: number): boolean =>
      part * widthOf(number) < widthOf(cells[cell] ?? number) / 2 &&
      glyphs.some((g) => !own.has(g) && cellOf(g) === cell);
    const [[most, share]] = [...shares].toSorted((a, b) => b[1] - a[1]) as [[number, number]];
    const only = [...shares].every(([cell, part]) => cell === most || isOthers(cell, part));
    const alone = !glyphs.some(
      (g) => !own.has(g) && cellOf(g) === most && isLevel(g, number) && OF_NUMBERS.test(g.text),
    );
    const legible = only && alone && share >= MOST && !number.text.includes(UNKNOWN);
    for (const glyph of number.glyphs) {
      if (!legible) glyph.text = UNKNOWN;
      else if (cellOf(glyph) !== most) moved.set(glyph, most);
    }
  }
  return moved;
}

const isLevel = (glyph: Glyph, { baseline, size }: TextLine): boolean =>
  Math.abs(glyph.baseline - baseline) < size * 0.5;

/** Of each cell the share of the number's width that lies in it. */
function sharesOf(number: TextLine, cellOf: (glyph: Glyph) => number): Map<number, number> {
  const all = number.glyphs.reduce((sum, g) => sum + widthOf(g), 0);
  const shares = new Map<number, number>();
  for (const g of number.glyphs) {
    const cell = cellOf(g);
    shares.set(cell, (shares.get(cell) ?? 0) + widthOf(g) / all);
  }
  return shares;
}
