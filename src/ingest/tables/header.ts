import type { Arrangement } from './arrangement.js';
import type { ColumnOrder, HeadHit } from './column-order.js';
import { geometricOrder } from './header-geometry.js';
import type { Item } from './items.js';

const MISSING = 0.8;
const MOST_MISSING = 2.4;
/** No head was found at all: they are lost, which tells little. */
const NO_HEADS = 1;
const OUT_OF_ORDER = 0.2;

/** Ways to read the heads of a table, best first; always at least the form's own order. */
export function columnOrders(arrangement: Arrangement, items: readonly Item[]): ColumnOrder[] {
  const official = arrangement.columns.map((_, i) => i);
  if (arrangement.columns.every((c) => c.own === null)) {
    return [{ columns: official, ranges: null, cost: 0, found: official.length }];
  }
  const hits = headHits(arrangement, headZone(arrangement, items));
  const leaves = hits.filter((h) => h.columns.length > 0);
  if (leaves.length === 0) return withoutHeads(arrangement, official);
  const geometric = geometricOrder(arrangement, hits, items);
  if (geometric) return withFallback(geometric, official, leaves.length);
  return sequentialOrders(arrangement, hits);
}

/** Without heads the form's own order is likely; a single column of tables three and four is that of totals. */
function withoutHeads(arrangement: Arrangement, official: readonly number[]): ColumnOrder[] {
  const none = { ranges: null, cost: NO_HEADS, found: 0 };
  const all = { ...none, columns: official };
  if (arrangement.block.table === 'ACTIVE_DISCLOSURE' || arrangement.name !== 'TABLE') return [all];
  return [all, { ...none, columns: official.slice(-1), cost: NO_HEADS + 0.3 }];
}

/** The form's own order stays possible where heads are lost. */
function withFallback(
  order: ColumnOrder,
  official: readonly number[],
  found: number,
): ColumnOrder[] {
  const complete = order.columns.filter((c) => c >= 0).length === official.length;
  if (complete) return [order];
  const cost = order.cost + 0.3;
  return [order, { columns: official, ranges: null, cost, found }];
}

/** Items in which heads of columns are looked for: those before the first numbers behind any label of the table. */
function headZone({ rows, columns }: Arrangement, items: readonly Item[]): readonly Item[] {
  const owns = new Set([...rows, ...columns].map((line) => line.own));
  const first = items.findIndex(
    (i) => i.kind === 'label' && i.candidates.some((c) => owns.has(c.id)),
  );
  const end = items.findIndex((i, at) => at > first && i.kind === 'chunk' && i.filled > 0);
  return end < 0 ? items : items.slice(0, end);
}

function headHits({ columnsOf, columnGroups }: Arrangement, zone: readonly Item[]): HeadHit[] {
  const hits: HeadHit[] = [];
  zone.forEach((item, at) => {
    if (item.kind !== 'label') return;
    const columns: { column: number; cost: number }[] = [];
    let group: number | null = null;
    for (const { id, cost } of item.candidates) {
      for (const column of columnsOf.get(id) ?? []) columns.push({ column, cost });
      if (columnGroups.has(id) && columns.length === 0) group ??= id;
    }
    if (group !== null) hits.push({ item, columns: [], group, at });
    else if (columns.length > 0) hits.push({ item, columns, group: null, at });
  });
  return hits;
}

/** Orders by the sequence of the heads alone. */
function sequentialOrders(arrangement: Arrangement, hits: readonly HeadHit[]): ColumnOrder[] {
  const placed = placeInOrder(arrangement, hits);
  const cost = placed.reduce((sum, p) => sum + 0.3 * p.cost, 0);
  const orders = [placed, ...totalAside(arrangement, placed)].map((p) => expand(arrangement, p));
  return orders.flatMap((columns, i) => {
    const known = columns.filter((c) => c >= 0);
    const full = insertMissing(known, arrangement.columns.length);
    const missing = Math.min(MOST_MISSING, MISSING * (full.length - known.length));
    const permuted = full.every((c, k) => k === 0 || c > (full[k - 1] ?? 0)) ? 0 : OUT_OF_ORDER;
    const base = { ranges: null, found: known.length };
    const all = { ...base, columns: full, cost: cost + missing + permuted + 0.1 * i };
    return missing === 0 ? [all] : [all, { ...all, columns, cost: all.cost + 0.1 }];
  });
}

