import type { Grid, PrintedCell } from '../page.js';
import { classify } from '../tables/cell-class.js';
import { splitLine } from '../tables/split-line.js';
import type { LinePieces } from './text-columns.js';

/** A line of a table that is set as text. */
export interface TableLine extends LinePieces {
  /** Where it stands, e.g. `line 41`. */
  place: string;
}

/** Rows are whole where lines hold several cells; one cell a line shows no rows. */
export function gridOfLines(table: readonly TableLine[]): Grid {
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
          locator: `${line.place} column ${cell.at + 1}`,
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
