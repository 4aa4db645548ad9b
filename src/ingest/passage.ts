import type { Grid, Page, PrintedCell } from './page.js';

/** What stands around a place in a document, as the reader sees it. */
export interface Passage {
  /** A table, or lines of text as a table of one column. */
  kind: 'TABLE' | 'TEXT';
  rows: number;
  columns: number;
  cells: readonly (PrintedCell & { sought: boolean })[];
}

/** A table of more rows is shown by its first rows and those near the place. */
const MOST_ROWS = 80;
const HEAD_ROWS = 4;
const NEAR_ROWS = 30;
/** Paragraphs before and behind a place in the text. */
const NEAR_LINES = 6;

/** The table or the lines that hold a place of the document; null where no cell and no paragraph is there. */
export function passageOf({ blocks }: Page, locator: string): Passage | null {
  for (const [i, block] of blocks.entries()) {
    if (block.kind === 'grid') {
      const at = block.cells.find((cell) => cell.locator === locator);
      if (at) return ofTable(block, at.row, locator);
    } else if (block.locator === locator) return ofText(blocks, i);
  }
  return null;
}

function ofTable(grid: Grid, row: number, locator: string): Passage {
  const isShown = (r: number): boolean =>
    grid.rows <= MOST_ROWS || r < HEAD_ROWS || Math.abs(r - row) <= NEAR_ROWS;
  const shown = [...Array(grid.rows).keys()].filter(isShown);
  const place = new Map(shown.map((r, i) => [r, i]));
  const cells = grid.cells.flatMap((cell) => {
    const at = place.get(cell.row);
    return at === undefined ? [] : [{ ...cell, row: at, sought: cell.locator === locator }];
  });
  return { kind: 'TABLE', rows: shown.length, columns: grid.columns, cells };
}

function ofText(blocks: Page['blocks'], at: number): Passage {
  const lines = blocks
    .slice(Math.max(0, at - NEAR_LINES), at + NEAR_LINES + 1)
    .flatMap((block) =>
      block.kind === 'paragraph' ? [{ block, sought: block === blocks[at] }] : [],
    );
  const cells = lines.map(({ block, sought }, row) => ({
    ...{ text: block.text, locator: block.locator, sought },
    ...{ row, column: 0, rowSpan: 1, columnSpan: 1 },
  }));
  return { kind: 'TEXT', rows: cells.length, columns: 1, cells };
}
