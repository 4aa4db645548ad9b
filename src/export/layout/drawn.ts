import type { CellAddress, Column, Row, TableName } from '../../format/form.js';
import type { Block } from '../../format/form.js';
import { addressKey } from '../../format/form.js';
import type { FilledCell, FilledForm } from '../../format/report.js';
import { printedCell, type PrintedFigure } from '../printed-figure.js';

/** A table of the form as it is printed, the same for every format. */

export interface DrawnCell {
  /** Zero-based place in the table. */
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  text: string;
  /** Set where it holds a figure of the form. */
  figure: PrintedFigure | null;
  /** Which one. */
  address: CellAddress | null;
}

export interface DrawnTable {
  table: TableName;
  rows: number;
  columns: number;
  /** Rows that are heads of columns, from the top. */
  headRows: number;
  /** In reading order; a spanning cell stands once. */
  cells: readonly DrawnCell[];
}

/** A cell before it has its place. */
export interface Piece {
  text: string;
  rowSpan: number;
  columnSpan: number;
  figure: PrintedFigure | null;
  address: CellAddress | null;
}

export const label = (text: string, columnSpan = 1, rowSpan = 1): Piece => ({
  text,
  rowSpan,
  columnSpan,
  figure: null,
  address: null,
});

/** The figures of a form by their place on it. */
export class Figures {
  private readonly cells: ReadonlyMap<string, FilledCell>;

  constructor(readonly form: Pick<FilledForm, 'cells'>) {
    this.cells = new Map(form.cells.map((cell) => [addressKey(cell), cell]));
  }

  /** True where the form has the block's cells at all, and the document at least one of them. */
  has(block: Block): boolean {
    return block.rows.some((row) =>
      block.columns.some((column) => {
        const cell = this.at(block, row, column);
        return cell !== undefined && cell.status !== 'ABSENT';
      }),
    );
  }

  piece(block: Block, row: Row, column: Column, columnSpan = 1): Piece {
    const figure = printedCell(this.at(block, row, column), column.kind);
    const address = addressOf(block, row, column);
    return { text: figure.text, rowSpan: 1, columnSpan, figure, address };
  }

  private at(block: Block, row: Row, column: Column): FilledCell | undefined {
    return this.cells.get(addressKey(addressOf(block, row, column)));
  }
}

const addressOf = (block: Block, row: Row, column: Column): CellAddress => ({
  table: block.table,
  row: row.key,
  column: block.single ? null : column.key,
});

/** Gives every piece its place: rows list the pieces that begin in them, as HTML does. */
export function placed(
  table: TableName,
  columns: number,
  headRows: number,
  rows: readonly (readonly Piece[])[],
): DrawnTable {
  const taken = rows.map(() => new Set<number>());
  const cells: DrawnCell[] = [];
  rows.forEach((pieces, row) => {
    let column = 0;
    for (const piece of pieces) {
      while (taken[row]?.has(column)) column++;
      for (let y = row; y < row + piece.rowSpan; y++) {
        for (let x = column; x < column + piece.columnSpan; x++) taken[y]?.add(x);
      }
      cells.push({ ...piece, row, column });
      column += piece.columnSpan;
    }
  });
  return { table, rows: rows.length, columns, headRows, cells };
}
