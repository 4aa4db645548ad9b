import { CellMap } from '../format/cell-map.js';
import type { CellAddress, TableName } from '../format/form.js';
import type { FilledCell, FilledForm } from '../format/report.js';

/** Made once for the cells of a form, which every rule looks up. */
const made = new WeakMap<FilledForm['cells'], CellMap<FilledCell>>();

/** A filled form's cells by address. */
export const cellMap = ({ cells }: FilledForm): CellMap<FilledCell> => {
  const known = made.get(cells);
  if (known) return known;
  const map = new CellMap<FilledCell>();
  for (const cell of cells) map.set(cell, cell);
  made.set(cells, map);
  return map;
};

export const cellAt = (
  cells: CellMap<FilledCell>,
  table: TableName,
  row: string,
  column: string | null,
): FilledCell | undefined => cells.get({ table, row, column });

/** A count as a number; null where the cell states no whole number. */
export const countOf = (cell: FilledCell | undefined): number | null => {
  if (!cell?.value || !/^-?\d+$/.test(cell.value)) return null;
  const value = Number(cell.value);
  return Number.isSafeInteger(value) ? value : null;
};

const WITHOUT_NUMBER: ReadonlySet<FilledCell['status']> = new Set(['BLANK', 'MARK', 'ENTERED']);

/** True for a printed cell without a number: empty, or a mark such as / or — in its place, also where a person says so. */
export const isBlank = (cell: FilledCell | undefined): boolean =>
  cell !== undefined && cell.value === null && WITHOUT_NUMBER.has(cell.status);

/** The address alone, without what was read there. */
export const addressOf = ({ table, row, column }: CellAddress): CellAddress => ({
  table,
  row,
  column,
});

/** True where at least one cell of the table is printed. */
export const hasTable = (form: FilledForm, table: TableName): boolean =>
  form.cells.some((cell) => cell.table === table && cell.status !== 'ABSENT');
