import ExcelJS from 'exceljs';
import { cellLabel } from '../../format/cell-label.js';
import { addressKey, type CellAddress, type ValueKind } from '../../format/form.js';
import type { DrawnCell } from '../layout/drawn.js';
import { layoutOf } from '../layout/report-layout.js';
import { BORDER, SheetWriter, TITLE } from '../write/xlsx.js';
import { blankForm, kindsOf, type TemplateQuestion } from './blank-form.js';
import { formulasOf, type Watched } from './formulas.js';

/** Where the figures of the form stand in the workbook. */
interface Place {
  sheet: ExcelJS.Worksheet;
  /** e.g. D7 */
  address: string;
  cell: ExcelJS.Cell;
}

const FILLED_IN: ExcelJS.Fill = {
  type: 'pattern',
  pattern: 'solid',
  fgColor: { argb: 'FFFFF8E1' },
};

/** Rows for the text of each section without a table. */
const LINES_OF_TEXT = 12;

/**
 * The official tables as a workbook to be filled in: sums are formulas, the other relations stand on a last sheet and say
 * whether they hold, cells take numbers alone, labels are protected without a password.
 */
export async function templateXlsx(question: TemplateQuestion): Promise<Buffer> {
  const form = blankForm(question);
  const layout = layoutOf(form);
  const book = new ExcelJS.Workbook();
  book.title = layout.title;
  book.calcProperties.fullCalcOnLoad = true;
  const places = new Map<string, Place>();
  layout.sections.forEach((section, i) => {
    const writer = new SheetWriter(book, section);
    if (i === 0) writer.prose(layout.title, TITLE);
    const top = writer.section(section);
    if (section.table && top !== null) keepPlaces(places, writer.sheet, section.table.cells, top);
    else leaveRoom(writer.sheet);
  });
  const values = new Map(
    form.cells.flatMap((cell) =>
      cell.value === null ? [] : [[addressKey(cell), Number(cell.value)] as const],
    ),
  );
  const { sums, watched } = formulasOf(question.year);
  const kinds = kindsOf(question.year);
  const computed = new Set(sums.map(({ cell }) => addressKey(cell)));
  for (const [key, { cell }] of places) {
    if (!computed.has(key)) takeNumber(cell, kinds.get(key) ?? 'COUNT');
  }
  for (const { cell, of } of sums) {
    const place = places.get(addressKey(cell));
    const parts = of.flatMap((one) => values.get(addressKey(one)) ?? []);
    const result = parts.length === 0 ? '' : parts.reduce((sum, part) => sum + part, 0);
    if (result !== '') values.set(addressKey(cell), result);
    if (place) place.cell.value = { formula: statedSumOf(of, places), result };
  }
  writeWatched(book, watched, places);
  for (const sheet of book.worksheets)
    await sheet.protect('', { formatColumns: true, formatRows: true });
  return Buffer.from(await book.xlsx.writeBuffer());
}

function keepPlaces(
  places: Map<string, Place>,
  sheet: ExcelJS.Worksheet,
  cells: readonly DrawnCell[],
  top: number,
): void {
  for (const { row, column, address } of cells) {
    if (!address) continue;
    const cell = sheet.getCell(top + row, column + 1);
    places.set(addressKey(address), { sheet, address: cell.address, cell });
  }
}

/** Lines beneath the heading that anybody may write on. */
function leaveRoom(sheet: ExcelJS.Worksheet): void {
  const first = sheet.rowCount + 1;
  for (let row = first; row < first + LINES_OF_TEXT; row++) {
    const cell = sheet.getCell(row, 1);
    cell.protection = { locked: false };
    cell.alignment = { wrapText: true, vertical: 'top' };
    sheet.mergeCells(row, 1, row, 8);
  }
}

/** Excel refuses anything else in the cell, with a sentence. */
function takeNumber(cell: ExcelJS.Cell, kind: ValueKind): void {
  const isCount = kind === 'COUNT' || kind === 'CHANGE';
  cell.style = { ...cell.style, protection: { locked: false }, fill: FILLED_IN };
  cell.dataValidation = {
    type: isCount ? 'whole' : 'decimal',
    operator: 'greaterThanOrEqual',
    formulae: [kind === 'CHANGE' ? -1e9 : 0],
    allowBlank: true,
    showErrorMessage: true,
    errorTitle: '请填写数字',
    error: isCount ? '请填写不小于 0 的整数；没有的填 0。' : '请以万元为单位填写金额；没有的填 0。',
  };
}

/** The sum of cells on the same sheet; nothing where none of them states a number: a blank is no nought. */
function statedSumOf(cells: readonly CellAddress[], places: ReadonlyMap<string, Place>): string {
  const names = placed(cells, places).map(({ address }) => address);
  return `IF(COUNT(${names.join(',')})=0,"",SUM(${names.join(',')}))`;
}

/** The sum of cells as another sheet names them. */
function sumOf(cells: readonly CellAddress[], places: ReadonlyMap<string, Place>): string {
  const names = placed(cells, places).map(
    ({ sheet, address }) => `'${sheet.name.replaceAll("'", "''")}'!${address}`,
  );
  return `SUM(${names.join(',')})`;
}

const placed = (cells: readonly CellAddress[], places: ReadonlyMap<string, Place>): Place[] =>
  cells.flatMap((cell) => places.get(addressKey(cell)) ?? []);

function writeWatched(
  book: ExcelJS.Workbook,
  watched: readonly Watched[],
  places: ReadonlyMap<string, Place>,
): void {
  const sheet = book.addWorksheet('勾稽关系');
  [16, 60, 60, 24].forEach((width, i) => (sheet.getColumn(i + 1).width = width));
  sheet.addRow(['检查项', '左边', '右边', '结果']).font = { bold: true };
  for (const { check, left, right } of watched) {
    const [a, b] = [sumOf(left, places), sumOf(right, places)];
    const row = sheet.addRow([check, labelsOf(left), labelsOf(right)]);
    row.getCell(4).value = {
      formula: `IF(${a}=${b},"相符","不符，相差 "&(${a}-${b}))`,
      result: '相符',
    };
    row.eachCell((cell) => (cell.style = { border: BORDER, alignment: { wrapText: true } }));
  }
}

/** Of many cells the first and the last. */
const labelsOf = (cells: readonly CellAddress[]): string => {
  const labels = cells.map((cell) => cellLabel(cell, 'ZH'));
  if (labels.length <= 2) return labels.join(' + ');
  return `${labels[0] ?? ''} + … + ${labels.at(-1) ?? ''}`;
};
