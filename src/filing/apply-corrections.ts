import { addressKey } from '../format/form.js';
import type { CellAddress } from '../format/form.js';
import type { FilledCell, FilledForm, Finding } from '../format/report.js';

/** What a person says that the document prints in a cell; null: no number. */
export interface CellCorrection extends CellAddress {
  value: string | null;
}

export interface CorrectedForm {
  form: FilledForm;
  /** Corrections of cells that the form does not have, as of another edition. */
  lost: CellCorrection[];
}

/**
 * A form as it was read, with the numbers that people entered. The printed text and its place stay; what the reader was
 * not sure of in cells that are entered now is settled.
 */
export const withCorrections = (
  form: FilledForm,
  corrections: readonly CellCorrection[],
): CorrectedForm => {
  if (corrections.length === 0) return { form, lost: [] };
  const byCell = new Map(corrections.map((correction) => [addressKey(correction), correction]));
  const cells = form.cells.map((cell) => {
    const correction = byCell.get(addressKey(cell));
    return correction ? entered(cell, correction.value) : cell;
  });
  const present = new Set(form.cells.map(addressKey));
  return {
    form: { ...form, cells, findings: unsettled(form.findings, cells) },
    lost: corrections.filter((correction) => !present.has(addressKey(correction))),
  };
};

/** A cell that a person typed in from the start was never read. */
const entered = (cell: FilledCell, value: string | null): FilledCell => ({
  ...cell,
  status: 'ENTERED',
  value,
  ...(cell.status === 'ENTERED' ? {} : { read: { status: cell.status, value: cell.value } }),
});

/** Without the reader's findings of which a person has entered every cell. */
const unsettled = (findings: readonly Finding[], cells: readonly FilledCell[]): Finding[] => {
  const done = new Set(cells.filter(({ status }) => status === 'ENTERED').map(addressKey));
  return findings.filter(
    (finding) =>
      finding.cells.length === 0 || !finding.cells.every((cell) => done.has(addressKey(cell))),
  );
};
