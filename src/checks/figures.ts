import type { CellMap } from '../format/cell-map.js';
import { outcomeRows } from '../format/outcomes.js';
import type { CellAddress, OutcomeCategory, TableName } from '../format/form.js';
import type { FilledCell, FilledForm } from '../format/report.js';
import { cellAt, cellMap, countOf } from './cells.js';

/** Figures of tables three and four as checks on prose and plausibility need them; null where not stated. */

export const LEGAL_PERSONS = [
  'businessEnterprise',
  'researchInstitution',
  'publicInterestOrganization',
  'legalServiceAgency',
  'otherOrganization',
] as const;

export const TRACKS = ['litigationDirect', 'litigationAfterReconsideration'] as const;

export const cellsOfForm = cellMap;

const address = (table: TableName, row: string, column: string): CellAddress => ({
  table,
  row,
  column,
});

export const requestCell = (row: string, column = 'total'): CellAddress =>
  address('REQUESTS', row, column);

export const appealCell = (row: string, column = 'total'): CellAddress =>
  address('APPEALS', row, column);

/** A count of table three; a total that is not printed is the sum of its columns where all of them are. */
export const requestCount = (
  cells: CellMap<FilledCell>,
  row: string,
  column = 'total',
): number | null => {
  const printed = countOf(cellAt(cells, 'REQUESTS', row, column));
  if (printed !== null || column !== 'total') return printed;
  return sumOf(['naturalPerson', ...LEGAL_PERSONS].map((c) => requestCount(cells, row, c)));
};

/** A count of table four, summed over rows: both tracks of litigation together. */
export const appealCount = (
  cells: CellMap<FilledCell>,
  rows: readonly string[],
  column = 'total',
): number | null => sumOf(rows.map((row) => countOf(cellAt(cells, 'APPEALS', row, column))));

/** Null where any part is. */
export const sumOf = (parts: readonly (number | null)[]): number | null =>
  parts.reduce<number | null>(
    (sum, part) => (sum === null || part === null ? null : sum + part),
    parts.length === 0 ? null : 0,
  );

/** Rows of the report's edition under some categories. */
export const rowsOfCategories = (
  form: FilledForm,
  categories: readonly OutcomeCategory[],
): string[] => {
  const printed = new Set(form.cells.filter((c) => c.table === 'REQUESTS').map((c) => c.row));
  return outcomeRows
    .filter((row) => categories.includes(row.category) && printed.has(row.key))
    .map((row) => row.key);
};
