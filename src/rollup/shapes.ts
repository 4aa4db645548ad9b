import type { Sight } from '../accounts/sight.js';
import type { CellAddress, Edition } from '../format/form.js';
import type { ReportScope, Severity } from '../format/report.js';

/**
 * Plain data between SQL and the API: what rollup answers and what it is asked. Names are the API's.
 * A null is a value that is not stated, never a zero. Counts are safe integers; amounts exact decimal strings.
 */

export type RegionLevel = 'COUNTRY' | 'PROVINCE' | 'PREFECTURE' | 'COUNTY' | 'TOWNSHIP';

export type AgencyKind =
  | 'GOVERNMENT'
  | 'DEPARTMENT'
  | 'DISPATCHED_ORGAN'
  | 'DISPATCHED_BODY'
  | 'AUTHORIZED_ORGANIZATION'
  | 'ZONE_COMMITTEE'
  | 'OTHER_ORGAN';

export type ReportStatus =
  'DRAFT' | 'SUBMITTED' | 'RETURNED' | 'ACCEPTED' | 'PUBLISHED' | 'WITHDRAWN';

// ---------------------------------------------------------------- the three tables

export interface DocumentCounts {
  issued: number | null;
  repealed: number | null;
  inForce: number | null;
}

export interface ActiveDisclosureTable {
  regulations: DocumentCounts;
  normativeDocuments: DocumentCounts;
  licensingDecisions: number | null;
  penaltyDecisions: number | null;
  coercionDecisions: number | null;
  administrativeFeesWan: string | null;
}

export interface ApplicantCounts {
  naturalPerson: number | null;
  businessEnterprise: number | null;
  researchInstitution: number | null;
  publicInterestOrganization: number | null;
  legalServiceAgency: number | null;
  otherOrganization: number | null;
  /** In a report as printed; in a total the sum, a row without a printed one counting with its stated columns. */
  total: number | null;
}

export interface OutcomeRow {
  /** A row key of the form with a category: the API's enum Outcome. */
  outcome: string;
  counts: ApplicantCounts;
}

export interface RequestTable {
  received: ApplicantCounts;
  carriedIn: ApplicantCounts;
  /** In printed order: the rows of the report's edition, in a total those of every edition in it. */
  outcomes: readonly OutcomeRow[];
  completed: ApplicantCounts;
  carriedOut: ApplicantCounts;
}

export interface AppealCounts {
  upheld: number | null;
  corrected: number | null;
  otherResult: number | null;
  pending: number | null;
  total: number | null;
}

export interface AppealTable {
  reconsideration: AppealCounts;
  litigationDirect: AppealCounts;
  litigationAfterReconsideration: AppealCounts;
}

/** What a report, a total and a consolidated report all answer with. */
export interface ThreeTables {
  activeDisclosure: ActiveDisclosureTable;
  requests: RequestTable;
  appeals: AppealTable;
}

export interface Indicator {
  /** A value of the API's enum Metric. */
  metric: string;
  per: string | null;
  value: number | null;
  numerator: string | null;
  denominator: string | null;
  low: number | null;
  high: number | null;
}

// ---------------------------------------------------------------- what is asked

/**
 * The API's ReportFilter after its codes were looked up: regions are full codes that exist, agencies are
 * database ids that exist. Absent or null does not restrict, an empty list matches nothing.
 */
export interface ReportFilterInput {
  years?: readonly number[] | null;
  regions?: readonly string[] | null;
  levels?: readonly RegionLevel[] | null;
  kinds?: readonly AgencyKind[] | null;
  sectors?: readonly string[] | null;
  agencies?: readonly string[] | null;
  editions?: readonly Edition[] | null;
  scopes?: readonly ReportScope[] | null;
  statuses?: readonly ReportStatus[] | null;
  withFindings?: readonly Severity[] | null;
  withoutFindings?: readonly Severity[] | null;
  /** Whose unpublished reports are seen; absent: everybody's, for who asks for nobody in particular. */
  sight?: Sight | null;
}

export type Dimension =
  | 'YEAR'
  | 'PROVINCE'
  | 'PREFECTURE'
  | 'COUNTY'
  | 'CHILD_REGION'
  | 'LEVEL'
  | 'KIND'
  | 'SECTOR'
  | 'AGENCY'
  | 'SCOPE';

export interface TotalOrder {
  metric: string;
  per: string | null;
  descending: boolean;
  minimumDenominator: number;
}

/** The sort values of a row, from which its page goes on; JSON, made opaque by the resolvers. */
export type Cursor = readonly (string | number | boolean | null)[];

/** `first` rows after `after`, or from the beginning. */
export interface PageRequest {
  first: number;
  after: Cursor | null;
}

export interface PageItem<T> {
  cursor: Cursor;
  node: T;
}

/** A page; the whole is counted only when somebody asks. */
export interface Page<T> {
  items: readonly PageItem<T>[];
  hasNextPage: boolean;
  totalCount: () => Promise<number>;
}

// ---------------------------------------------------------------- what is answered

/** A row of `report`, as lists need it. */
export interface ReportRecord {
  id: string;
  agencyId: string;
  year: number;
  scope: ReportScope;
  revision: number;
  status: ReportStatus;
  /** The agency's region in the report's year. */
  regionCode: string | null;
  editions: {
    activeDisclosure: Edition | null;
    requests: Edition | null;
    appeals: Edition | null;
  };
  title: string | null;
  /** ISO date. */
  publishedOn: string | null;
  sourceDocumentId: string | null;
  readerVersion: string;
  rulesVersion: string;
}

/** A group: fields of the asked dimensions are set, null where the reports have no such value. Regions by code. */
export interface TotalKey {
  year?: number | null;
  province?: string | null;
  prefecture?: string | null;
  county?: string | null;
  childRegion?: string | null;
  level?: RegionLevel | null;
  kind?: AgencyKind | null;
  sector?: string | null;
  /** Database id. */
  agency?: string | null;
  scope?: ReportScope | null;
}

/** One group of a total: the reports that match the filter and have the key's values in the grouped dimensions. */
export interface ReportGroup {
  filter: ReportFilterInput;
  groupBy: readonly Dimension[];
  key: TotalKey;
}

export interface Coverage {
  reports: number;
  agencies: number;
  expected: number | null;
  reportsWithErrors: number;
  unstatedCells: { activeDisclosure: number; requests: number; appeals: number };
}

export interface TotalGroup {
  key: TotalKey;
  coverage: Coverage;
  tables: ThreeTables;
}

export interface Contribution {
  report: ReportRecord;
  /** Exact decimal; null where the report does not state the cell. */
  value: string | null;
}

export interface CellDifference extends CellAddress {
  computed: string | null;
  published: string | null;
}

/** The members' reports added up. */
export interface ConsolidationResult {
  regionCode: string;
  year: number;
  statuses: readonly ReportStatus[] | null;
  /** ISO time: with the statuses that reports had then; null: as they are. */
  asOf: string | null;
  sight?: Sight | null;
  coverage: Coverage;
  tables: ThreeTables;
}
