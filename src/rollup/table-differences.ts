import type { CellDifference, ThreeTables } from './shapes.js';
import { rowsOf } from './table-rows.js';

/** Cells in which two reports differ, of those that both state, in printed order. */
export function differencesOf(computed: ThreeTables, published: ThreeTables): CellDifference[] {
  const theirs = new Map(
    rowsOf(published).map(({ table, row, figures }) => [`${table}/${row}`, figures]),
  );
  return rowsOf(computed).flatMap(({ table, row, figures }) =>
    Object.entries(figures).flatMap(([column, figure]) => {
      const other = theirs.get(`${table}/${row}`)?.[column] ?? null;
      if (figure === null || other === null || figure === other) return [];
      const address = { table, row, column: column === '' ? null : column };
      return [{ ...address, computed: String(figure), published: String(other) }];
    }),
  );
}
