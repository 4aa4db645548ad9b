import { keptCells } from '../filing/kept/kept-cells.js';
import { columnKeys } from '../filing/printed-columns.js';
import { databaseColumn } from '../filing/printed-rows.js';
import type { TableName } from '../format/form.js';
import type { Stored } from './numbers.js';

/** Figures of a row in the order of `columnKeys` of its table. */
export type RowFigures = readonly Stored[];

/** The rows of a table by their keys; null where nothing is known of the row. */
export type StoredRows = (row: string) => RowFigures | null;

/** The printed rows of a report, or their sums over many. */
export interface StoredTables {
  requests: StoredRows;
  appeals: StoredRows;
  activeDisclosure: StoredRows;
}

/** Rows as JSON has them: by their keys, figures by database column. */
export type JsonRows = Readonly<Record<string, Readonly<Record<string, Stored>>>>;

const columns = new Map<TableName, readonly string[]>();

/** Database columns of a table in the order of `columnKeys`. */
export function columnsOf(table: TableName): readonly string[] {
  const known = columns.get(table) ?? columnKeys(table).map(databaseColumn);
  columns.set(table, known);
  return known;
}

/** The place of a column, by its key, in the figures of a row. */
export const placeOf = (table: TableName, key: string): number => columnKeys(table).indexOf(key);

export const rowsOfJson =
  (table: TableName, rows: JsonRows | null): StoredRows =>
  (key) => {
    const row = rows?.[key];
    return row ? columnsOf(table).map((column) => row[column]) : null;
  };

const byName = new Map(keptCells.map((cell) => [cell.name, cell]));

/** Where kept cells stand in the three tables, found once for all lines that hold the same cells in the same order. */
export class CellLayout {
  readonly #places = new Map<TableName, Map<string, number[]>>();

  constructor(cells: readonly string[]) {
    cells.forEach((name, i) => {
      const cell = byName.get(name);
      const [source] = cell?.sources ?? [];
      if (cell && source) this.#put(cell.table, source.row, placeOf(cell.table, source.column), i);
    });
  }

  /** The tables whose cells are these figures, from `from` on. */
  tables(figures: readonly Stored[], from = 0): StoredTables {
    const rows =
      (table: TableName): StoredRows =>
      (row) => {
        const places = this.#places.get(table)?.get(row);
        return places ? places.map((i) => (i < 0 ? null : figures[from + i])) : null;
      };
    return {
      requests: rows('REQUESTS'),
      appeals: rows('APPEALS'),
      activeDisclosure: rows('ACTIVE_DISCLOSURE'),
    };
  }

  #put(table: TableName, row: string, column: number, figure: number): void {
    const rows = this.#places.get(table) ?? new Map<string, number[]>();
    this.#places.set(table, rows);
    const places = rows.get(row) ?? columnKeys(table).map(() => -1);
    rows.set(row, places);
    places[column] = figure;
  }
}
