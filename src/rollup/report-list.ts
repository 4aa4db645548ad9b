import type { Edition } from '../format/form.js';
import { maskPersonalData } from '../format/personal-data.js';
import type { ReportScope } from '../format/report.js';
import type { List, SortKey } from './list.js';
import { groupCondition, reportCondition } from './report-filter.js';
import type { ReportFilterInput, ReportGroup, ReportRecord, ReportStatus } from './shapes.js';
import type { SqlParams } from './sql-params.js';

/** Columns of the table `report` from which `reportRecord` is made. */
export const reportColumns = `
  report.id AS report_id, report.agency_id, report.year AS report_year, report.scope AS report_scope,
  report.revision, report.status, report.region_code, report.edition_active_disclosure, report.edition_requests,
  report.edition_appeals, report.title, report.published_on::text AS published_on, report.source_document_id,
  report.reader_version, report.rules_version`;

export interface ReportLine {
  report_id: string;
  agency_id: string;
  report_year: number;
  report_scope: ReportScope;
  revision: number;
  status: ReportStatus;
  region_code: string | null;
  edition_active_disclosure: Edition | null;
  edition_requests: Edition | null;
  edition_appeals: Edition | null;
  title: string | null;
  published_on: string | null;
  source_document_id: string | null;
  reader_version: string;
  rules_version: string;
}

export const reportRecord = (line: ReportLine): ReportRecord => ({
  id: line.report_id,
  agencyId: line.agency_id,
  year: line.report_year,
  scope: line.report_scope,
  revision: line.revision,
  status: line.status,
  regionCode: line.region_code,
  editions: {
    activeDisclosure: line.edition_active_disclosure,
    requests: line.edition_requests,
    appeals: line.edition_appeals,
  },
  title: line.title === null ? null : maskPersonalData(line.title),
  publishedOn: line.published_on,
  sourceDocumentId: line.source_document_id,
  readerVersion: line.reader_version,
  rulesVersion: line.rules_version,
});

/** Newest year first, then by region code and agency name, over `report` and `agency`. */
export const reportOrder: readonly SortKey[] = [
  { sql: 'report.year', type: 'int', descending: true },
  { sql: 'report.region_code', type: 'text', nullable: true },
  { sql: 'agency.name COLLATE "C"', type: 'text' },
  { sql: 'report.id', type: 'bigint' },
];

export const REPORT_WITH_AGENCY = 'FROM report JOIN agency ON agency.id = report.agency_id';

const reportsWhere = (condition: (params: SqlParams) => string): List<ReportRecord> => ({
  kind: 'reports',
  columns: reportColumns,
  source: (params) => `${REPORT_WITH_AGENCY} WHERE (${condition(params)})`,
  order: reportOrder,
  read: reportRecord,
});

export const reportList = (filter: ReportFilterInput): List<ReportRecord> =>
  reportsWhere((params) => reportCondition(filter, params));

/** The reports that a total added. */
export const groupList = (group: ReportGroup): List<ReportRecord> =>
  reportsWhere((params) => groupCondition(group, params));

/** An agency's own reports; the filter's agencies restrict them further. */
export const agencyReportList = (agencyId: string, filter: ReportFilterInput): List<ReportRecord> =>
  reportsWhere((params) => {
    const matching = reportCondition(
      { ...filter, agencies: filter.agencies ?? [agencyId] },
      params,
    );
    return `${matching} AND report.agency_id = ${params.add(agencyId)}::bigint`;
  });
