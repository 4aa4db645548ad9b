import { forms } from '../../format/forms.js';
import type { Grid, Paragraph, PrintedCell } from '../page.js';
import type { SheetContent } from './xlsx-sheet.js';

const SECTION = /^[一二三四五六七八九十]{1,2}\s*[、.．]\s*\S{2,20}$/;

/** Rows of the form that are numbered like sections, and stand alone where nobody filled them in, as 四、 does. */
const numberedRows = new Set(
  forms.flatMap(({ blocks }) =>
    blocks.flatMap(({ rows }) =>
      rows.map(({ label }) => label.zh).filter((label) => SECTION.test(label)),
    ),
  ),
);

/**
 * Splits a sheet into prose and tables: rows whose only text is a title, a section's heading or a sentence are
 * paragraphs; an empty row ends a table. The columns of what remains are the sheet's own.
 */
export function sheetBlocks(content: SheetContent, sheet: string): (Paragraph | Grid)[] {
  const rows = byRow(content.cells);
  const blocks: (Paragraph | Grid)[] = [];
  let table: PrintedCell[] = [];
  const endTable = (): void => {
    if (table.some((c) => c.text !== '')) blocks.push(grid(table));
    table = [];
  };
  let reach = -1;
  for (const [row, cells] of rows) {
    const prose = proseOf(cells, blocks.length === 0 && table.length === 0);
    const empty = cells.every((c) => c.text === '') && row > reach;
    if (prose || empty) endTable();
    if (prose) blocks.push(paragraph(prose, sheet));
    else if (!empty) table.push(...cells);
    reach = Math.max(reach, ...cells.map((c) => c.row + c.rowSpan - 1));
  }
  endTable();
  return blocks;
}

function byRow(cells: readonly PrintedCell[]): [number, PrintedCell[]][] {
  const rows = new Map<number, PrintedCell[]>();
  for (const cell of cells.toSorted((a, b) => a.row - b.row || a.column - b.column)) {
    const row = rows.get(cell.row);
    if (row) row.push(cell);
    else rows.set(cell.row, [cell]);
  }
  return [...rows];
}

/** The one text of a row that is prose; before the first table also a title, however short. */
function proseOf(cells: readonly PrintedCell[], atTop: boolean): PrintedCell | null {
  const [only, ...others] = cells.filter((c) => c.text !== '');
  if (!only || others.length > 0) return null;
  const isSection = SECTION.test(only.text) && !numberedRows.has(only.text.replace(/\s/g, ''));
  const isProse = only.text.includes('。') || isSection || (atTop && /\d{4}\s*年/.test(only.text));
  return isProse ? only : null;
}

const paragraph = (cell: PrintedCell, sheet: string): Paragraph => ({
  kind: 'paragraph',
  text: cell.text,
  headingLevel: null,
  locator: cell.locator || sheet,
});

/** Rows and columns counted from the table's own corner; locators keep the sheet's. */
function grid(cells: readonly PrintedCell[]): Grid {
  const top = Math.min(...cells.map((c) => c.row));
  const left = Math.min(...cells.map((c) => c.column));
  const moved = cells.map((c) => ({ ...c, row: c.row - top, column: c.column - left }));
  return {
    kind: 'grid',
    cells: moved,
    rows: Math.max(...moved.map((c) => c.row + c.rowSpan)),
    columns: Math.max(...moved.map((c) => c.column + c.columnSpan)),
    columnsKnown: true,
    rowsKnown: true,
  };
}
