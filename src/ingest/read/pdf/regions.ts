import {
  around,
  holds,
  widthOf,
  type Box,
  type Fill,
  type Glyph,
  type PdfPage,
  type Rule,
} from './geometry.js';
import { linesOf, type Line } from './rule-lines.js';
import { textLines, words, type TextLine } from './text-lines.js';

/** A part of a page that is read from top to bottom by itself. */
export interface Region {
  page: number;
  glyphs: readonly Glyph[];
  rules: readonly Rule[];
  fills: readonly Fill[];
}

/** Gap between columns of text, in ems. */
const GUTTER = 1.2;
/** Lines on each side of the gap that fill their column, at least, and as a share of the lines there. */
const LEAST_FULL = 3;
const FULL = 0.4;
const WIDE = 0.8;
/** Lines of a table stand between ruling lines at most this far off, in points. */
const NEAR_RULE = 90;

/**
 * The parts of a page in reading order: the whole page, or, where text is set in two columns, what stands over both, then
 * the left one, then the right one.
 */
export function regionsOf(page: PdfPage, glyphs: readonly Glyph[]): Region[] {
  const whole = { page: page.number, glyphs, rules: page.rules, fills: page.fills };
  const lines = textLines(glyphs).flatMap((l) => words(l, GUTTER));
  const gutter = gutterOf(page, lines);
  if (gutter === null) return [whole];
  const across = lines.filter((l) => l.x0 < gutter && l.x1 > gutter);
  const bands = bandsBetween(across, page);
  return bands
    .flatMap((band) =>
      band.across
        ? [part(whole, band)]
        : [part(whole, { ...band, x1: gutter }), part(whole, { ...band, x0: gutter })],
    )
    .filter((r) => r.glyphs.length > 0);
}

const part = (whole: Region, box: Box): Region => ({
  page: whole.page,
  glyphs: whole.glyphs.filter((g) => holds(box, g)),
  rules: whole.rules.filter((r) => holds(box, r)),
  fills: whole.fills.filter((f) => holds(box, f)),
});

/** A gap near the middle of the page that text keeps clear, with full lines on both sides; none that ruling lines cross. */
function gutterOf(page: PdfPage, lines: readonly TextLine[]): number | null {
  const middle = page.width / 2;
  const rules = linesOf(page.rules, 'horizontal');
  const near = lines.filter((l) => l.x1 > page.width * 0.1 && l.x0 < page.width * 0.9);
  const candidates = [0, -1, 1, -2, 2, -3, 3, -4, 4].map((n) => middle + n * page.width * 0.02);
  for (const x of candidates) {
    const crossing = near.filter((l) => l.x0 < x && l.x1 > x);
    const ruled = rules.some((r) => r.from < x && r.to > x);
    if (ruled || crossing.length > near.length * 0.15) continue;
    const sides = [
      [0, x],
      [x, page.width],
    ] as const;
    if (sides.every(([from, to]) => isColumn(rules, near, from, to))) return x;
  }
  return null;
}

/** Most lines between two heights fill the column; those in tables need not, whose ruling lines do. */
function isColumn(
  rules: readonly Line[],
  lines: readonly TextLine[],
  from: number,
  to: number,
): boolean {
  const here = lines.filter((l) => l.x0 >= from && l.x1 <= to);
  const width = widthOf(around(here)) * WIDE;
  const ruled = rules
    .filter((r) => r.from >= from && r.to <= to && r.to - r.from > width)
    .map((r) => r.place[0]);
  const inTable = (l: TextLine): boolean =>
    ruled.some((y) => y < l.baseline && y > l.baseline - NEAR_RULE) &&
    ruled.some((y) => y > l.baseline && y < l.baseline + NEAR_RULE);
  const text = here.filter((l) => !inTable(l));
  const full = text.filter((l) => widthOf(l) > width).length;
  return full + ruled.length >= LEAST_FULL && full + ruled.length >= text.length * FULL;
}

interface Band extends Box {
  across: boolean;
}

/** Stretches of the page, from the top, with text over both columns and without. */
function bandsBetween(across: readonly TextLine[], page: PdfPage): Band[] {
  const bands: Band[] = [];
  const add = (y0: number, y1: number, isAcross: boolean): void => {
    if (y1 > y0) bands.push({ x0: 0, x1: page.width, y0, y1, across: isAcross });
  };
  let y = 0;
  for (const line of across.toSorted((a, b) => a.y0 - b.y0)) {
    add(y, line.y0, false);
    add(Math.max(y, line.y0), line.y1, true);
    y = Math.max(y, line.y1);
  }
  add(y, page.height, false);
  return bands;
}
