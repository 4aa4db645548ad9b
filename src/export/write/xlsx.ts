import ExcelJS from 'exceljs';
import type { TableName } from '../../format/form.js';
import type { DrawnCell, DrawnTable } from '../layout/drawn.js';
import { enteredNote, type LaidOutSection, type ReportLayout } from '../layout/report-layout.js';

/** A workbook with a sheet for each section: real merged cells, numbers as numbers. */
export async function reportXlsx(layout: ReportLayout): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.title = layout.title;
  book.creator = layout.agency ?? '';
  const note = enteredNote(layout);
  layout.sections.forEach((section, i) => {
    const sheet = new SheetWriter(book, section);
    if (i === 0) {
      sheet.prose(layout.title, TITLE);
      for (const detail of layout.details) sheet.prose(detail, DETAIL);
    }
    sheet.section(section);
    if (note !== null && i === layout.sections.length - 1) sheet.prose(note, PROSE);
  });
  return Buffer.from(await book.xlsx.writeBuffer());
}

export const TITLE: Partial<ExcelJS.Style> = {
  font: { bold: true, size: 16 },
  alignment: { horizontal: 'center' },
};
const DETAIL: Partial<ExcelJS.Style> = { alignment: { horizontal: 'center' } };
const HEADING: Partial<ExcelJS.Style> = { font: { bold: true, size: 13 } };
const PROSE: Partial<ExcelJS.Style> = { alignment: { wrapText: true, vertical: 'top' } };
const thin = { style: 'thin' } as const;
export const BORDER: Partial<ExcelJS.Borders> = {
  top: thin,
  left: thin,
  bottom: thin,
  right: thin,
};
export const CENTRED: Partial<ExcelJS.Alignment> = {
  horizontal: 'center',
  vertical: 'middle',
  wrapText: true,
};

const A4: unknown = 9;

/** Widths of the columns in characters. */
export const WIDTHS: Readonly<Record<TableName, (column: number) => number>> = {
  ACTIVE_DISCLOSURE: () => 24,
  REQUESTS: (column) => [7, 14, 34][column] ?? 11,
  APPEALS: () => 9,
};
const PROSE_WIDTH = 8;

/** A cell of a spreadsheet holds no more. */
const LONGEST_TEXT = 32_000;

export class SheetWriter {
  readonly sheet: ExcelJS.Worksheet;
  private readonly width: number;
  private at = 1;

  constructor(book: ExcelJS.Workbook, { heading, table }: LaidOutSection) {
    this.sheet = book.addWorksheet(sheetName(book, heading), {
      pageSetup: {
        paperSize: A4 as ExcelJS.PaperSize,
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
      },
    });
    this.width = table?.columns ?? PROSE_WIDTH;
    for (let column = 0; column < this.width; column++) {
      this.sheet.getColumn(column + 1).width = table ? WIDTHS[table.table](column) : 11;
    }
  }

  /** @returns the row at which its table begins; null where it has none */
  section({ heading, paragraphs, table }: LaidOutSection): number | null {
    this.prose(heading, HEADING);
    for (const paragraph of paragraphs) {
      for (const piece of pieces(paragraph)) this.prose(piece, PROSE);
    }
    if (!table) return null;
    // An empty line that the file itself has ends what stands above the table.
    this.prose('', PROSE);
    const top = this.at;
    writeTable(this.sheet, table, top);
    this.at += table.rows;
    return top;
  }

  prose(text: string, style: Partial<ExcelJS.Style>): void {
    const cell = this.sheet.getCell(this.at, 1);
    cell.value = text === '' ? null : text;
    cell.style = style;
    this.sheet.mergeCells(this.at, 1, this.at, this.width);
    if (style === PROSE) this.sheet.getRow(this.at).height = 18 * lines(text, this.width);
    this.at++;
  }
}

/** Lines that a text takes over merged columns, so that none is hidden. */
const lines = (text: string, columns: number): number =>
  Math.min(20, Math.max(1, Math.ceil((text.length * 2) / (columns * 11))));

const pieces = (text: string): string[] =>
  text.match(new RegExp(`.{1,${LONGEST_TEXT}}`, 'gsu')) ?? [];

/** The heading without what a sheet's name may not hold, told apart from the others. */
function sheetName(book: ExcelJS.Workbook, heading: string): string {
  const name =
    heading
      .replace(/[[\]*?/\\:']/g, ' ')
      .slice(0, 28)
      .trim() || '附';
  return book.getWorksheet(name) ? `${name} ${book.worksheets.length + 1}` : name;
}

/** Puts a table of the form on a sheet, its first row at `top`. */
export function writeTable(sheet: ExcelJS.Worksheet, { cells }: DrawnTable, top: number): void {
  for (const { row, column, rowSpan, columnSpan, ...drawn } of cells) {
    const cell = sheet.getCell(top + row, column + 1);
    cell.value = valueOf(drawn);
    cell.style = { border: BORDER, alignment: CENTRED, font: fontOf(drawn) };
    if (drawn.figure?.status === 'ENTERED') cell.note = '人工录入或更正';
    if (rowSpan * columnSpan > 1) {
      sheet.mergeCells(top + row, column + 1, top + row + rowSpan - 1, column + columnSpan);
    }
  }
}

const fontOf = ({ figure }: Pick<DrawnCell, 'figure'>): Partial<ExcelJS.Font> => ({
  size: 10,
  ...(figure?.status === 'ENTERED' && { underline: true }),
});

/** A number where the spreadsheet keeps it exactly, else its text. */
function valueOf({ text, figure }: Pick<DrawnCell, 'text' | 'figure'>): string | number | null {
  if (figure?.value != null && isExact(figure.value)) return Number(figure.value);
  return text === '' ? null : text;
}

/** True where a double of fifteen digits is the decimal itself. */
export const isExact = (value: string): boolean => {
  const number = Number(value);
  const isWhole = Number.isSafeInteger(number) && String(number) === value;
  return isWhole || String(Number(number.toPrecision(15))) === value;
};
