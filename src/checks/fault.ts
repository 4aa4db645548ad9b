import type { FilledCell, FilledForm, Fault } from '../format/report.js';

/**
 * READING where the reader itself was unsure of a cell among which the wrong ones are; else the document says it so.
 * What it only notes (severity INFO: a place told by sums, a unit assumed) is no doubt of the figure.
 */
export const faultOf = (suspects: readonly FilledCell[], form: FilledForm): Fault => {
  const doubted = form.findings
    .filter((f) => f.fault === 'READING' && f.severity !== 'INFO')
    .flatMap((f) => f.cells);
  const unsure = suspects.some((cell) =>
    doubted.some(
      (d) =>
        d.table === cell.table &&
        d.row === cell.row &&
        (d.column === null || d.column === cell.column),
    ),
  );
  return unsure ? 'READING' : 'DOCUMENT';
};
