import { IngestError } from '../ingest-error.js';
import type { Grid, Page, Paragraph, PrintedCell } from '../page.js';
import { classify } from './cell-class.js';
import { splitHeads } from './split-heads.js';
import { splitLine } from './split-line.js';
import type { Token } from './token.js';

const MOST_ROWS = 2_000;
const MOST_COLUMNS = 200;

/**
 * The page as one sequence of printed pieces in reading order.
 * @throws IngestError TABLE_TOO_LARGE
 */
export function tokensOf(page: Page): Token[] {
  const tokens: Token[] = [];
  let row = 0;
  page.blocks.forEach((block, index) => {
    if (block.kind === 'paragraph') {
      pushParagraph(tokens, block, index, row);
      row++;
    } else {
      pushGrid(tokens, block, index, row);
      row += block.rows + 1;
    }
  });
  return tokens;
}

function pushParagraph(tokens: Token[], paragraph: Paragraph, block: number, row: number): void {
  const pieces = splitLine(paragraph.text) ?? splitHeads(paragraph.text) ?? [paragraph.text];
  pieces.forEach((text, column) => {
    tokens.push({
      text,
      class: classify(text),
      row,
      column,
      columnEnd: column + 1,
      rowEnd: row + 1,
      columnsKnown: false,
      rowKnown: pieces.length > 1,
      block,
      locator: paragraph.locator,
    });
  });
}

function pushGrid(tokens: Token[], grid: Grid, block: number, row: number): void {
  if (grid.rows > MOST_ROWS || grid.columns > MOST_COLUMNS) {
    throw new IngestError(
      'TABLE_TOO_LARGE',
      `a table of ${grid.rows} rows and ${grid.columns} columns is not read`,
      grid.cells[0]?.locator ?? null,
    );
  }
  for (const cell of inOrder(grid)) {
    for (const text of piecesOf(cell, grid)) {
      tokens.push({
        text,
        class: classify(text),
        row: row + cell.row,
        column: cell.column,
        columnEnd: cell.column + Math.max(1, cell.columnSpan),
        rowEnd: row + cell.row + Math.max(1, cell.rowSpan),
        columnsKnown: grid.columnsKnown,
        rowKnown: grid.rowsKnown,
        block,
        locator: cell.locator,
      });
    }
  }
}

/** A lone cell of its row may hold a label and its numbers in one text. */
const piecesOf = (cell: PrintedCell, grid: Grid): readonly string[] =>
  grid.columnsKnown && cell.columnSpan < grid.columns && grid.columns > 1
    ? [cell.text]
    : (splitLine(cell.text) ?? [cell.text]);

function inOrder(grid: Grid): readonly PrintedCell[] {
  const sorted = grid.cells.every((cell, i) => i === 0 || before(grid.cells[i - 1], cell));
  return sorted ? grid.cells : [...grid.cells].sort((a, b) => a.row - b.row || a.column - b.column);
}

const before = (a: PrintedCell | undefined, b: PrintedCell): boolean =>
  a === undefined || a.row < b.row || (a.row === b.row && a.column <= b.column);
