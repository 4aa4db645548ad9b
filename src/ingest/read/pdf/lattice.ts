import { cluster, type Box, type Rule } from './geometry.js';
import { DisjointSets } from './disjoint-sets.js';

/** Lines nearer than this, in points, are one; ends nearer than REACH touch. */
const SAME = 2.5;
const REACH = 4;
/** Pages with more lines are drawings. */
const MAX_RULES = 6_000;

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
}

/** The tables that the ruling lines of a page enclose, from top to bottom. A single frame around text is none. */
export function findLattices(rules: readonly Rule[]): Lattice[] {
  if (rules.length > MAX_RULES) return [];
  const horizontal = merge(
    rules.filter((r) => r.y0 === r.y1),
    'y',
  );
  const vertical = merge(
    rules.filter((r) => r.x0 === r.x1),
    'x',
  );
  return components(horizontal, vertical)
    .flatMap(({ h, v }) => lattice(h, v))
    .toSorted((a, b) => a.y0 - b.y0);
}

/** Snaps parallel lines to common positions and joins pieces of one line. */
function merge(rules: readonly Rule[], across: 'x' | 'y'): Rule[] {
  const position = (r: Rule): number => (across === 'x' ? r.x0 : r.y0);
  const span = (r: Rule): [number, number] => (across === 'x' ? [r.y0, r.y1] : [r.x0, r.x1]);
  const places = cluster(rules.map(position), SAME);
  return places.flatMap((place) => {
    const spans = rules
      .filter((r) => nearest(places, position(r)) === place)
      .map(span)
      .toSorted((a, b) => a[0] - b[0]);
    return joined(spans).map(([from, to]) =>
      across === 'x'
        ? { x0: place, x1: place, y0: from, y1: to }
        : { x0: from, x1: to, y0: place, y1: place },
    );
  });
}

function joined(spans: readonly [number, number][]): [number, number][] {
  const out: [number, number][] = [];
  for (const [from, to] of spans) {
    const last = out.at(-1);
    if (last && from - last[1] <= REACH) last[1] = Math.max(last[1], to);
    else out.push([from, to]);
  }
  return out;
}

export const nearest = (places: readonly number[], value: number): number =>
  places.reduce(
    (best, p) => (Math.abs(p - value) < Math.abs(best - value) ? p : best),
    places[0] ?? value,
  );

interface Component {
  h: Rule[];
  v: Rule[];
}

/** Lines that cross or touch belong together. */
function components(h: readonly Rule[], v: readonly Rule[]): Component[] {
  const sets = new DisjointSets(h.length + v.length);
  h.forEach((a, i) => {
    v.forEach((b, j) => {
      const touches =
        b.x0 >= a.x0 - REACH &&
        b.x0 <= a.x1 + REACH &&
        a.y0 >= b.y0 - REACH &&
        a.y0 <= b.y1 + REACH;
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
  h.forEach((rule, i) => of(i).h.push(rule));
  v.forEach((rule, j) => of(h.length + j).v.push(rule));
  return [...byRoot.values()];
}

function lattice(h: readonly Rule[], v: readonly Rule[]): Lattice[] {
  const xs = positions(
    v.map((r) => r.x0),
    h.flatMap((r) => [r.x0, r.x1]),
  );
  const ys = positions(
    h.map((r) => r.y0),
    v.flatMap((r) => [r.y0, r.y1]),
  );
  const rows = ys.length - 1;
  const columns = xs.length - 1;
  if (rows < 1 || columns < 1 || rows * columns < 2 || rows > 2_000 || columns > 200) return [];
  const sets = new DisjointSets(rows * columns);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      const [top, bottom, left, right] = [ys[r] ?? 0, ys[r + 1] ?? 0, xs[c] ?? 0, xs[c + 1] ?? 0];
      const openRight = c + 1 < columns && !covers(v, 'x', right, top, bottom);
      const openBelow = r + 1 < rows && !covers(h, 'y', bottom, left, right);
      if (openRight) sets.join(r * columns + c, r * columns + c + 1);
      if (openBelow) sets.join(r * columns + c, (r + 1) * columns + c);
    }
  }
  const cells = regions(sets, xs, ys);
  if (cells.length < 2) return [];
  return [
    { xs, ys, cells, x0: xs[0] ?? 0, x1: xs.at(-1) ?? 0, y0: ys[0] ?? 0, y1: ys.at(-1) ?? 0 },
  ];
}

/** Places of lines, and the outer ends of crossing lines where a table is open at its sides. */
function positions(lines: readonly number[], ends: readonly number[]): number[] {
  const places = cluster(lines, SAME);
  const low = Math.min(...ends);
  const high = Math.max(...ends);
  const first = places[0] ?? Infinity;
  const last = places.at(-1) ?? -Infinity;
  return [
    ...(low < first - 2 * REACH ? [low] : []),
    ...places,
    ...(high > last + 2 * REACH ? [high] : []),
  ];
}

/** Whether lines at `place` cover at least half of the side between `from` and `to`. */
function covers(
  rules: readonly Rule[],
  across: 'x' | 'y',
  place: number,
  from: number,
  to: number,
): boolean {
  let covered = 0;
  for (const r of rules) {
    const at = across === 'x' ? r.x0 : r.y0;
    if (Math.abs(at - place) > SAME) continue;
    const [low, high] = across === 'x' ? [r.y0, r.y1] : [r.x0, r.x1];
    covered += Math.max(0, Math.min(high, to) - Math.max(low, from));
  }
  return covered >= (to - from) * 0.5;
}

/** Elementary cells without a line between them are one printed cell. */
function regions(sets: DisjointSets, xs: readonly number[], ys: readonly number[]): LatticeCell[] {
  const columns = xs.length - 1;
  const extent = new Map<number, { top: number; left: number; bottom: number; right: number }>();
  for (let i = 0; i < columns * (ys.length - 1); i++) {
    const row = Math.floor(i / columns);
    const column = i % columns;
    const e = extent.get(sets.root(i));
    if (!e) extent.set(sets.root(i), { top: row, left: column, bottom: row, right: column });
    else {
      e.bottom = Math.max(e.bottom, row);
      e.left = Math.min(e.left, column);
      e.right = Math.max(e.right, column);
    }
  }
  return [...extent.values()]
    .map((e) => ({
      row: e.top,
      column: e.left,
      rowSpan: e.bottom - e.top + 1,
      columnSpan: e.right - e.left + 1,
      x0: xs[e.left] ?? 0,
      x1: xs[e.right + 1] ?? 0,
      y0: ys[e.top] ?? 0,
      y1: ys[e.bottom + 1] ?? 0,
    }))
    .toSorted((a, b) => a.row - b.row || a.column - b.column);
}
