import { cluster, type Rule } from './geometry.js';

/** Lines nearer than this, in points, are one. */
export const SAME = 2.5;
/** Pieces of a line nearer than this are joined; ends nearer than this touch. */
export const REACH = 4;
/** Shorter lines are dots, which count only in a row of them. */
const SHORT = 4;
const LEAST_DOTS = 4;
const SHORTEST_DOTTED = 12;

/** A place where lines run, as wide as the lines there lie apart. */
export type Place = readonly [from: number, to: number];

/** Lines along one direction: where they run and from where to where. */
export interface Line {
  place: Place;
  from: number;
  to: number;
}

export const middle = ([from, to]: Place): number => (from + to) / 2;

/** Horizontal or vertical lines with their pieces and dots joined. */
export function linesOf(rules: readonly Rule[], direction: 'horizontal' | 'vertical'): Line[] {
  const flat = direction === 'horizontal';
  const dots = new Dots(rules);
  const pieces = rules
    .filter((r) => isAlong(r, flat, dots))
    .map((r) => ({
      at: flat ? (r.y0 + r.y1) / 2 : (r.x0 + r.x1) / 2,
      from: flat ? r.x0 : r.y0,
      to: flat ? r.x1 : r.y1,
    }))
    .toSorted((a, b) => a.at - b.at);
  const places = cluster(
    pieces.map((p) => p.at),
    SAME,
  );
  let next = 0;
  return places.flatMap((place) => {
    const here: { from: number; to: number }[] = [];
    for (let p = pieces[next]; p && p.at <= place[1]; p = pieces[++next]) here.push(p);
    return joined(here).map((l) => ({ place, ...l }));
  });
}

/** A dot, as broad as long, belongs to lines along which it has neighbours. */
function isAlong(r: Rule, flat: boolean, dots: Dots): boolean {
  if (isDot(r)) return dots.hasNeighbour(r, flat);
  return flat ? r.y0 === r.y1 : r.x0 === r.x1;
}

const isDot = (r: Rule): boolean => r.x1 > r.x0 && r.y1 > r.y0;

/** Dots by place, to find neighbours. */
class Dots {
  private readonly rows = new Map<number, number[]>();
  private readonly columns = new Map<number, number[]>();

  constructor(rules: readonly Rule[]) {
    for (const r of rules) {
      if (!isDot(r)) continue;
      const [x, y] = [(r.x0 + r.x1) / 2, (r.y0 + r.y1) / 2];
      add(this.rows, Math.round(y), x);
      add(this.columns, Math.round(x), y);
    }
  }

  hasNeighbour(r: Rule, flat: boolean): boolean {
    const [x, y] = [(r.x0 + r.x1) / 2, (r.y0 + r.y1) / 2];
    const there = flat ? this.rows.get(Math.round(y)) : this.columns.get(Math.round(x));
    const at = flat ? x : y;
    return (there ?? []).some((o) => o !== at && Math.abs(o - at) <= REACH * 1.5);
  }
}

function add(map: Map<number, number[]>, key: number, value: number): void {
  const there = map.get(key);
  if (there) there.push(value);
  else map.set(key, [value]);
}

function joined(pieces: readonly { from: number; to: number }[]): { from: number; to: number }[] {
  const out: { from: number; to: number; pieces: number }[] = [];
  for (const { from, to } of pieces.toSorted((a, b) => a.from - b.from)) {
    const last = out.at(-1);
    if (last && from - last.to <= REACH) {
      last.to = Math.max(last.to, to);
      last.pieces++;
    } else out.push({ from, to, pieces: 1 });
  }
  return out.filter(
    (l) => (l.pieces < LEAST_DOTS && l.to - l.from >= SHORT) || l.to - l.from >= SHORTEST_DOTTED,
  );
}

/** Whether lines at `place` cover at least half of the side between `from` and `to`. */
export function covers(lines: readonly Line[], place: Place, from: number, to: number): boolean {
  let covered = 0;
  for (const l of lines) {
    if (l.place[0] > place[1] + 0.01 || l.place[1] < place[0] - 0.01) continue;
    covered += Math.max(0, Math.min(l.to, to) - Math.max(l.from, from));
  }
  return covered >= (to - from) * 0.5;
}

/**
 * Two lines so near that nothing is printed between them are the two sides of one: double borders, gaps between cells with borders of
 * their own.
 * @param stretches of words across the lines; those that only pass over the gap stand in a cell over both
 */
export function withoutGaps(
  places: readonly Place[],
  stretches: readonly (readonly [from: number, to: number])[],
  widest: number,
): Place[] {
  const out: Place[] = [];
  for (const place of places) {
    const last = out.at(-1);
    const empty =
      last &&
      place[0] - last[1] < widest &&
      !stretches.some(([from, to]) => from > last[1] - 0.5 && to < place[0] + 0.5);
    if (empty) out[out.length - 1] = [last[0], place[1]];
    else out.push(place);
  }
  return out;
}
