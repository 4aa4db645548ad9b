import {
  median,
  middleX,
  middleY,
  widthOf,
  type Box,
  type Glyph,
  type Quarter,
} from './geometry.js';
import { tiltGlyph } from './tilt.js';
import { SPACE, textLines, words, type TextLine } from './text-lines.js';

/** What a cell may hold instead of words: digits with signs and separators, or a mark for nothing. */
export const NUMBER = /^[-−–—―+＋/／\\\d０-９.,，．%％\s\uFFFD]+(?:[件条宗起项份例次]|[万亿]?元)?$/;
/** Gap between what stands in neighbouring cells, in ems. */
export const CELL_GAP = 0.9;

/** How a table's cells are set, seen over all of them. */
export interface Setting {
  /** Widest gap within a word, in ems; wider where digits are spaced out. */
  space: number;
  /** Least room between text and the sides of its cell, both together, in points; null where no text fills its cell. */
  padding: number | null;
}

/** A cell with its characters. */
export interface FilledBox extends Box {
  glyphs: readonly Glyph[];
}

/** Learns from all cells of a table how wide its text is set. */
export function settingOf(cells: readonly FilledBox[]): Setting {
  const gaps: number[] = [];
  const slack: number[] = [];
  for (const cell of cells) {
    const lines = textLines(upright(cell.glyphs));
    for (const line of lines) gaps.push(...digitGaps(line));
    for (const line of lines.slice(0, -1)) slack.push(widthOf(cell) - inkWidth(line));
  }
  const usual = median(gaps);
  return {
    space: gaps.length >= 3 && usual > 0.1 ? Math.max(SPACE, usual * 1.3 + 0.05) : SPACE,
    padding: slack.length === 0 ? null : Math.max(0, Math.min(...slack)),
  };
}

/** Without the white half of brackets, which may hang into the padding. */
const inkWidth = (line: TextLine): number =>
  (line.glyphs.at(-1)?.ink.x1 ?? line.x1) - (line.glyphs[0]?.ink.x0 ?? line.x0);

/** Gaps between digits that stand next to each other without a written space. */
function digitGaps(line: TextLine): number[] {
  if (!NUMBER.test(line.text)) return [];
  return line.glyphs.slice(1).flatMap((g, i) => {
    const before = line.glyphs[i];
    if (!before || before.spaceBehind || !/\d/.test(g.text) || !/\d/.test(before.text)) return [];
    const gap = (g.x0 - before.x1) / g.size;
    return gap < 1 ? [gap] : [];
  });
}

/** The text of a cell; lines stay lines, but a number broken over two becomes one again. */
export function cellText(cell: FilledBox, { space, padding }: Setting): string {
  const lines = textLines(upright(cell.glyphs), space);
  let text = '';
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    if (!before) text = line.text;
    else text += `${breaksNumber(before, line, widthOf(cell), padding) ? '' : '\n'}${line.text}`;
  });
  return text;
}

/** A number goes on in the next line where its first line leaves no room for a further digit. */
export function breaksNumber(
  before: TextLine,
  line: TextLine,
  width: number,
  padding: number | null,
): boolean {
  if (padding === null) return false;
  if (!/^[-−–]?[\d.,，]*\d[.,，]?$/.test(plainDigits(before.text))) return false;
  const rest = plainDigits(line.text);
  if (!/^[.,，]?\d[\d.,，]*(?:[亿万元件]{0,2})$|^[亿万]?[元件]$/.test(rest)) return false;
  const next = line.glyphs[0];
  if (!next || line.baseline - before.baseline > before.size * 2.6) return false;
  return widthOf(before) + widthOf(next) + padding > width - before.size * 0.3;
}

const plainDigits = (text: string): string =>
  text.replace(/[０-９]/g, (d) => String.fromCharCode(d.charCodeAt(0) - 0xfee0));

/** Words of a cell that stand apart from each other, over all its lines. */
export const wordsOf = (glyphs: readonly Glyph[]): TextLine[] =>
  textLines(upright(glyphs)).flatMap((line) => words(line, CELL_GAP));

/** Text that is turned by a quarter in an upright table, as it reads when the head is tilted. */
function upright(glyphs: readonly Glyph[]): readonly Glyph[] {
  const turned = glyphs.find((g) => g.quarter !== 0);
  if (!turned) return glyphs;
  const quarter: Quarter = turned.quarter;
  const most = glyphs.filter((g) => g.quarter === quarter).length * 2 > glyphs.length;
  return most ? glyphs.map((g) => tiltGlyph(g, quarter)) : glyphs;
}

/** Where a character stands in a table. */
export const centreOf = (g: Glyph): { x: number; y: number } => ({ x: middleX(g), y: middleY(g) });
