import type { CellClass } from './cell-class.js';

/** One printed piece: a cell, a paragraph, or a part of a line. */
export interface Token {
  text: string;
  class: CellClass;
  /** Number of the printed row over the whole page; pieces of one row share it. */
  row: number;
  /** First column behind the left edge, the true one where `columnsKnown`. */
  column: number;
  /** Column behind its last. */
  columnEnd: number;
  /** Printed row behind its last. */
  rowEnd: number;
  columnsKnown: boolean;
  /** False where the source does not show which pieces make a row. */
  rowKnown: boolean;
  /** Index in `page.blocks`. */
  block: number;
  locator: string;
}
