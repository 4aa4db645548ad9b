import { classify } from '../tables/cell-class.js';
import { splitLine } from '../tables/split-line.js';
import type { Grid, Page, Paragraph, PrintedCell } from '../page.js';
import { blankGaps } from './text-gaps.js';
import { splitterOf } from './text-columns.js';
import type { LinePieces } from './text-columns.js';

/**
 * Plain text or Markdown → its paragraphs and tables. Lines with bars, tabs, commas, semicolons or wide gaps make
 * tables; one cell a line stays a paragraph. Empty lines that stand for empty cells become empty paragraphs.
 */
export function readText(text: string): Page {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|[\n\r\f\v\u2028\u2029]/);
  const pieces = splitterOf(lines);
  const gaps = blankGaps(lines, (n) => pieces[n] !== undefined);
  const blocks: (Paragraph | Grid)[] = [];
  let table: TableLine[] = [];
  const close = (): void => {
    if (table.length > 0) blocks.push(gridOf(table));
    table = [];
  };
  lines.forEach((line, number) => {
    const found = pieces[number];
    if (found) {
      table.push({ ...found, number });
      return;
    }
    if (found === null) return;
    if (line.trim() === '') {
      const empty = gaps.get(number) ?? 0;
      if (table.length > 0 && empty === 0) return;
      close();
      for (let i = 0; i < empty; i++) blocks.push(paragraphOf('', number));
      return;
    }
    close();
    blocks.push(paragraphOf(line, number));
  });
  close();
  return { blocks, hints: { titles: [], meta: {}, links: [] }, notes: [] };
}

interface TableLine extends LinePieces {
  number: number;
}

function paragraphOf(line: string, number: number): Paragraph {
  const heading = /^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$/.exec(line);
  return {
    kind: 'paragraph',
    text: heading ? (heading[2] ?? '') : line.trim(),
    headingLevel: heading ? (heading[1]?.length ?? null) : null,
    locator: `line ${number + 1}`,
  };
}

/** Rows are whole where lines hold several cells; one cell a line shows no rows. */
function gridOf(table: readonly TableLine[]): Grid {
  const filled = table.map((line) => line.cells.filter((c) => c.text !== '').length);
  const several = filled.filter((n) => n > 1).length;
  const some = filled.filter((n) => n > 0).length;
  const rowsKnown = several * 4 >= some;
  const cells: PrintedCell[] = [];
  table.forEach((line, row) => {
    let column = 0;
    for (const cell of line.cells) {
      for (const text of rowsKnown ? piecesOf(cell.text, line.cells.length) : [cell.text]) {
        cells.push({
          text,
          row,
          column: column++,
          rowSpan: 1,
          columnSpan: 1,
          locator: `line ${line.number + 1} column ${cell.at + 1}`,
        });
      }
    }
  });
  const columns = cells.reduce((most, c) => Math.max(most, c.column + 1), 0);
  return { kind: 'grid', cells, rows: table.length, columns, columnsKnown: false, rowsKnown };
}

/** A line of one cell may hold a label and its numbers. */
const piecesOf = (text: string, cells: number): readonly string[] =>
  cells === 1 && classify(text) === 'TEXT' ? (splitLine(text) ?? [text]) : [text];
