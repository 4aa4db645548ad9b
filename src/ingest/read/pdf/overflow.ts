import { holds, median, widthOf, type Box, type Glyph } from './geometry.js';
import { UNKNOWN } from './glyphs.js';
import { textLines, words, type TextLine } from './text-lines.js';

/** Widest gap, in ems, between digits of one number. */
const TOUCHING = 0.15;
const DIGITS = /^[\d０-９\uFFFD][\d０-９\uFFFD,，.．]*[\d０-９\uFFFD]$/;
const OF_NUMBERS = /^[\d０-９\uFFFD,，.．]$/;
/** Share of its width that a number wider than its cell has in it at least. */
const MOST = 0.6;
/** A gap between digits of one number is wider than the usual one by no more than this share of an em. */
const EVEN = 0.06;

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
 * something of their own. One that runs into another number, or may be two, is illegible: two numbers that nearly touch
 * show by digits of two widths or by a gap that is wider than the others.
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
    const sound = isEven(number) && !number.text.includes(UNKNOWN);
    const legible = only && alone && share >= MOST && sound;
    for (const glyph of number.glyphs) {
      if (!legible) glyph.text = UNKNOWN;
      else if (cellOf(glyph) !== most) moved.set(glyph, most);
    }
  }
  return moved;
}

/** Whether a number's digits are equally wide and equally far from each other, as those of one number are. */
function isEven({ glyphs, size }: TextLine): boolean {
  const digits = glyphs.filter((g) => /[\d０-９]/.test(g.text));
  const full = digits.filter((g) => /[０-９]/.test(g.text)).length;
  if (full > 0 && full < digits.length) return false;
  const gaps = glyphs.slice(1).map((g, i) => g.x0 - (glyphs[i]?.x1 ?? g.x0));
  const usual = median(gaps);
  return gaps.every((gap) => gap - usual <= size * EVEN);
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
