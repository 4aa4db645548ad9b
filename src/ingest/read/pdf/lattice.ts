import { DisjointSets } from './disjoint-sets.js';
import { around, holds, middleX, middleY, type Box, type Glyph, type Rule } from './geometry.js';
import {
  covers,
  linesOf,
  middle,
  REACH,
  SAME,
  withoutGaps,
  type Line,
  type Place,
} from './rule-lines.js';
import { SPACE, textLines, words, type TextLine } from './text-lines.js';

/** Pages with more lines, dots apart, are drawings. */
const MAX_LINES = 6_000;
const MAX_RULES = 60_000;
/** How far boxes of single cells, in points, may lie apart within a table. */
const APART = 12;
const MANY_BOXES = 4;
/** Widest gap between the two lines of a double border. */
const GAP = 6;

export interface LatticeCell extends Box {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
}

/** A table as its ruling lines make it. */
export interface Lattice extends Box {
  xs: readonly number[];
  ys: readonly number[];
  cells: readonly LatticeCell[];
  /** Which cell holds each elementary one, row by row. */
  owners: readonly number[];
}

/**
 * The tables that the ruling lines of a page enclose, from top to bottom. A single frame around text is none; of boxes inside each other the
 * outer counts.
 */
export function findLattices(rules: readonly Rule[], glyphs: readonly Glyph[]): Lattice[] {
  if (rules.length > MAX_RULES) return [];
  const horizontal = linesOf(rules, 'horizontal');
  const vertical = linesOf(rules, 'vertical');
  if (horizontal.length + vertical.length > MAX_LINES) return [];
  const found = components(horizontal, vertical, APART).flatMap((wide) => {
    const parts = components(wide.h, wide.v, REACH).filter((c) => c.h.length > 0 && c.v.length > 0);
    // Many small boxes close by are cells with borders of their own.
    const whole = parts.length >= MANY_BOXES ? latticeOf(wide, glyphs, APART + 1) : null;
    return whole ? [whole] : parts.flatMap((c) => latticeOf(c, glyphs, GAP) ?? []);
  });
  return outermost(found).toSorted((a, b) => a.y0 - b.y0);
}

/** A lattice inside a cell of another is part of it. */
const outermost = (lattices: readonly Lattice[]): Lattice[] =>
  lattices.filter(
    (l) =>
      !lattices.some(
        (o) => o !== l && o.x0 <= l.x0 && o.x1 >= l.x1 && o.y0 <= l.y0 && o.y1 >= l.y1,
      ),
  );

interface Component {
  h: Line[];
  v: Line[];
}

/** Lines that cross or touch belong together. */
function components(h: readonly Line[], v: readonly Line[], reach: number): Component[] {
  const sets = new DisjointSets(h.length + v.length);
  h.forEach((a, i) => {
    v.forEach((b, j) => {
      const touches =
        b.place[1] >= a.from - reach &&
        b.place[0] <= a.to + reach &&
        a.place[1] >= b.from - reach &&
        a.place[0] <= b.to + reach;
      if (touches) sets.join(i, h.length + j);
    });
  });
  const byRoot = new Map<number, Component>();
  const of = (i: number): Component => {
    const root = sets.root(i);
    const component = byRoot.get(root) ?? { h: [], v: [] };
    byRoot.set(root, component);
    return component;
  };
  h.forEach((line, i) => of(i).h.push(line));
  v.forEach((line, j) => of(h.length + j).v.push(line));
  return [...byRoot.values()];
}

function latticeOf({ h, v }: Component, glyphs: readonly Glyph[], gap: number): Lattice | null {
  if (h.length === 0 || v.length === 0) return null;
  const box = around([
    ...h.map((l) => ({ x0: l.from, x1: l.to, y0: l.place[0], y1: l.place[1] })),
    ...v.map((l) => ({ x0: l.place[0], x1: l.place[1], y0: l.from, y1: l.to })),
  ]);
  const inside = glyphs.filter((g) => holds(box, g));
  const columns = withEnds(placesOf(v), box.x0, box.x1, inside.map(middleX));
  const rows = withEnds(placesOf(h), box.y0, box.y1, inside.map(middleY));
  const words = hasGap(columns, gap) || hasGap(rows, gap) ? wordsIn(inside) : [];
  const xs = withoutGaps(
    columns,
    words.map((w) => [w.x0, w.x1]),
    gap,
  );
  const ys = withoutGaps(
    rows,
    words.map((w) => [w.y0, w.y1]),
    gap,
  );
  const [width, height] = [xs.length - 1, ys.length - 1];
  if (width < 1 || height < 1 || height > 2_000 || width > 200) return null;
  const { cells, owners } = cellsOf({ h, v }, xs, ys);
  if (cells.length < 2) return null;
  return { ...box, xs: xs.map(middle), ys: ys.map(middle), cells, owners };
}

