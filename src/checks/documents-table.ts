import { blocksOf } from '../format/forms.js';
import { columnPlace } from '../format/place.js';
import type { Bilingual } from '../format/place.js';
import type { FilledCell, FilledForm } from '../format/report.js';
import { cellAt, cellMap, countOf } from './cells.js';

/** The two rows of the first block of table two in the edition of 2021, in which documents in force are counted. */

const DOCUMENT_ROWS = ['regulations', 'normativeDocuments'] as const;

const label = (column: string): Bilingual => columnPlace('ACTIVE_DISCLOSURE', column, 'E2021');

const heading = blocksOf('E2021', 'ACTIVE_DISCLOSURE').find((b) => b.key === 'documents')?.heading;

/** Heading of the block. */
export const documentsHeading: Bilingual = { ZH: heading?.zh ?? '', EN: heading?.en ?? '' };

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
