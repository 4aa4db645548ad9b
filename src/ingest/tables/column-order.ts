import type { LabelItem } from './items.js';

/** Columns in the order in which a table prints them. */
export interface ColumnOrder {
  /** Index of the arrangement's column for each printed column; −1 for one that the form does not have. */
  columns: readonly number[];
  /** Where each printed column stands, if the source has real columns. */
  ranges: readonly (Range | null)[] | null;
  /** 0 where every head was found in the form's order. */
  cost: number;
  /** Number of heads that were found. */
  found: number;
}

export interface Range {
  from: number;
  end: number;
}

/** A head found: the columns it may stand over, or the group it names. */
export interface HeadHit {
  item: LabelItem;
  /** Indexes of columns with that own label, by cost. */
  columns: readonly { column: number; cost: number }[];
  /** Id of a label printed over several columns, or null. */
  group: number | null;
  at: number;
}
