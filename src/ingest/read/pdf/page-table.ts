import type { Box } from './geometry.js';
import type { TextLine } from './text-lines.js';

/** A cell of a table on one page. */
export interface PageCell extends Box {
  text: string;
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  locator: string;
}

export interface PageTable extends Box {
  kind: 'table';
  page: number;
  /** Edges of the columns, left to right, one more than columns. */
  xs: readonly number[];
  rows: number;
  cells: PageCell[];
  /** Whether ruling lines make it; else its columns were inferred from where the characters stand. */
  ruled: boolean;
}

export interface PageLine extends TextLine {
  kind: 'line';
  page: number;
}

export type PageBlock = PageTable | PageLine;
