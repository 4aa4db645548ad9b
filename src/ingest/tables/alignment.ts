import type { ChunkItem } from './items.js';

/** What was laid on the rows of an arrangement, and how well it fits. */
export interface Alignment {
  /** Without rows that the document ends before. */
  cost: number;
  /** For each row of the arrangement what was laid on it. */
  rows: readonly AlignedRow[];
  /** Chunks with numbers that found no row. */
  leftOver: readonly ChunkItem[];
}

export interface AlignedRow {
  /** Chunks whose cells, in order, are the row's; empty where the row has none. */
  chunks: readonly ChunkItem[];
  /** Which of several equal parts of the chunk is the row's: [part, parts]. */
  part: readonly [number, number];
  /** False where the row's own label was not found and the row was told by its place alone. */
  labelled: boolean;
  /** Other chunks that would do about as well. */
  rivals: readonly ChunkItem[];
}
