import type { LabelMatch } from './match-label.js';
import type { Token } from './token.js';

/** A text that may be a label, joined from the pieces it was printed in. */
export interface LabelItem extends LabelMatch {
  kind: 'label';
  /** A further label of the text that the label before it stands in. */
  inner?: boolean;
  cutOff?: boolean;
  text: string;
  tokens: readonly Token[];
}

/** A text that is no label. Prose ends a table; other texts are passed over. */
export interface OtherItem {
  kind: 'other';
  cutOff?: boolean;
  text: string;
  tokens: readonly Token[];
  prose: boolean;
}

/** One place where a number may stand. */
export interface ValueCell {
  /** VALUE a number or mark, BLANK empty, TEXT something else in the place of a number. */
  class: 'VALUE' | 'BLANK' | 'TEXT';
  text: string;
  token: Token;
}

/** Numbers that were printed together: the rest of a row behind its label, or a run between two labels. */
export interface ChunkItem {
  kind: 'chunk';
  cells: readonly ValueCell[];
  tokens: readonly Token[];
  /** How many cells are not blank. */
  filled: number;
  /** Column behind the last label of the row; null where rows are not known. */
  labelEnd: number | null;
  /** Set where nothing follows in the document. */
  atEnd?: boolean;
  /** Set on the last item of a table behind which the document all but ends. */
  cutOff?: boolean;
}

export type Item = LabelItem | OtherItem | ChunkItem;
