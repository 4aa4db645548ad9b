import { addressKey } from '../../src/format/form.js';
import type { CellStatus, FilledCell, FilledForm } from '../../src/format/report.js';
import { layoutOf } from '../../src/export/layout/report-layout.js';
import { reportCsv } from '../../src/export/write/csv.js';
import { reportDocx } from '../../src/export/write/docx.js';
import { reportHtml } from '../../src/export/write/html.js';
import { reportXlsx } from '../../src/export/write/xlsx.js';
import { ingest } from '../../src/ingest/ingest.js';

/** Every format that our reader reads. */
export const writers: Readonly<Record<string, (form: FilledForm) => Promise<Uint8Array>>> = {
  xlsx: (form) => reportXlsx(layoutOf(form)),
  docx: (form) => reportDocx(layoutOf(form)),
  html: (form) => Promise.resolve(Buffer.from(reportHtml(layoutOf(form)))),
  csv: (form) => Promise.resolve(Buffer.from(reportCsv(form))),
};

/** The form as our reader reads it from an export. */
export const readAgain = async (format: string, form: FilledForm): Promise<FilledForm> =>
  ingest(await writers[format]!(form), `export.${format}`);

/** What a print can tell of a cell: an entered figure is printed like any other. */
const printedStatus = ({ status, value }: FilledCell): CellStatus => {
  if (status !== 'ENTERED') return status;
  return value === null ? 'BLANK' : 'READ';
};

/** Cells that differ, each as `address: due → read`. */
export function differences(form: FilledForm, again: FilledForm): string[] {
  const read = new Map(again.cells.map((cell) => [addressKey(cell), cell]));
  const due = form.cells.map((cell) => {
    const key = addressKey(cell);
    const told = read.get(key);
    const expected = `${printedStatus(cell)} ${cell.value}`;
    const found = told ? `${told.status} ${told.value}` : 'no such cell';
    return expected === found ? [] : [`${key}: ${expected} ${cell.raw} → ${found} ${told?.raw}`];
  });
  const known = new Set(form.cells.map(addressKey));
  const more = again.cells.filter(
    (cell) => !known.has(addressKey(cell)) && cell.status !== 'ABSENT',
  );
  return [...due.flat(), ...more.map((cell) => `${addressKey(cell)}: added`)];
}
