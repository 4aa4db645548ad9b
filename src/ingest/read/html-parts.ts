import type { Grid, PrintedCell } from '../page.js';
import { isElement } from './html-node.js';
import type { Element } from './html-node.js';
import { placeCells, sourceRows } from './html-table.js';
import type { PlacedCell } from './html-table.js';

/** Rows of figures that stand together. */
export interface GridPart {
  kind: 'grid';
  cells: readonly PlacedCell[];
  /** Rows of the table, the last one exclusive. */
  from: number;
  to: number;
}

/** Cells, or a caption, that are read as running text. */
export interface TextPart {
  kind: 'text';
  nodes: readonly Element[];
}

/** No cell of the form is that long, its longest label has 36 characters. */
const LONGEST_CELL = 300;

/**
 * Cuts a table into grids and text: pages frame their article, and sometimes the whole report, in a table.
 * @throws IngestError TABLE_TOO_LARGE
 */
export function tableParts(table: Element, name: string): (GridPart | TextPart)[] {
  const rows = sourceRows(table);
  const placed = placeCells(rows, name);
  const byRow = new Map<number, PlacedCell[]>();
  for (const cell of placed) {
    const row = byRow.get(cell.row);
    if (row) row.push(cell);
    else byRow.set(cell.row, [cell]);
  }
  const parts: (GridPart | TextPart)[] = captionsOf(table);
  for (let row = 0; row < rows.length; row++) {
    const cells = (byRow.get(row) ?? []).sort((a, b) => a.column - b.column);
    const last = parts.at(-1);
    if (cells.some(isText)) parts.push({ kind: 'text', nodes: cells.map((c) => c.element) });
    else if (last?.kind === 'grid' && last.to === row) {
      (last.cells as PlacedCell[]).push(...cells);
      last.to = row + 1;
    } else if (cells.length > 0)
      parts.push({ kind: 'grid', cells: [...cells], from: row, to: row + 1 });
  }
  return parts.map(asTextWhereNarrow);
}

const isText = (cell: PlacedCell): boolean =>
  cell.tables.length > 0 || cell.text.length > LONGEST_CELL;

const captionsOf = (table: Element): TextPart[] =>
  table.childNodes
    .filter(isElement)
    .filter((e) => e.tagName === 'caption')
    .map((e) => ({ kind: 'text', nodes: [e] }));

/** A single column has nothing beside it, and empty cells say nothing. */
function asTextWhereNarrow(part: GridPart | TextPart): GridPart | TextPart {
  if (part.kind === 'text') return part;
  const wide = part.cells.some((c) => c.column > 0);
  const filled = part.cells.some((c) => c.text !== '');
  if (wide && filled) return part;
  return { kind: 'text', nodes: part.cells.map((c) => c.element) };
}

/** The grid of a part, its rows counted from its own first; locators count from the table's. */
export function gridOf(part: GridPart, table: string): Grid {
  let columns = 0;
  const cells = part.cells.map((placed): PrintedCell => {
    const { text, row, column, columnSpan } = placed;
    columns = Math.max(columns, column + columnSpan);
    return {
      text,
      row: row - part.from,
      column,
      rowSpan: Math.min(placed.rowSpan, part.to - row),
      columnSpan,
      locator: `${table} row ${row + 1} column ${column + 1}`,
    };
  });
  return {
    kind: 'grid',
    cells,
    rows: part.to - part.from,
    columns,
    columnsKnown: !headsAreRagged(cells, part.to - part.from),
    rowsKnown: true,
  };
}

const FIGURE = /^[\d\s.,，/—–-]*$/;
/** A row with so many figures is one of table three or four. */
const FIGURES = 5;

/**
 * True where the rows above the figures cover another width than these: spans were lost or miscounted, so that a head
 * stands over the wrong column. The order of the cells is then all that is sure.
 */
function headsAreRagged(cells: readonly PrintedCell[], rows: number): boolean {
  const widths = new Array<number>(rows).fill(0);
  const figures = new Array<number>(rows).fill(0);
  const texts = new Array<number>(rows).fill(0);
  for (const { text, row, rowSpan, columnSpan } of cells) {
    for (let r = row; r < row + rowSpan; r++) widths[r] = (widths[r] ?? 0) + columnSpan;
    const kind = FIGURE.test(text) ? figures : texts;
    if (text !== '') kind[row] = (kind[row] ?? 0) + 1;
  }
  const first = figures.findIndex((n) => n >= FIGURES);
  const heads = widths.slice(0, Math.max(first, 0)).filter((_, row) => (texts[row] ?? 0) >= 2);
  return heads.some((width) => width !== widths[first]);
}
