/** Shapes on a page in points, origin at the top left corner as the page is shown. */

export interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** One printed character. */
export interface Glyph extends Box {
  text: string;
  /** Height of the font as printed. */
  size: number;
  /** Where it stands: the same for all characters of a line, whatever their fonts. */
  baseline: number;
}

/** A ruling line; horizontal where y0 = y1, vertical where x0 = x1. */
export type Rule = Box;

export interface PdfPage {
  /** Counting from 1. */
  number: number;
  width: number;
  height: number;
  glyphs: readonly Glyph[];
  rules: readonly Rule[];
  /** Characters whose font tells no character code. */
  unmapped: number;
}

export const middleX = (b: Box): number => (b.x0 + b.x1) / 2;
export const middleY = (b: Box): number => (b.y0 + b.y1) / 2;

/** `page 3 box 72,101,120,115`: left, top, right, bottom in points from the page's top left corner. */
export const locate = (page: number, b: Box): string =>
  `page ${page} box ${[b.x0, b.y0, b.x1, b.y1].map((n) => Math.round(n)).join(',')}`;

/** Values that lie within `tolerance` of their neighbour, as their means in ascending order. */
export function cluster(values: readonly number[], tolerance: number): number[] {
  const groups: number[][] = [];
  for (const value of values.toSorted((a, b) => a - b)) {
    const last = groups.at(-1);
    if (last && value - (last.at(-1) ?? value) <= tolerance) last.push(value);
    else groups.push([value]);
  }
  return groups.map((g) => g.reduce((a, b) => a + b, 0) / g.length);
}
