import { stringify } from 'csv-stringify/sync';
import { cellLabel } from '../../format/cell-label.js';
import { cellListColumns, placesOfEdition } from '../../format/cell-list.js';
import { addressKey } from '../../format/form.js';
import type { Edition } from '../../format/form.js';
import { forms } from '../../format/forms.js';
import type { FilledCell, FilledForm } from '../../format/report.js';

/** Comma-separated values as spreadsheets in China open them: UTF-8 with its mark, CRLF, no cell that is a formula. */

/** Tells a spreadsheet that the bytes are UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff';

const FORMULA = /^[\s\0]*[=+\-@＝＋－＠\t\r|%]/u;
const HARMLESS = /^-?\d+(?:\.\d+)?$|^[-—―–－/]{1,8}$/u;

/**
 * A text as a cell that no spreadsheet runs: what would be taken for a formula gets an apostrophe before it. A character
 * that nobody could read is a box, as it is printed: U+FFFD would say that this file was damaged.
 */
export const harmless = (text: string): string => {
  const shown = text.replaceAll('\ufffd', '□');
  return FORMULA.test(shown) && !HARMLESS.test(shown) ? `'${shown}` : shown;
};

export type CsvRecord = readonly (string | number | null)[];

/** Records as lines, each text made harmless. */
export const csvLines = (records: readonly CsvRecord[]): string =>
  stringify(
    records.map((record) =>
      record.map((cell) => (typeof cell === 'string' ? harmless(cell) : (cell ?? ''))),
    ),
    { record_delimiter: '\r\n' },
  );

/** A report as the list of its cells, one a line, in printed order: what each was, its number, and its text. */
export const reportCsv = (form: FilledForm): string =>
  BYTE_ORDER_MARK + csvLines([cellListColumns, ...cellRecords(form)]);

/** The cells of a report, each with the columns of `cellListColumns`. */
export const cellRecords = (form: FilledForm): CsvRecord[] =>
  form.cells.map((cell) => lineOf(cell, form));

function lineOf(cell: FilledCell, form: FilledForm): CsvRecord {
  const { table, row, column, status, value, raw } = cell;
  return [
    form.agency,
    form.year,
    form.scope,
    editionOf(cell, form),
    table,
    row,
    column,
    cellLabel(cell, 'ZH'),
    status,
    value,
    raw,
  ];
}

/** The edition of the block that the cell stands in; of a block that is not there, the one that has such a cell. */
function editionOf(cell: FilledCell, { blockEditions }: FilledForm): Edition | null {
  const key = addressKey(cell);
  const having = forms.filter(({ edition }) => placesOfEdition.get(edition)?.has(key));
  const stated = having.find(({ edition }) => {
    const block = placesOfEdition.get(edition)?.get(key)?.block;
    return block !== undefined && blockEditions[block.key] === edition;
  });
  return (stated ?? having.at(-1))?.edition ?? null;
}
