import { keptCells } from '../filing/kept/kept-cells.js';
import { columnKeys } from '../filing/printed-columns.js';
import { databaseColumn } from '../filing/printed-rows.js';
import type { TableName } from '../format/form.js';
import type { Stored } from './numbers.js';

/** The rows of a table. Columns are told by their places in `columnKeys` of the table. */
export interface StoredRows {
  /** False where nothing is known of the row. */
  has: (row: string) => boolean;
  at: (row: string, column: number) => Stored;
}

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

export function rowsOfJson(table: TableName, rows: JsonRows | null): StoredRows {
  const names = columnsOf(table);
  return {
    has: (row) => rows?.[row] !== undefined,
    at: (row, column) => rows?.[row]?.[names[column] ?? ''],
  };
}

/** Rows by their keys, figures in the order of `columnKeys`. */
export const rowsOfLists = (rows: ReadonlyMap<string, readonly Stored[]>): StoredRows => ({
  has: (row) => rows.has(row),
  at: (row, column) => rows.get(row)?.[column],
});

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

  /** The tables whose cells are these figures, from `from` on; null or an empty text is not stated. */
  tables(figures: readonly Stored[], from = 0): StoredTables {
    const rows = (table: TableName): StoredRows =>
      new RowsOfLayout(this.#places.get(table) ?? NOWHERE, figures, from);
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

type Places = ReadonlyMap<string, readonly number[]>;

const NOWHERE: Places = new Map();

class RowsOfLayout implements StoredRows {
  constructor(
    private readonly places: Places,
    private readonly figures: readonly Stored[],
    private readonly from: number,
  ) {}

  has(row: string): boolean {
    return this.places.has(row);
  }

  at(row: string, column: number): Stored {
    const place = this.places.get(row)?.[column] ?? -1;
    const figure = place < 0 ? null : this.figures[this.from + place];
    return figure === '' ? null : figure;
  }
}