interface Placed {
  hit: HeadHit;
  /** Column for a head of one column, null for a group. */
  column: number | null;
  cost: number;
}

/** Gives each head its column: the first free one of those it may stand over; groups and repeats pass. */
function placeInOrder(arrangement: Arrangement, hits: readonly HeadHit[]): Placed[] {
  const tracks = trackOrder(arrangement, hits);
  const used = new Set<number>();
  const placed: Placed[] = [];
  for (const hit of hits) {
    if (hit.group !== null) {
      placed.push({ hit, column: null, cost: 0 });
      continue;
    }
    const free = hit.columns.filter((c) => !used.has(c.column));
    const least = Math.min(...free.map((c) => c.cost));
    const best = free
      .filter((c) => c.cost <= least + 0.05)
      .sort((a, b) => tracks.indexOf(a.column) - tracks.indexOf(b.column))[0];
    if (!best) continue;
    used.add(best.column);
    placed.push({ hit, column: best.column, cost: best.cost });
  }
  return placed;
}

/** Columns in the order in which the groups over them are printed. */
function trackOrder(arrangement: Arrangement, hits: readonly HeadHit[]): number[] {
  const first = (id: number): number => {
    const found = hits.findIndex((h) => h.group === id);
    return found < 0 ? Infinity : found;
  };
  const keyed = arrangement.columns.map((line, column) => ({
    column,
    key: line.under.map(first).filter((k) => k < Infinity),
  }));
  const rank = (key: readonly number[]): number => key[0] ?? 0;
  return keyed
    .sort((a, b) => rank(a.key) - rank(b.key) || a.column - b.column)
    .map((k) => k.column);
}

/** Printed row by row, heads of groups stand before those below them: puts each below its group. */
function expand(arrangement: Arrangement, placed: readonly Placed[]): number[] {
  const seen = new Set<number>();
  const below = (parent: Placed | null): number[] =>
    placed
      .filter((p) => parentOf(arrangement, placed, p) === parent && !seen.has(placed.indexOf(p)))
      .flatMap((p) => {
        seen.add(placed.indexOf(p));
        if (p.column !== null) return [p.column];
        const inside = below(p);
        return inside.length > 0 ? inside : [-1];
      });
  return below(null);
}

/** The innermost group printed before a head and over it. */
function parentOf(arrangement: Arrangement, placed: readonly Placed[], p: Placed): Placed | null {
  const under =
    p.column === null ? groupsOver(arrangement, p.hit.group) : arrangement.columns[p.column]?.under;
  for (const id of [...(under ?? [])].reverse()) {
    const parent = placed.find((q) => q.hit.group === id && q !== p && isAbove(q.hit, p.hit));
    if (parent) return parent;
  }
  return null;
}

const groupsOver = (arrangement: Arrangement, group: number | null): readonly number[] => {
  const under =
    arrangement.columns.find((c) => group !== null && c.under.includes(group))?.under ?? [];
  return under.slice(0, under.indexOf(group ?? -1));
};

/** Printed before it, and not beside it in the same row. */
function isAbove(group: HeadHit, head: HeadHit): boolean {
  const [a, b] = [group.item.tokens[0], head.item.tokens[0]];
  if (group.at >= head.at) return false;
  return !(a?.rowKnown && b?.rowKnown && a.row === b.row);
}

/** 总计 printed right behind its group may stand beside it, over the last column, where rows are not known. */
function totalAside(arrangement: Arrangement, placed: readonly Placed[]): Placed[][] {
  const last = arrangement.columns.length - 1;
  const at = placed.findIndex((p) => p.column === last);
  const before = placed[at - 1];
  if (at < 1 || before?.hit.group === null || placed[at]?.hit.item.tokens[0]?.rowKnown) return [];
  const total = placed[at];
  return total ? [[...placed.slice(0, at), ...placed.slice(at + 1), total]] : [];
}

/** Puts columns without a head where the form has them: behind their neighbour. */
function insertMissing(columns: readonly number[], count: number): number[] {
  const full = [...columns];
  for (let c = 0; c < count; c++) {
    if (full.includes(c)) continue;
    full.splice(full.indexOf(c - 1) + 1, 0, c);
  }
  return full;
}
