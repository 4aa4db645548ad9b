import { blocksOf } from '../format/forms.js';
import type { FilledCell, FilledForm } from '../format/report.js';
import { cellAt, cellMap, countOf } from './cells.js';

/** Columns of table three: six kinds of applicants and 总计, the same in both editions. */
export const APPLICANT_COLUMNS: readonly string[] = blocksOf('E2021', 'REQUESTS').flatMap((block) =>
  block.columns.map((c) => c.key),
);

/** Count of a cell of row 二 or 四 by column; null where it states none. */
export const carried = (
  form: FilledForm,
  row: 'carriedIn' | 'carriedOut',
): ReadonlyMap<string, { cell: FilledCell | undefined; count: number | null }> => {
  const cells = cellMap(form);
  return new Map(
    APPLICANT_COLUMNS.map((column) => {
      const cell = cellAt(cells, 'REQUESTS', row, column);
      return [column, { cell, count: countOf(cell) }];
    }),
  );
};
