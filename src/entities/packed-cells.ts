import type { CellAddress, TableName } from '../format/form.js';
import type { CellStatus, FilledCell } from '../format/report.js';

/**
 * The cells of a report as they are stored: a tenth of the size that they have one by one. What all cells of a row have
 * in common stands once; rows that print the same columns name them by a number.
 */
export interface PackedCells {
  columns: (string | null)[][];
  rows: PackedRow[];
}

/** Status: one for all cells, or one each. Raw texts: null where they are the values. Locators: null where all are. */
type PackedRow = [
  table: TableName,
  row: string,
  columns: number,
  status: CellStatus | CellStatus[],
  values: (string | null)[],
  raws: (string | null)[] | null,
  locators: (string | null)[] | null,
  read?: (FilledCell['read'] | null)[],
];

/** What the database holds: packed, or one by one as older versions stored them. */
export type StoredCells = PackedCells | readonly FilledCell[];

export const packCells = (cells: readonly FilledCell[]): PackedCells => {
  const columns = new Map<string, number>();
  const rows = rowsOf(cells).map((row): PackedRow => {
    const key = row.map(({ column }) => column ?? '').join('/');
    const known = columns.get(key) ?? columns.size;
    columns.set(key, known);
    return packedRow(row, known);
  });
  return { columns: [...columns.keys()].map(columnsOf), rows };
};

/** A cell without column stands alone in its row. */
const columnsOf = (key: string): (string | null)[] =>
  key.split('/').map((column) => (column === '' ? null : column));

/** Neighbours of one row; a row that goes on elsewhere is another one. */
const rowsOf = (cells: readonly FilledCell[]): FilledCell[][] => {
  const rows: FilledCell[][] = [];
  for (const cell of cells) {
    const last = rows.at(-1);
    const [first] = last ?? [];
    if (last && first?.row === cell.row && first.table === cell.table) last.push(cell);
    else rows.push([cell]);
  }
  return rows;
};

const packedRow = (row: readonly FilledCell[], columns: number): PackedRow => {
  const [first] = row as [FilledCell];
  const alike = row.every(({ status }) => status === first.status);
  const packed: PackedRow = [
    first.table,
    first.row,
    columns,
    alike ? first.status : row.map(({ status }) => status),
    row.map(({ value }) => value),
    row.every(({ raw, value }) => raw === value) ? null : row.map(({ raw }) => raw),
    row.every(({ locator }) => locator === null) ? null : row.map(({ locator }) => locator),
  ];
  if (row.some(({ read }) => read)) packed.push(row.map(({ read }) => read ?? null));
  return packed;
};

export const unpackCells = (stored: StoredCells): readonly FilledCell[] =>
  'rows' in stored
    ? stored.rows.flatMap((row) => cellsOfRow(row, stored.columns[row[2]] ?? []))
    : stored;

const cellsOfRow = (
  [table, row, , status, values, raws, locators, read]: PackedRow,
  columns: readonly (string | null)[],
): FilledCell[] =>
  columns.map((column, i): FilledCell => {
    const address: CellAddress = { table, row, column };
    const value = values[i] ?? null;
    const before = read?.[i];
    return {
      ...address,
      status: typeof status === 'string' ? status : (status[i] ?? 'ABSENT'),
      value,
      raw: raws ? (raws[i] ?? null) : value,
      locator: locators?.[i] ?? null,
      ...(before ? { read: before } : {}),
    };
  });
