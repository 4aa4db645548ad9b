import type { Sight } from '../accounts/sight.js';
import type { Database } from '../entities/database.js';
import { unpackCells } from '../entities/packed-cells.js';
import type { StoredCells } from '../entities/packed-cells.js';
import type { EvidenceRecord, SectionRecord, SourceDocumentRecord } from './records.js';
import { HOLDS_PERSONAL_DATA } from './personal-data-of-source.js';
import { reportColumns, reportRecord, type ReportLine } from './report-list.js';
import type { ReportRecord } from './shapes.js';
import { sightCondition } from './sight-condition.js';
import { SqlParams } from './sql-params.js';
import type { ReportScope } from '../format/report.js';

/** What a single report has beside its figures, for many reports at once. */

interface EvidenceLine extends Omit<EvidenceRecord, 'cells'> {
  cells: StoredCells;
  report_id: string;
}

/** Cells, results of checks and statements by report id. */
export async function evidenceOf(
  db: Database,
  reportIds: readonly string[],
): Promise<Map<string, EvidenceRecord>> {
  const lines = await db.prepared<EvidenceLine>(
    `SELECT report_evidence.report_id, report_evidence.cells, report_evidence.check_results AS "checkResults",
  report_evidence.statements
FROM report_evidence WHERE report_evidence.report_id = ANY($1::bigint[])`,
    [[...reportIds]],
  );
  return new Map(
    lines.map((line) => [line.report_id, { ...line, cells: unpackCells(line.cells) }]),
  );
}

/** Sections by report id, in order. */
export async function sectionsOf(
  db: Database,
  reportIds: readonly string[],
): Promise<Map<string, SectionRecord[]>> {
  const lines = await db.prepared<SectionRecord & { report_id: string }>(
    `SELECT report_section.report_id, report_section.ordinal, report_section.heading, report_section.text
FROM report_section WHERE report_section.report_id = ANY($1::bigint[]) ORDER BY report_section.ordinal`,
    [[...reportIds]],
  );
  const sections = new Map<string, SectionRecord[]>(reportIds.map((id) => [id, []]));
  for (const line of lines) sections.get(line.report_id)?.push(line);
  return sections;
}

/** Source documents by their id, without the bytes. */
export async function sourceDocumentsById(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, SourceDocumentRecord>> {
  const lines = await db.prepared<SourceDocumentRecord & { id: string }>(
    `SELECT source_document.id, source_document.file_name AS "fileName", source_document.media_type AS "mediaType",
  source_document.sha256, source_document.url, ${HOLDS_PERSONAL_DATA} AS "holdsPersonalData"
FROM source_document WHERE source_document.id = ANY($1::bigint[])`,
    [[...ids]],
  );
  return new Map(lines.map((line) => [line.id, line]));
}

/** Revisions by database id that are published or within the sight; others are missing, as if they did not exist. */
export async function seenReportsById(
  db: Database,
  ids: readonly string[],
  sight: Sight,
): Promise<Map<string, ReportRecord>> {
  const params = new SqlParams();
  const asked = `report.id = ANY(${params.add([...ids])}::bigint[])`;
  const lines = await db.prepared<ReportLine>(
    `SELECT ${reportColumns} FROM report
WHERE ${asked} AND (report.status = 'PUBLISHED' OR ${sightCondition(sight, params)})`,
    params.values,
  );
  return new Map(lines.map((line) => [line.report_id, reportRecord(line)]));
}

export interface ReportKey {
  agencyId: string;
  year: number;
  scope: ReportScope;
}

export const reportKeyText = ({ agencyId, year, scope }: ReportKey): string =>
  `${agencyId}/${year}/${scope}`;

/** The newest published revisions of the reports, by `reportKeyText`. */
export async function currentReports(
  db: Database,
  keys: readonly ReportKey[],
): Promise<Map<string, ReportRecord>> {
  const lines = await db.prepared<ReportLine>(
    `SELECT ${reportColumns}
FROM unnest($1::bigint[], $2::int[], $3::text[]) AS asked (agency_id, year, scope)
  JOIN report ON report.agency_id = asked.agency_id AND report.year = asked.year AND report.scope = asked.scope
WHERE report.is_current`,
    [keys.map((k) => k.agencyId), keys.map((k) => k.year), keys.map((k) => k.scope)],
  );
  return new Map(lines.map(reportRecord).map((report) => [reportKeyText(report), report]));
}
