import { IngestError } from '../ingest-error.js';
import type { PrintedCell } from '../page.js';
import { attribute, isElement, isSilent } from './html-node.js';
import type { ChildNode, Element } from './html-node.js';
import { cellText } from './html-text.js';

/** Limits of one table. */
export const TABLE_LIMITS = { cells: 200_000, rows: 2_000, columns: 200 } as const;
/** What HTML itself clamps spans to. */
const HTML_SPANS = { columns: 1_000, rows: 65_534 } as const;

/** A row as it stands in the source, before cells are placed. */
export interface SourceRow {
  cells: readonly Element[];
  /** Zero-based index behind the last row of its thead, tbody or tfoot: spans end there. */
  groupEnd: number;
}

export interface PlacedCell extends Omit<PrintedCell, 'locator'> {
  element: Element;
  /** Real tables inside it, which its text does not contain. */
  tables: readonly Element[];
}

/** Rows in the order in which a browser shows them: heads first, feet last. */
export function sourceRows(table: Element): SourceRow[] {
  const groups: Element[][] = [];
  const order = { thead: 0, tbody: 1, tfoot: 2 };
  let loose: Element[] | null = null;
  const ranked: { rank: number; rows: Element[] }[] = [];
  for (const child of elementsOf(table.childNodes)) {
    const rank = order[child.tagName as keyof typeof order] as number | undefined;
    if (child.tagName === 'tr') {
      if (!loose) ranked.push({ rank: 1, rows: (loose = []) });
      loose.push(child);
    } else if (rank !== undefined && !isSilent(child)) {
      loose = null;
      ranked.push({ rank, rows: elementsOf(child.childNodes).filter((e) => e.tagName === 'tr') });
    }
  }
  ranked.sort((a, b) => a.rank - b.rank);
  groups.push(...ranked.map((g) => g.rows));
  const rows: SourceRow[] = [];
  for (const group of groups) {
    const shown = group.filter((row) => !isSilent(row));
    const groupEnd = rows.length + shown.length;
    for (const row of shown) rows.push({ cells: cellsOf(row), groupEnd });
  }
  return rows;
}

const elementsOf = (nodes: readonly ChildNode[]): Element[] => nodes.filter(isElement);

function cellsOf(row: Element): Element[] {
  const cells: Element[] = [];
  for (const node of row.childNodes) {
    const isCell = node.nodeName === 'td' || node.nodeName === 'th';
    if (isCell && isElement(node) && !isSilent(node)) cells.push(node);
  }
  return cells;
}

/** True for a table of one cell: a frame around text, not a grid. */
export function isFrame(table: Element): boolean {
  const rows = sourceRows(table);
  return rows.length === 0 || (rows.length === 1 && (rows[0]?.cells.length ?? 0) <= 1);
}

/**
 * Puts cells where HTML's table model puts them.
 * @throws IngestError TABLE_TOO_LARGE
 */
export function placeCells(rows: readonly SourceRow[], table: string): PlacedCell[] {
  if (rows.length > TABLE_LIMITS.rows) throw tooLarge(table, `${rows.length} rows`);
  const placed: PlacedCell[] = [];
  /** For each column, the first row that is free again. */
  const free: number[] = [];
  let area = 0;
  rows.forEach(({ cells, groupEnd }, row) => {
    let column = 0;
    for (const element of cells) {
      while ((free[column] ?? 0) > row) column++;
      const columnSpan = span(element, 'colspan', HTML_SPANS.columns) || 1;
      const stated = span(element, 'rowspan', HTML_SPANS.rows);
      const rowSpan = Math.min(stated === 0 ? groupEnd - row : stated, groupEnd - row);
      area += columnSpan * rowSpan;
      if (column + columnSpan > TABLE_LIMITS.columns) {
        throw tooLarge(table, `${column + columnSpan} columns in row ${row + 1}`);
      }
      if (area > TABLE_LIMITS.cells) throw tooLarge(table, `more than ${TABLE_LIMITS.cells} cells`);
      for (let c = column; c < column + columnSpan; c++) {
        free[c] = Math.max(free[c] ?? 0, row + rowSpan);
      }
      const { text, tables } = cellText(element, isFrame);
      const cell = { element, row, column, rowSpan, columnSpan, text, tables };
      placed.push(...(cellsInside(cell, table) ?? [cell]));
      column += columnSpan;
    }
  });
  return placed;
}

/** The cells of a table that divides a cell exactly: as many rows, and columns as wide. */
function cellsInside(cell: PlacedCell, table: string): PlacedCell[] | null {
  const [inner, second] = cell.tables;
  if (!inner || second || cell.text !== '') return null;
  const rows = sourceRows(inner);
  const width = (row: SourceRow): number =>
    row.cells.reduce((sum, c) => sum + (span(c, 'colspan', HTML_SPANS.columns) || 1), 0);
  const flat = rows.every((row) => row.cells.every((c) => attribute(c, 'rowspan') === null));
  if (!flat || rows.length !== cell.rowSpan || rows.some((r) => width(r) !== cell.columnSpan)) {
    return null;
  }
  return placeCells(rows, table).map((c) => ({
    ...c,
    row: c.row + cell.row,
    column: c.column + cell.column,
  }));
}

/** HTML's rules for parsing a non-negative integer, with its default of one. */
function span(cell: Element, name: string, limit: number): number {
  const text = attribute(cell, name);
  if (text === null) return 1;
  const match = /^\s*\+?(\d{1,10})/.exec(text);
  return match ? Math.min(Number(match[1]), limit) : 1;
}

const tooLarge = (table: string, what: string): IngestError =>
  new IngestError(
    'TABLE_TOO_LARGE',
    `The page's ${table} has ${what}; at most ${TABLE_LIMITS.rows} rows and ${TABLE_LIMITS.columns} columns are read.`,
    table,
  );
