import type { CorrectionKind, ReportIdentity } from '../entities/correction.js';
import type { CellStatus, Fault, Repair, Severity } from '../format/report.js';
import type { CellAddress } from '../format/form.js';
import type { AgencyKind, RegionLevel, ReportRecord } from './shapes.js';

/** Rows as the API's lists need them, beside ReportRecord. */

export interface RegionRecord {
  code: string;
  name: string;
  fullName: string;
  level: RegionLevel;
  parentCode: string | null;
  /** ISO date; null while it exists. */
  validUntil: string | null;
  fictional: boolean;
}

export interface SectorRecord {
  code: string;
  nameZh: string;
  nameEn: string;
}

export interface AgencyRecord {
  id: string;
  name: string;
  unifiedSocialCreditCode: string | null;
  kind: AgencyKind;
  level: RegionLevel | null;
  regionCode: string | null;
  consolidatesInto: string | null;
}

/** Another name of an agency, and the report years in which it was seen; null where no report told it. */
export interface AliasRecord {
  name: string;
  firstYear: number | null;
  lastYear: number | null;
}

export interface FindingRecord {
  id: string;
  report: ReportRecord;
  checkCode: string;
  severity: Severity;
  messageZh: string;
  messageEn: string;
  left: string | null;
  right: string | null;
  difference: string | null;
  cells: readonly CellAddress[];
  repair: readonly Repair[];
  fault: Fault | null;
  cause: string | null;
  explanation: ExplanationRecord | null;
}

/** What a person says of a finding. */
export interface ExplanationRecord {
  text: string;
  by: string;
  at: Date;
  dismissed: boolean;
}

/** What a person corrected in a report. */
export interface CorrectionRecord {
  id: string;
  kind: CorrectionKind;
  cell: CellAddress | null;
  from: string | null;
  to: string | null;
  fromIdentity: ReportIdentity | null;
  toIdentity: ReportIdentity | null;
  by: string;
  at: Date;
  why: string;
}

/** A cell with what was read and where. */
export interface CellRecord extends CellAddress {
  status: CellStatus;
  value: string | null;
  raw: string | null;
  locator: string | null;
  /** Of an ENTERED cell: how it was read. */
  read?: { status: CellStatus; value: string | null };
}

export interface CheckResultRecord {
  check: string;
  status: 'PASS' | 'FAIL' | 'NOT_ASSESSABLE';
  reason: { ZH: string; EN: string } | null;
}

/** What the reader kept of a document beside its figures. */
export interface EvidenceRecord {
  cells: readonly CellRecord[];
  checkResults: readonly CheckResultRecord[];
  statements: readonly { metric: string; value: string; sentence: string }[];
}

export interface SectionRecord {
  ordinal: number;
  heading: string;
  text: string;
}

export interface SourceDocumentRecord {
  fileName: string;
  mediaType: string;
  sha256: string;
  url: string | null;
  holdsPersonalData: boolean;
}

/** Table two of the 2019 edition: figures by row, then by column, under the form's machine names. */
export type Disclosure2019Record = Readonly<
  Record<string, Readonly<Record<string, number | string | null>>>
>;
