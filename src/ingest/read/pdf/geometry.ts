/** Shapes on a page in points, origin at the top left corner as the page is read. */

export interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** One printed character. Its box is its advance wide and one em high. */
export interface Glyph extends Box {
  text: string;
  /** One em, as printed. */
  size: number;
  /** Where it stands: the same for all characters of a line, whatever their fonts. */
  baseline: number;
  /** Where on the baseline it begins. */
  ox: number;
  /** What is really inked. */
  ink: Box;
  /** Quarter turns counter-clockwise against the page's other text: 1 reads upwards, 3 downwards. */
  quarter: Quarter;
  look: Look;
  /** Whether a space is written behind it. */
  spaceBehind: boolean;
}

export type Quarter = 0 | 1 | 2 | 3;

/** How a piece of text is painted. */
export interface Look {
  /** 0 black to 1 white; transparent paint counts as paler. */
  lightness: number;
  /** Painted with nothing, as the text behind a scanned page is. */
  invisible: boolean;
}

/** A ruling line; horizontal where y0 = y1, vertical where x0 = x1; a dot of a dotted line where neither. */
export type Rule = Box;

/** A filled rectangle that is no line. */
export interface Fill extends Box {
  lightness: number;
}

export interface PdfPage {
  /** Counting from 1. */
  number: number;
  width: number;
  height: number;
  glyphs: readonly Glyph[];
  /** Lines, pieces of dashed ones included. */
  rules: readonly Rule[];
  fills: readonly Fill[];
  images: readonly Box[];
  /** Characters whose font tells no character code. */
  unmapped: number;
}

export const middleX = (b: Pick<Box, 'x0' | 'x1'>): number => (b.x0 + b.x1) / 2;
export const middleY = (b: Pick<Box, 'y0' | 'y1'>): number => (b.y0 + b.y1) / 2;
export const widthOf = (b: Pick<Box, 'x0' | 'x1'>): number => b.x1 - b.x0;
export const heightOf = (b: Box): number => b.y1 - b.y0;

/** Whether the middle of a shape lies in a box. */
export const holds = (box: Box, b: Box): boolean => {
  const x = middleX(b);
  const y = middleY(b);
  return x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1;
};

/** The smallest box around shapes. */
export function around(shapes: readonly Box[]): Box {
  const box = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };
  for (const s of shapes) {
    box.x0 = Math.min(box.x0, s.x0);
    box.y0 = Math.min(box.y0, s.y0);
    box.x1 = Math.max(box.x1, s.x1);
    box.y1 = Math.max(box.y1, s.y1);
  }
  return box;
}

/** `page 3 box 72,101,120,115`: left, top, right, bottom in points from the page's top left corner. */
export const locate = (page: number, b: Box): string =>
  `page ${page} box ${[b.x0, b.y0, b.x1, b.y1].map((n) => Math.round(n)).join(',')}`;

/** Values that lie within `tolerance` of their neighbour, as ranges in ascending order. */
export function cluster(values: readonly number[], tolerance: number): [number, number][] {
  const groups: [number, number][] = [];
  for (const value of values.toSorted((a, b) => a - b)) {
    const last = groups.at(-1);
    if (last && value - last[1] <= tolerance) last[1] = value;
    else groups.push([value, value]);
  }
  return groups;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
