import type { CellAddress, Edition, Language } from './form.js';

/** A filled form: what one document says, cell by cell. Produced by ingest, judged by checks, stored by filing. */

/** How a cell was read; the sentences stand in the API's enum CellStatus. */
export type CellStatus = 'READ' | 'BLANK' | 'MARK' | 'UNREADABLE' | 'ABSENT' | 'ENTERED';

/** Whose requests a report counts; reports of different scopes are never added together. */
export type ReportScope =
  'ORGAN' | 'GOVERNMENT_LEVEL' | 'REGION_CONSOLIDATED' | 'SYSTEM_CONSOLIDATED';

export interface FilledCell extends CellAddress {
  status: CellStatus;
  /** Exact decimal without needless zeros ("32", "-3", "12313.437"); null where no number is stated. */
  value: string | null;
  /** The text as printed; null where the document has no such cell. */
  raw: string | null;
  /** Place in the source, e.g. `table 2 row 5 column 3`, `line 41 column 17`, `page 3 box 72,101,120,115`, `Sheet1!C7`. */
  locator: string | null;
  /** Of an ENTERED cell: how it was read before a person said otherwise; absent where nothing was read. */
  read?: { status: CellStatus; value: string | null };
}

export interface ReportSection {
  /** 1 to 6 for the sections of the form, in their order; further ones count on. */
  ordinal: number;
  /** Without its number: 总体情况. */
  heading: string;
  text: string;
}

/** A number that the prose states. */
export interface Statement {
  /** E.g. REQUESTS_RECEIVED. */
  metric: string;
  value: string;
  sentence: string;
}

/** The edition of each table; null where the document lacks the table. Table two is E2019 where any of its blocks is. */
export interface TableEditions {
  activeDisclosure: Edition | null;
  requests: Edition | null;
  appeals: Edition | null;
}

export interface FilledForm {
  agency: string | null;
  year: number | null;
  /** Null where the document does not tell it. */
  scope: ReportScope | null;
  title: string | null;
  /** ISO date. */
  publishedOn: string | null;
  unifiedSocialCreditCode: string | null;
  /** Years that the title and the sentence on the statistics period name, for check F3. */
  titleYear: number | null;
  periodYear: number | null;
  editions: TableEditions;
  /**
   * Edition of each block that was found, by block key (`documents`, `licensing`, …): real reports mix editions.
   */
  blockEditions: Readonly<Record<string, Edition>>;
  /**
   * Every cell of every block, in the edition the document uses for it (for a missing block: the edition of its
   * neighbours, else of its year), in printed order; cells that the document lacks are ABSENT.
   */
  cells: readonly FilledCell[];
  sections: readonly ReportSection[];
  statements: readonly Statement[];
  /** What the reader is not sure of (R1, R2, …). */
  findings: readonly Finding[];
  /** How many personal data the whole document holds, also outside sections and cells; left out where there are none. */
  personalData?: number;
}

export type Severity = 'ERROR' | 'WARNING' | 'INFO';

/** One relation that a cause breaks: A1 and A4 by row, A2 and A3 by column. */
export interface BrokenRelation {
  check: string;
  row?: string;
  column?: string;
}

export interface Repair extends CellAddress {
  /** The value that would make every broken relation hold. */
  to: string;
}

export type Fault = 'DOCUMENT' | 'READING';

/** A structured finding; its sentences are made from the same figures. */
export interface Finding {
  check: string;
  severity: Severity;
  /** Full sentence in each language: names table, row and column as printed and gives both sides. */
  message: Readonly<Record<Language, string>>;
  left: string | null;
  right: string | null;
  /** left − right. */
  difference: string | null;
  breaks: readonly BrokenRelation[];
  cells: readonly CellAddress[];
  repair: readonly Repair[];
  fault: Fault | null;
  /** E.g. DIGITS_TRANSPOSED. */
  cause: string | null;
}
