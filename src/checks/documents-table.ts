import { columnPlace } from '../format/place.js';
import type { Bilingual } from '../format/place.js';
import type { FilledCell, FilledForm } from '../format/report.js';
import { cellAt, cellMap, countOf } from './cells.js';

/** The two rows of 第二十条第（一）项 in the edition of 2021, in which documents in force are counted. */

export const DOCUMENT_ROWS = ['regulations', 'normativeDocuments'] as const;

const label = (column: string): Bilingual => columnPlace('ACTIVE_DISCLOSURE', column, 'E2021');

/** Labels of issued, repealed and in force, in this order. */
export const documentLabels: readonly [Bilingual, Bilingual, Bilingual] = [
  label('issued'),
  label('repealed'),
  label('inForce'),
];

export interface DocumentFigures {
  row: (typeof DOCUMENT_ROWS)[number];
  issued: number | null;
  repealed: number | null;
  inForce: number | null;
  cells: readonly FilledCell[];
}

/** Figures of a report; all null where it uses another edition there, which counts something else. */
export const documentFigures = (form: FilledForm): readonly DocumentFigures[] => {
  const cells = cellMap(form);
  return DOCUMENT_ROWS.map((row) => {
    const at = (column: string) => cellAt(cells, 'ACTIVE_DISCLOSURE', row, column);
    const own = ['issued', 'repealed', 'inForce'].map(at);
    const [issued = null, repealed = null, inForce = null] = own.map(countOf);
    return { row, issued, repealed, inForce, cells: own.filter((c) => c !== undefined) };
  });
};
