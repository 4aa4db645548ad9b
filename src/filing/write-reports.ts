import type { EntityManager } from 'typeorm';
import { packCells } from '../entities/packed-cells.js';
import type { DocumentFacts } from '../entities/report-evidence.js';
import type { TableName } from '../format/form.js';
import { findingColumns, findingRows, severityCounts } from './finding-rows.js';
import { insertDocuments, insertRows } from './insert-rows.js';
import type { Columns } from './insert-rows.js';
import { storeSignatures } from './likeness/store-signatures.js';
import type { PlannedReport } from './plan-filing.js';
import { rowTables } from './printed-columns.js';
import { figureColumns, printedRows, unstatedCells } from './printed-rows.js';
import type { RegionColumns } from './region-of-year.js';
import type { ReportInput } from './report-input.js';
import { READER_VERSION, RULES_VERSION } from './versions.js';

/** A planned report with what the database knows of it. */
export interface WritableReport extends PlannedReport {
  region: RegionColumns;
  sourceDocumentId: string | null;
}

/** Inserts reports with all their rows, in one statement a table. */
export const writeReports = async (
  manager: EntityManager,
  reports: readonly WritableReport[],
): Promise<void> => {
  await insertRows(manager, 'report', reportColumns, reports.map(reportRow));
  await writeContents(manager, reports);
};

/** Inserts what a report holds beside its own row: figures, evidence, text and findings. */
export const writeContents = async (
  manager: EntityManager,
  reports: readonly PlannedReport[],
): Promise<void> => {
  for (const table of Object.keys(rowTables) as TableName[]) {
    await writeRows(manager, table, reports);
  }
  await insertDocuments(manager, 'report_evidence', evidenceColumns, reports.map(evidenceRow));
  await insertDocuments(manager, 'report_section', sectionColumns, reports.flatMap(sectionRows));
  await insertDocuments(manager, 'finding', findingColumns, reports.flatMap(allFindingRows));
  await storeSignatures(manager, reports.flatMap(textRow));
};

/** The sample data is written by the same hand; it is compared with nothing. */
const textRow = ({ input: { sample, year, form }, revision: { reportId } }: PlannedReport) =>
  sample ? [] : [{ reportId, year, form }];

/** The reader's, filing's own, the checks': in this order they are numbered. */
export const allFindings = ({
  form,
  filingFindings = [],
  findings,
}: ReportInput): readonly (typeof findings)[number][] => [
  ...form.findings,
  ...filingFindings,
  ...findings,
];

/** Of the report's row, what comes from its form and its findings. */
export const contentColumns: Columns = {
  edition_active_disclosure: 'text',
  edition_requests: 'text',
  edition_appeals: 'text',
  title: 'text',
  printed_agency: 'text',
  published_on: 'date',
  unstated_active_disclosure: 'smallint',
  unstated_requests: 'smallint',
  unstated_appeals: 'smallint',
  error_count: 'integer',
  warning_count: 'integer',
  info_count: 'integer',
  reader_version: 'text',
  rules_version: 'text',
};

export const contentRow = (input: ReportInput): Record<string, unknown> => {
  const { form } = input;
  return {
    edition_active_disclosure: form.editions.activeDisclosure,
    edition_requests: form.editions.requests,
    edition_appeals: form.editions.appeals,
    title: form.title,
    printed_agency: form.agency,
    published_on: input.publishedOn ?? form.publishedOn,
    unstated_active_disclosure: unstatedCells(form, 'ACTIVE_DISCLOSURE'),
    unstated_requests: unstatedCells(form, 'REQUESTS'),
    unstated_appeals: unstatedCells(form, 'APPEALS'),
    ...severityCounts(allFindings(input)),
    reader_version: input.readerVersion ?? READER_VERSION,
    rules_version: RULES_VERSION,
  };
};

const reportColumns: Columns = {
  id: 'bigint',
  agency_id: 'bigint',
  year: 'smallint',
  scope: 'text',
  revision: 'integer',
  status: 'text',
  is_newest: 'boolean',
  is_current: 'boolean',
  region_code: 'text',
  province_code: 'text',
  prefecture_code: 'text',
  county_code: 'text',
  source_document_id: 'bigint',
  content_key: 'text',
  ...contentColumns,
  sample: 'boolean',
};

const reportRow = (report: WritableReport): Record<string, unknown> => {
  const { input, revision, region, sourceDocumentId } = report;
  return {
    id: revision.reportId,
    agency_id: input.agencyId,
    year: input.year,
    scope: input.scope,
    revision: revision.revision,
    status: revision.status,
    is_newest: revision.isNewest,
    is_current: revision.isCurrent,
    ...region,
    source_document_id: sourceDocumentId,
    content_key: revision.contentKey,
    ...contentRow(input),
    sample: input.sample,
  };
};

const numericColumns: Columns = { amount_wan: 'numeric', amount_yuan: 'numeric' };

const writeRows = async (
  manager: EntityManager,
  table: TableName,
  reports: readonly PlannedReport[],
): Promise<void> => {
  const figures = figureColumns(table).map((column) => [
    column,
    numericColumns[column] ?? 'bigint',
  ]);
  const columns: Columns = {
    report_id: 'bigint',
    year: 'smallint',
    ordinal: 'smallint',
    row: 'text',
    ...(table === 'ACTIVE_DISCLOSURE' ? { edition: 'text' } : {}),
    ...(Object.fromEntries(figures) as Columns),
  };
  const rows = reports.flatMap(({ input, revision }) =>
    printedRows(input.form, table).map(({ figures: values, ...rest }) => ({
      report_id: revision.reportId,
      year: input.year,
      ...rest,
      ...values,
    })),
  );
  await insertRows(manager, rowTables[table], columns, rows);
};

const evidenceColumns: Columns = {
  report_id: 'bigint',
  cells: 'jsonb',
  check_results: 'jsonb',
  block_editions: 'jsonb',
  statements: 'jsonb',
  facts: 'jsonb',
  period_year: 'smallint',
  title_year: 'smallint',
};

const evidenceRow = ({ input, revision }: PlannedReport): Record<string, unknown> => {
  const { form, results } = input;
  return {
    report_id: revision.reportId,
    cells: packCells(form.cells),
    check_results: results,
    block_editions: form.blockEditions,
    statements: form.statements,
    facts: factsOf(input),
    period_year: form.periodYear,
    title_year: form.titleYear,
  };
};

const factsOf = ({ form, filingFindings = [] }: ReportInput): DocumentFacts => ({
  year: form.year,
  scope: form.scope,
  publishedOn: form.publishedOn,
  unifiedSocialCreditCode: form.unifiedSocialCreditCode,
  readerFindings: form.findings.length,
  filingFindings: filingFindings.length,
  ...(form.personalData === undefined ? {} : { personalData: form.personalData }),
});

const sectionColumns: Columns = {
  report_id: 'bigint',
  ordinal: 'smallint',
  heading: 'text',
  text: 'text',
};

const sectionRows = ({ input, revision }: PlannedReport): Record<string, unknown>[] =>
  input.form.sections.map((section) => ({ report_id: revision.reportId, ...section }));

const allFindingRows = ({ input, revision }: PlannedReport): Record<string, unknown>[] =>
  findingRows(revision.reportId, allFindings(input), 0);
