import type { Arrangement } from './arrangement.js';
import type { ColumnOrder, HeadHit, Range } from './column-order.js';
import type { Item } from './items.js';
import type { Token } from './token.js';

/** A head with the printed columns it stands over. */
interface Leaf {
  column: number;
  cost: number;
  range: Range;
  row: number;
}

const MISSING = 0.8;
const MOST_MISSING = 2.4;
const NOT_UNDER_GROUP = 0.3;

/**
 * Reads the order of columns off their places.
 * @returns null where the source has no real columns or two heads claim one place
 */
export function geometricOrder(
  arrangement: Arrangement,
  hits: readonly HeadHit[],
  items: readonly Item[],
): ColumnOrder | null {
  const first = hits[0]?.item.tokens[0];
  if (!first || !hits.every((h) => h.item.tokens.every((t) => t.columnsKnown))) return null;
  const inFirstTable = hits.filter((h) => h.item.tokens[0]?.block === first.block);
  const leaves = leavesOf(arrangement, inFirstTable);
  if (!leaves) return null;
  const empty = emptyGroups(inFirstTable, leaves);
  const added = [...empty, ...addedColumns(leaves, items, first.block)];
  const printed = [...leaves, ...added].sort((a, b) => a.range.from - b.range.from);
  if (printed.some((p, i) => i > 0 && p.range.from < (printed[i - 1]?.range.end ?? 0))) return null;
  return orderOf(arrangement, printed);
}

function orderOf(arrangement: Arrangement, printed: readonly Leaf[]): ColumnOrder {
  const columns = nameUnknown(
    printed.map((p) => p.column),
    arrangement.columns.length,
  );
  const found = columns.filter((c) => c >= 0).length;
  const missing = MISSING * (arrangement.columns.length - found);
  const cost = printed.reduce((sum, p) => sum + 0.3 * p.cost, Math.min(MOST_MISSING, missing));
  return { columns, ranges: printed.map((p) => p.range), cost, found };
}

/** Each head with its column; the lower one where a head is repeated over the same place. */
function leavesOf(arrangement: Arrangement, hits: readonly HeadHit[]): Leaf[] | null {
  const groups = hits.filter((h) => h.group !== null);
  const byColumn = new Map<number, Leaf>();
  for (const hit of hits.filter((h) => h.columns.length > 0)) {
    const range = rangeOf(hit.item.tokens);
    const row = Math.max(...hit.item.tokens.map((t) => t.row));
    const ranked = hit.columns
      .map(({ column, cost }) => ({
        column,
        cost: cost + NOT_UNDER_GROUP * groupsMissed(arrangement, column, range, groups),
        range,
        row,
      }))
      .sort((a, b) => a.cost - b.cost);
    const best = ranked.find((leaf) => {
      const there = byColumn.get(leaf.column);
      return !there || overlap(there.range, leaf.range);
    });
    if (!best) return null;
    byColumn.set(best.column, best);
  }
  return [...byColumn.values()];
}

/** How many of the column's groups are printed, but none of them over this place. */
function groupsMissed(
  arrangement: Arrangement,
  column: number,
  range: Range,
  groups: readonly HeadHit[],
): number {
  const under = arrangement.columns[column]?.under ?? [];
  return under.filter((id) => {
    const printed = groups.filter((g) => g.group === id);
    return printed.length > 0 && !printed.some((g) => overlap(rangeOf(g.item.tokens), range));
  }).length;
}

/** A group without columns below it is one column, which the form does not have. */
function emptyGroups(hits: readonly HeadHit[], leaves: readonly Leaf[]): Leaf[] {
  const lowest = hits.filter((h) => h.group !== null).map((h) => h.item.tokens);
  return lowest
    .map((tokens) => ({ range: rangeOf(tokens), row: tokens[0]?.row ?? 0 }))
    .filter(({ range }) => !leaves.some((l) => overlap(l.range, range)))
    .filter(
      ({ range, row }, i, all) =>
        !all.some((o, j) => j !== i && o.row > row && overlap(o.range, range)),
    )
    .map(({ range, row }) => ({ column: -1, cost: 0, range, row }));
}

/** Heads of no column of the form, in the rows of the heads and not left of them. */
function addedColumns(leaves: readonly Leaf[], items: readonly Item[], block: number): Leaf[] {
  const rows = leaves.map((l) => l.row);
  const [top, bottom] = [Math.min(...rows), Math.max(...rows)];
  const left = Math.min(...leaves.map((l) => l.range.from));
  return items
    .filter((i) => i.kind === 'other' && !i.prose)
    .map((i) => ({ range: rangeOf(i.tokens), row: i.tokens[0]?.row ?? -1, token: i.tokens[0] }))
    .filter(({ range, row, token }) => {
      if (token?.block !== block || row < top || row > bottom || range.from < left) return false;
      return !leaves.some((l) => overlap(l.range, range));
    })
    .map(({ range, row }) => ({ column: -1, cost: 1, range, row }));
}

/** An unreadable head between two neighbours of the form with one column missing between them is that column. */
function nameUnknown(columns: readonly number[], count: number): number[] {
  const named = [...columns];
  named.forEach((column, i) => {
    const before = named[i - 1] ?? -1;
    const missing = before + 1;
    const after = named[i + 1] ?? (i === named.length - 1 ? count : -1);
    const fits = (i === 0 || before >= 0) && after === missing + 1 && !named.includes(missing);
    if (column === -1 && fits) named[i] = missing;
  });
  return named;
}

export const rangeOf = (tokens: readonly Token[]): Range => ({
  from: Math.min(...tokens.map((t) => t.column)),
  end: Math.max(...tokens.map((t) => t.columnEnd)),
});

export const overlap = (a: Range, b: Range): boolean => a.from < b.end && b.from < a.end;
