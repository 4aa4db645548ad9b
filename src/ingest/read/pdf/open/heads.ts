import { isLabel } from '../../../tables/match-label.js';
import { around, median, middleX, middleY, type Box, type Glyph } from '../geometry.js';
import { textLine, type TextLine } from '../text-lines.js';
import { columnOf, separators, widened, type NumberColumn } from './columns.js';
import { spansOf, type Block } from './head-spans.js';
import type { Hints } from './hints.js';
import { linePitch } from './rows.js';

/** A head over columns of numbers, or in the corner above the labels. */
export interface Head extends Box {
  lines: readonly TextLine[];
  /** Counting from the top. */
  level: number;
  /** First column of numbers and how many; -1 in the corner. */
  column: number;
  span: number;
}

/** Lines of one head stand above each other around one axis, no further apart than the tightest lines of the table. */
const LOOSE = 1.07;
/** Axes this near, in ems, are the same. */
const SAME_AXIS = 0.4;

/**
 * The heads of a table. The lowest over each column is that column's own; one further up stands over as many columns to its left as to its
 * right, as far as heads on one line with each other reach below it.
 */
export function headsOf(
  words: readonly TextLine[],
  narrow: readonly NumberColumn[],
  corner: number,
  hints: Hints,
): { heads: Head[]; columns: NumberColumn[] } {
  const pieces = words.flatMap((w) => (isCorner(w, corner) ? [w] : cutAt(w, separators(narrow))));
  const blocks = stacked(pieces, hints);
  const own = blocks.filter((b) => !isCorner(b, corner));
  const lowest = own.filter((b) => !own.some((o) => o.y0 > b.y1 - 1 && o.x0 < b.x1 && b.x0 < o.x1));
  const columns = widened(narrow, lowest);
  const leaves = columns.map((_, c) =>
    own
      .filter((b) => columnOf(columns, b) === c && isOver(b, columns[c]))
      .reduce<Block | null>((low, b) => (low && low.y1 > b.y1 ? low : b), null),
  );
  const spans = spansOf(own, columns, leaves);
  const heads = blocks.map((b): Head => ({
    ...b,
    ...(spans.get(b) ?? { column: -1, span: 1 }),
    level: 0,
  }));
  return { heads: withLevels(heads), columns };
}

/** Whether a word ends left of the columns; those that begin behind the labels of rows stand over them. */
export const isCorner = (w: Box, corner: number): boolean => w.x0 < corner && w.x1 < corner;

/** The word in pieces where a gap lies over the parting of two columns. */
function cutAt(word: TextLine, edges: readonly number[]): TextLine[] {
  const parts: Glyph[][] = [];
  for (const glyph of word.glyphs) {
    const before = parts.at(-1)?.at(-1);
    const parted =
      before &&
      glyph.x0 - before.x1 > word.size * 0.35 &&
      edges.some((e) => e > middleX(before) && e < middleX(glyph));
    if (before && !parted) parts.at(-1)?.push(glyph);
    else parts.push([glyph]);
  }
  return parts.map((p) => textLine(p));
}

function stacked(pieces: readonly TextLine[], hints: Hints): Block[] {
  const pitch = linePitch(pieces);
  const stacks: TextLine[][] = [];
  for (const piece of pieces.toSorted((a, b) => a.baseline - b.baseline)) {
    const stack = stacks.find((s) => {
      const above = s.at(-1);
      const apart = piece.baseline - (above?.baseline ?? 0);
      return (
        above !== undefined &&
        apart > 0.5 * piece.size &&
        apart <= Math.min(pitch, piece.size * 2.2) * LOOSE &&
        sharesAxis(above, piece) &&
        !areTwoLabels(s, piece) &&
        !hints.between(above.baseline, piece.baseline - piece.size * 0.5, piece.x0, piece.x1)
      );
    });
    if (stack) stack.push(piece);
    else stacks.push([piece]);
  }
  return stacks.map((lines) => ({
    lines,
    size: median(lines.map((l) => l.size)),
    ...around(lines),
  }));
}

/** Each a label of the form by itself, and none together. */
function areTwoLabels(stack: readonly TextLine[], piece: TextLine): boolean {
  const text = stack.map((l) => l.text).join('');
  return isLabel(text) && isLabel(piece.text) && !isLabel(text + piece.text);
}

const sharesAxis = (a: TextLine, b: TextLine): boolean =>
  Math.abs(middleX(a) - middleX(b)) < a.size * SAME_AXIS ||
  Math.abs(a.x0 - b.x0) < a.size * SAME_AXIS;

const isOver = (b: Box, column: NumberColumn | undefined): boolean =>
  column !== undefined && b.x0 < column.x1 && column.x0 < b.x1;

/** A head stands one level below the lowest that stands over it. */
function withLevels(heads: readonly Head[]): Head[] {
  const done: Head[] = [];
  for (const head of heads.toSorted((a, b) => middleY(a) - middleY(b))) {
    const above = done.filter((o) => middleY(o) < head.y0 && meets(o, head));
    done.push({ ...head, level: Math.max(-1, ...above.map((o) => o.level)) + 1 });
  }
  return done;
}

const meets = (a: Head, b: Head): boolean =>
  a.column < 0 || b.column < 0
    ? a.column < 0 && b.column < 0
    : a.column < b.column + b.span && b.column < a.column + a.span;
