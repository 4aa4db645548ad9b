import type { PlainTable } from './table-text';
import { saveBlob } from './save-blob';

/** Excel takes no longer name of a sheet, and none of these signs in it. */
const sheetName = (name: string): string => name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);

/** Saves a table as a workbook: numbers are numbers, texts stay texts. The writer is loaded when the first is saved. */
export async function saveWorkbook(name: string, { head, rows }: PlainTable): Promise<void> {
  const { default: write } = await import('write-excel-file/universal');
  const heads = head.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  const cells = rows.map((row) =>
    row.map((value) => {
      if (value === null || value === undefined || value === '') return null;
      return typeof value === 'number' ? { value, type: Number } : { value, type: String };
    }),
  );
  const options = { sheet: sheetName(name), stickyRowsCount: 1 };
  saveBlob(`${name}.xlsx`, await write([heads, ...cells], options).toBlob());
}
