import type { EntityManager } from 'typeorm';
import type { ReportName } from './report-diff.js';
import type { StoredReport } from './stored-report.js';

/** Names of reports by id. */
export const nameReports = async (
  manager: EntityManager,
  reportIds: readonly string[],
): Promise<Map<string, ReportName>> => {
  if (reportIds.length === 0) return new Map();
  const lines = await manager.query<ReportName[]>(
    `select r.id as "reportId", a.name as agency, r.year, r.scope, r.revision, r.is_current as "isCurrent",
       r.province_code as "provinceCode"
     from report r join agency a on a.id = r.agency_id where r.id = any($1::bigint[])`,
    [reportIds],
  );
  return new Map(lines.map((line) => [line.reportId, line]));
};

export const nameOf = (report: StoredReport): ReportName => {
  const { id, agency, year, scope, revision, isCurrent, provinceCode } = report;
  return { reportId: id, agency, year, scope, revision, isCurrent, provinceCode };
};
