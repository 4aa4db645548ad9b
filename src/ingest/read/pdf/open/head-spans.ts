import { middleX, middleY, type Box } from '../geometry.js';
import type { TextLine } from '../text-lines.js';
import { columnOf, type NumberColumn } from './columns.js';

/** Lines of one head. */
export interface Block extends Box {
  lines: readonly TextLine[];
  size: number;
}

/** The columns a head stands over: the first, and how many. */
export interface Span {
  column: number;
  span: number;
}

/**
 * Over which columns each head stands: a lowest one over its own; one further up over those whose own heads stand level with each other
 * below it, as many to its left as to its right, or, where heads begin at the left of their columns, up to the next.
 */
export function spansOf(
  heads: readonly Block[],
  columns: readonly NumberColumn[],
  leaves: readonly (Block | null)[],
): Map<Block, Span> {
  const spans = new Map<Block, Span>();
  leaves.forEach((leaf, column) => {
    if (leaf) spans.set(leaf, { column, span: 1 });
  });
  const upper = heads.filter((b) => !spans.has(b));
  const atLeft = upper.length > 0 && upper.every((b) => beginsAt(b, columns) >= 0);
  for (const line of byHeight(upper)) {
    let next = 0;
    line.forEach((block, i) => {
      const at = atLeft ? beginsAt(block, columns) : columnOf(columns, block);
      const [from, to] = reach(at, next, block, leaves);
      const following = line[i + 1];
      const span = !atLeft
        ? centred(block, columns, from, at, to)
        : {
            column: at,
            span: (following ? Math.min(to + 1, beginsAt(following, columns)) : to + 1) - at,
          };
      spans.set(block, { ...span, span: Math.max(1, span.span) });
      next = span.column + span.span;
    });
  }
  return spans;
}

/** The column at whose left a head begins, or -1. */
const beginsAt = (block: Block, columns: readonly NumberColumn[]): number =>
  columns.findIndex((c) => Math.abs(c.x0 - block.x0) < block.size * 0.4);

function byHeight(blocks: readonly Block[]): Block[][] {
  const lines: Block[][] = [];
  for (const block of blocks.toSorted((a, b) => middleY(a) - middleY(b))) {
    const line = lines.at(-1);
    const above = line?.[0];
    if (line && above && middleY(block) < above.y1) line.push(block);
    else lines.push([block]);
  }
  return lines.map((line) => line.toSorted((a, b) => a.x0 - b.x0));
}

/** First and last column that a head over column `at` may reach: none that another has, all with heads level with that below it. */
function reach(
  at: number,
  next: number,
  block: Block,
  leaves: readonly (Block | null)[],
): [number, number] {
  const below = leaves[at];
  const free = (c: number): boolean => {
    const leaf = leaves[c];
    if (c < next || leaf === undefined) return false;
    return !leaf || !below || Math.abs(middleY(leaf) - middleY(below)) < block.size * 0.4;
  };
  let [from, to] = [at, at];
  while (free(from - 1)) from--;
  while (free(to + 1)) to++;
  return [from, to];
}

/** The widest stretch of columns around one whose middle is the head's, as near as may be. */
function centred(
  block: Block,
  columns: readonly NumberColumn[],
  from: number,
  at: number,
  to: number,
): Span {
  const middle = (c: number): number => middleX(columns[c] ?? block);
  const pitch = to > from ? (middle(to) - middle(from)) / (to - from) : Infinity;
  let best = { column: at, span: 1, off: Math.abs(middle(at) - middleX(block)) };
  for (let a = from; a <= at; a++) {
    for (let b = at; b <= to; b++) {
      const off = Math.abs((middle(a) + middle(b)) / 2 - middleX(block));
      const nearer = off < best.off - pitch * 0.25;
      const wider = off < best.off + pitch * 0.25 && b - a + 1 > best.span;
      if (nearer || wider) best = { column: a, span: b - a + 1, off: Math.min(off, best.off) };
    }
  }
  return { column: best.column, span: best.span };
}
