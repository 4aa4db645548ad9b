import type { Box, Glyph } from './geometry.js';

/** Characters that stand on one line, from left to right. */
export interface TextLine extends Box {
  glyphs: readonly Glyph[];
  text: string;
  /** Usual height of its characters. */
  size: number;
}

/** A gap wider than this share of a character's height is printed as a space. */
const SPACE = 0.33;

/** A baseline further off than this share of a character's height is another line; a raised digit stays on its own. */
const SAME_LINE = 0.38;

/** Groups characters into lines from top to bottom. */
export function textLines(glyphs: readonly Glyph[]): TextLine[] {
  const rows: Glyph[][] = [];
  for (const glyph of glyphs.toSorted((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1);
    const before = row?.at(-1);
    const size = Math.max(glyph.size, before?.size ?? 0);
    if (row && before && glyph.baseline - before.baseline < size * SAME_LINE) row.push(glyph);
    else rows.push([glyph]);
  }
  return rows.map(textLine);
}

export function textLine(glyphs: readonly Glyph[]): TextLine {
  const ordered = glyphs.toSorted((a, b) => a.x0 - b.x0);
  const size = median(ordered.map((g) => g.size));
  let text = '';
  ordered.forEach((glyph, i) => {
    const before = ordered[i - 1];
    const printed = isRaised(glyph, before) ? raised(glyph.text) : glyph.text;
    text += before && glyph.x0 - before.x1 > size * SPACE ? ` ${printed}` : printed;
  });
  return {
    glyphs: ordered,
    text,
    size,
    x0: Math.min(...ordered.map((g) => g.x0)),
    x1: Math.max(...ordered.map((g) => g.x1)),
    y0: Math.min(...ordered.map((g) => g.y0)),
    y1: Math.max(...ordered.map((g) => g.y1)),
  };
}

/** A small digit above the baseline is a note or a power, never a further digit of the number before it. */
const isRaised = (glyph: Glyph, before: Glyph | undefined): boolean =>
  before !== undefined &&
  /\d/.test(glyph.text) &&
  glyph.size < before.size * 0.8 &&
  before.baseline - glyph.baseline > before.size * 0.12;

const raised = (digit: string): string => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit));

/** Cuts a line where a gap is wider than `gap` times a character's height. */
export function words(line: TextLine, gap: number): TextLine[] {
  const parts: Glyph[][] = [];
  for (const glyph of line.glyphs) {
    const part = parts.at(-1);
    const before = part?.at(-1);
    if (part && before && glyph.x0 - before.x1 <= line.size * gap) part.push(glyph);
    else parts.push([glyph]);
  }
  return parts.map(textLine);
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
