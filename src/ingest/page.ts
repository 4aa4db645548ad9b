/**
 * What every format reader (read/html, read/text, read/docx, read/pdf, read/xlsx …) turns its bytes into: the
 * document's text and tables in reading order. Everything after this is shared by all formats.
 */

/** One cell as printed. */
export interface PrintedCell {
  /** Text with its line breaks; never trimmed of meaning, but outer white space is gone. */
  text: string;
  /** Zero-based row of the table where the cell begins. */
  row: number;
  /** Zero-based first column; the true grid column where `Grid.columnsKnown`, else the ordinal in its row. */
  column: number;
  rowSpan: number;
  columnSpan: number;
  /** Place in the source that a person can follow, e.g. `table 2 row 5 column 3`. */
  locator: string;
}

/** A table as printed. */
export interface Grid {
  kind: 'grid';
  /** Printed cells in reading order (row by row); a spanning cell stands once, where it begins. */
  cells: readonly PrintedCell[];
  rows: number;
  columns: number;
  /**
   * True where the source has real columns (HTML, DOCX, XLSX, PDF grids): a cell's `column` is evidence. False for text, where
   * cells were split at tabs, pipes or line ends and only their order is sure.
   */
  columnsKnown: boolean;
  /** Which rows are whole: false where row ends are invisible too (one cell a line or paragraph). */
  rowsKnown: boolean;
}

/** A paragraph or heading outside tables. */
export interface Paragraph {
  kind: 'paragraph';
  text: string;
  /** 1–6 for a heading as the source marks it, else null. */
  headingLevel: number | null;
  locator: string;
}

/** Something outside the text of the document that helps to know it. */
export interface PageHints {
  /** <title>, document properties. */
  titles: readonly string[];
  /** meta elements by lower-case name: pubdate, articletitle, … */
  meta: Readonly<Record<string, string>>;
  /** Attachments that the page links to. */
  links: readonly { text: string; href: string }[];
  /** Texts around the document that are no part of it: breadcrumb, footer. */
  furniture?: readonly string[];
}

export interface Page {
  blocks: readonly (Paragraph | Grid)[];
  hints: PageHints;
  /** What the format reader itself was not sure of or left out (a hidden sheet, an accepted tracked change), each a sentence. */
  notes: readonly PageNote[];
}

export interface PageNote {
  /** Machine name, e.g. HIDDEN_SHEET, FORMULA_WITHOUT_RESULT. */
  code: string;
  message: { ZH: string; EN: string };
  locator: string | null;
}
