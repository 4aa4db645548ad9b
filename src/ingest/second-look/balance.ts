import { addressKey } from '../../format/form.js';
import type { Edition, Relation, TableName } from '../../format/form.js';
import { blocksOf, formOf } from '../../format/forms.js';
import type { FilledCell } from '../../format/report.js';

/** The sums of a table over what was read; what states nothing counts as 0. */

export interface Balance {
  /** True where the sums within every row hold for these figures of these cells. */
  rowsHold: (cells: readonly FilledCell[], counts: readonly number[]) => boolean;
  /** What cells with these figures bring to each sum down the columns. */
  shares: (cells: readonly FilledCell[], counts: readonly number[]) => number[];
  /** True where every sum of the table holds. */
  holds: (cells: readonly FilledCell[]) => boolean;
}

export const countOf = (cell: FilledCell): number => Number(cell.value ?? '0');

const difference = (relation: Relation, of: (key: string) => number): number => {
  const sum = (keys: readonly string[]): number => keys.reduce((all, key) => all + of(key), 0);
  return sum(relation.left) - sum(relation.right);
};

export function balanceOf(edition: Edition, table: TableName): Balance {
  const relations = formOf(edition).relations[table];
  const across = relations.filter((r) => r.along === 'COLUMNS');
  const down = relations.filter((r) => r.along === 'ROWS');
  const columns = blocksOf(edition, table).flatMap((b) => b.columns.map((c) => c.key));
  const figures = (cells: readonly FilledCell[], counts: readonly number[]) => {
    const known = new Map(cells.map((cell, i) => [addressKey(cell), counts[i] ?? 0]));
    return (row: string, column: string): number =>
      known.get(addressKey({ table, row, column })) ?? 0;
  };
  const rowsHold: Balance['rowsHold'] = (cells, counts) => {
    const of = figures(cells, counts);
    const rows = [...new Set(cells.map((c) => c.row))];
    return rows.every((row) => across.every((r) => difference(r, (c) => of(row, c)) === 0));
  };
  const shares: Balance['shares'] = (cells, counts) => {
    const of = figures(cells, counts);
    return down.flatMap((r) => columns.map((column) => difference(r, (row) => of(row, column))));
  };
  const holds = (cells: readonly FilledCell[]): boolean => {
    const counts = cells.map(countOf);
    return rowsHold(cells, counts) && shares(cells, counts).every((n) => n === 0);
  };
  return { rowsHold, shares, holds };
}