const hasGap = (places: readonly Place[], gap: number): boolean =>
  places.some((p, i) => i > 0 && p[0] - (places[i - 1]?.[1] ?? p[0]) < gap);

const wordsIn = (glyphs: readonly Glyph[]): TextLine[] =>
  textLines(glyphs).flatMap((line) => words(line, SPACE));

const placesOf = (lines: readonly Line[]): Place[] =>
  [...new Set(lines.map((l) => l.place))].toSorted((a, b) => a[0] - b[0]);

/** Outer ends of crossing lines bound a table that is open at a side, where something is printed behind its last line. */
function withEnds(
  places: readonly Place[],
  low: number,
  high: number,
  centres: readonly number[],
): Place[] {
  const first = places[0]?.[0] ?? Infinity;
  const last = places.at(-1)?.[1] ?? -Infinity;
  const open = (from: number, to: number): boolean =>
    to - from > 2 * REACH || (to - from > SAME && centres.some((c) => c > from && c < to));
  return [
    ...(open(low, first) ? [[low, low] as const] : []),
    ...places,
    ...(open(last, high) ? [[high, high] as const] : []),
  ];
}

/** Elementary cells without a line between them are one printed cell. */
function cellsOf(
  { h, v }: Component,
  xs: readonly Place[],
  ys: readonly Place[],
): Pick<Lattice, 'cells' | 'owners'> {
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const sets = new DisjointSets(rows * columns);
  const at = (places: readonly Place[], i: number): Place => places[i] ?? [0, 0];
  for (let r = 0; r < rows; r++) {
    const [top, bottom] = [at(ys, r)[1], at(ys, r + 1)[0]];
    for (let c = 0; c < columns; c++) {
      const [left, right] = [at(xs, c)[1], at(xs, c + 1)[0]];
      const i = r * columns + c;
      if (c + 1 < columns && !covers(v, at(xs, c + 1), top, bottom)) sets.join(i, i + 1);
      if (r + 1 < rows && !covers(h, at(ys, r + 1), left, right)) sets.join(i, i + columns);
    }
  }
  return regions(sets, xs.map(middle), ys.map(middle));
}

function regions(
  sets: DisjointSets,
  xs: readonly number[],
  ys: readonly number[],
): Pick<Lattice, 'cells' | 'owners'> {
  const columns = xs.length - 1;
  const index = new Map<number, number>();
  const cells: LatticeCell[] = [];
  const owners: number[] = [];
  for (let i = 0; i < columns * (ys.length - 1); i++) {
    const root = sets.root(i);
    const owner = index.get(root) ?? cells.length;
    index.set(root, owner);
    owners.push(owner);
    cells[owner] = grown(cells[owner], Math.floor(i / columns), i % columns, xs, ys);
  }
  return { cells, owners };
}

/** The cell, grown over an elementary one. */
function grown(
  cell: LatticeCell | undefined,
  row: number,
  column: number,
  xs: readonly number[],
  ys: readonly number[],
): LatticeCell {
  const top = Math.min(cell?.row ?? row, row);
  const left = Math.min(cell?.column ?? column, column);
  const bottom = Math.max((cell?.row ?? row) + (cell?.rowSpan ?? 1), row + 1);
  const right = Math.max((cell?.column ?? column) + (cell?.columnSpan ?? 1), column + 1);
  return {
    row: top,
    column: left,
    rowSpan: bottom - top,
    columnSpan: right - left,
    x0: xs[left] ?? 0,
    x1: xs[right] ?? 0,
    y0: ys[top] ?? 0,
    y1: ys[bottom] ?? 0,
  };
}
