import type { CheckResult } from '../checks/run.js';
import type { ReportStatus } from '../entities/vocabulary.js';
import type { FilledForm, Finding, ReportScope } from '../format/report.js';

/** The published file that a report was read from. */
export interface SourceInput {
  fileName: string;
  mediaType: string;
  bytes: Uint8Array;
  /** Lower-case hex of the bytes. */
  sha256: string;
  url: string | null;
  /** Set where the program itself fetched it from `url`. */
  retrieval?: Retrieval | null;
}

/** How a document was fetched. */
export interface Retrieval {
  /** ISO time. */
  at: string;
  /** Headers of the answer by lower-case name. */
  headers: Readonly<Record<string, string>>;
}

/** A report to be filed: what was read, what the checks said of it, and whose it is. */
export interface ReportInput {
  form: FilledForm;
  /** Of the checks alone; the reader's stand in the form. */
  findings: readonly Finding[];
  results: readonly CheckResult[];
  /** Of the registry and of filing itself: an undecided region, an assumed scope. */
  filingFindings?: readonly Finding[];
  agencyId: string;
  year: number;
  scope: ReportScope;
  status: ReportStatus;
  source: SourceInput | null;
  /** ISO date; wins over the form's. */
  publishedOn: string | null;
  /** Belongs to the sample data, which can be removed as a whole. */
  sample: boolean;
  /**
   * Id of the report for the year before that the checks were given, null where there was none. The checks run again
   * where it is another by now; absent: they are taken as they are.
   */
  previousReportId?: string | null;
  /** What read it; absent: the reader of this program. */
  readerVersion?: string;
  /** What tells its content from another's; absent: its document, or its figures. */
  contentKey?: string;
}

/** What an agency, year and scope have in common: one report, in revisions. */
export interface ReportKey {
  agencyId: string;
  year: number;
  scope: ReportScope;
}

export const keyText = ({ agencyId, year, scope }: ReportKey): string =>
  `${agencyId}/${year}/${scope}`;

/**
 * CREATED: the first of its key. REVISED: another document of a known key, a new revision. UNCHANGED: the same
 * content is filed already, nothing was written; status and revision are those of the report that has it.
 */
export interface Filed {
  kind: 'CREATED' | 'REVISED' | 'UNCHANGED';
  reportId: string;
  revision: number;
  status: ReportStatus;
}

/** Not filed; nothing was written. */
export interface Refused {
  kind: 'REFUSED';
  code: RefusalCode | (string & {});
  message: string;
}

/** Beside the codes of a file that cannot be read and those of the database. */
export type RefusalCode =
  | 'YEAR_UNKNOWN'
  | 'AGENCY_UNKNOWN'
  | 'AGENCY_NOT_ON_ROSTER'
  | 'MANIFEST_INVALID'
  | 'LINE_INVALID'
  | 'TEXT_UNSTORABLE';

export const refused = (code: Refused['code'], message: string): Refused => ({
  kind: 'REFUSED',
  code,
  message,
});

export type FilingOutcome = Filed | Refused;
