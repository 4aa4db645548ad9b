import { PassThrough, type Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import type { Figure, TotalsTable } from './totals-table.js';

/** More digits than a spreadsheet keeps of a number. */
const MOST_DIGITS = 15;

/**
 * A workbook that is written as it is read: the words of the form above the names for programs, both staying in sight.
 * Numbers are numbers; one with more digits than a spreadsheet keeps is text.
 */
export function totalsXlsx({ groupBy, columns, lines }: TotalsTable): Readable {
  const stream = new PassThrough();
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  const keys = columns.findIndex(({ name }) => name === 'reports');
  const sheet = book.addWorksheet('汇总', {
    views: [{ state: 'frozen', xSplit: groupBy.length === 0 ? 0 : keys, ySplit: 2 }],
  });
  const write = async (): Promise<void> => {
    const words = sheet.addRow(columns.map(({ label }) => label));
    words.font = { bold: true };
    words.alignment = { wrapText: true, vertical: 'middle' };
    words.commit();
    sheet.addRow(columns.map(({ name }) => name)).commit();
    for (const line of lines) {
      sheet.addRow(line.map((figure, i) => (i < keys ? figure : numberOf(figure)))).commit();
    }
    await book.commit();
  };
  write().catch((error: unknown) => stream.destroy(error as Error));
  return stream;
}

const numberOf = (figure: Figure): Figure => {
  if (typeof figure !== 'string' || figure.replace(/\D/g, '').length > MOST_DIGITS) return figure;
  return Number(figure);
};
