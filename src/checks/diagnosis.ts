import type { FilledCell } from '../format/report.js';
import type { SumRelation } from './relations.js';

/** A cell and the change that mends its sums. */
export interface CellChange {
  cell: FilledCell;
  by: number;
}

/** One cause of broken relations. */
export interface Diagnosis {
  /** The relations it breaks, none of which holds. */
  breaks: readonly SumRelation[];
  /** The smallest sets of changes that would mend them; more than one where they cannot be told apart. */
  alternatives: readonly (readonly CellChange[])[];
  /** The figures of a row or of the whole table stand in the wrong columns. */
  shifted: boolean;
}
