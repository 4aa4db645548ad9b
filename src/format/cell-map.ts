import type { CellAddress } from './form.js';

type Rows<T> = Map<string, Map<string | null, T>>;

/** Values by the address of a cell. A report has two hundred of them: no text is made to look one up. */
export class CellMap<T> {
  readonly #tables = new Map<string, Rows<T>>();

  get({ table, row, column }: CellAddress): T | undefined {
    return this.#tables.get(table)?.get(row)?.get(column);
  }

  set({ table, row, column }: CellAddress, value: T): void {
    const rows: Rows<T> = this.#tables.get(table) ?? new Map<string, Map<string | null, T>>();
    this.#tables.set(table, rows);
    const columns = rows.get(row) ?? new Map<string | null, T>();
    rows.set(row, columns);
    columns.set(column, value);
  }
}
