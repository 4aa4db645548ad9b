import { median, type Box, type Glyph } from './geometry.js';

/** Characters that stand on one line, from left to right. */
export interface TextLine extends Box {
  glyphs: readonly Glyph[];
  text: string;
  /** Usual em of its characters. */
  size: number;
  baseline: number;
}

/** A gap wider than this share of an em is printed as a space. */
export const SPACE = 0.3;

/** A baseline further off than this share of an em is another line; a raised digit stays on its own. */
const SAME_LINE = 0.5;

/** Groups characters into lines from top to bottom. @param space widest gap within a word, in ems */
export function textLines(glyphs: readonly Glyph[], space = SPACE): TextLine[] {
  const rows: Glyph[][] = [];
  for (const glyph of glyphs.toSorted((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1);
    const before = row?.at(-1);
    const size = Math.max(glyph.size, before?.size ?? 0);
    if (row && before && glyph.baseline - before.baseline < size * SAME_LINE) row.push(glyph);
    else rows.push([glyph]);
  }
  return rows.map((row) => textLine(row, space));
}

export function textLine(glyphs: readonly Glyph[], space = SPACE): TextLine {
  const ordered = glyphs.toSorted((a, b) => a.x0 - b.x0);
  const size = median(ordered.map((g) => g.size));
  let text = '';
  ordered.forEach((glyph, i) => {
    const before = ordered[i - 1];
    const printed = isRaised(glyph, before) ? raised(glyph.text) : glyph.text;
    const apart = before && glyph.x0 - before.x1 > size * (before.spaceBehind ? 0 : space);
    text += apart ? ` ${printed}` : printed;
  });
  return {
    glyphs: ordered,
    text,
    size,
    baseline: median(ordered.map((g) => g.baseline)),
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
  glyph.size < before.size * 0.85 &&
  before.baseline - glyph.baseline > before.size * 0.1;

const raised = (digit: string): string => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit));

/** Cuts a line where a gap is wider than `gap` ems; where no space is written at it, wider than `unwritten`. */
export function words(line: TextLine, gap: number, unwritten = gap): TextLine[] {
  const parts: Glyph[][] = [];
  // How far the part reaches: of characters over each other the last to begin may end first.
  let reach = -Infinity;
  for (const glyph of line.glyphs) {
    const part = parts.at(-1);
    const before = part?.at(-1);
    const limit = line.size * (before?.spaceBehind === false ? unwritten : gap);
    if (part && glyph.x0 - reach <= limit) part.push(glyph);
    else parts.push([glyph]);
    reach = part === parts.at(-1) ? Math.max(reach, glyph.x1) : glyph.x1;
  }
  return parts.map((part) => textLine(part));
}
