import type { Sight } from '../accounts/sight.js';
import type { ReportStatus } from './shapes.js';
import { sightCondition } from './sight-condition.js';
import type { SqlParams } from './sql-params.js';

/** Statuses of a version that is still being worked on: they count only while no newer revision exists. */
const UNFINISHED = `('DRAFT', 'SUBMITTED', 'RETURNED')`;

const asked = (report: string, statuses: string): string =>
  `${report}.status = ANY(${statuses}::text[]) AND (${report}.status NOT IN ${UNFINISHED} OR ${report}.is_newest)`;

/**
 * The newest revision of each agency, year and scope whose status is asked for. Null asks for PUBLISHED, which
 * filing keeps marked as `is_current`. Of what lies outside the sight only the published is there.
 */
export function statusCondition(
  statuses: readonly ReportStatus[] | null | undefined,
  params: SqlParams,
  sight?: Sight | null,
): string {
  if (!statuses || (statuses.length > 0 && statuses.every((s) => s === 'PUBLISHED'))) {
    return 'report.is_current';
  }
  const every = newestOf(statuses, params);
  if (!sight) return every;
  const published = statuses.includes('PUBLISHED') ? 'report.is_current' : 'FALSE';
  const seen = sightCondition(sight, params);
  return `CASE WHEN ${seen} THEN ${every} ELSE ${published} END`;
}

function newestOf(statuses: readonly ReportStatus[], params: SqlParams): string {
  const list = params.add([...statuses]);
  return `${asked('report', list)}
    AND NOT EXISTS (
      SELECT FROM report AS newer
      WHERE newer.agency_id = report.agency_id AND newer.year = report.year
        AND newer.scope = report.scope AND newer.revision > report.revision
        AND ${asked('newer', list)})`;
}

/** What a report's status was at a point in time, as SQL; null where it was not filed yet. */
export const statusAt = (report: string, at: string): string => `
  CASE WHEN ${report}.status_changed_at <= ${at} THEN ${report}.status ELSE (
    SELECT past.status FROM report_status_past AS past
    WHERE past.report_id = ${report}.id AND past.since <= ${at} AND past.until > ${at} LIMIT 1) END`;

/** As `statusCondition`, with the statuses that reports had at a point in time. */
export function statusConditionAt(
  statuses: readonly ReportStatus[] | null | undefined,
  at: string,
  params: SqlParams,
): string {
  const list = `${params.add([...(statuses ?? ['PUBLISHED'])])}::text[]`;
  const then = `${params.add(at)}::timestamptz`;
  const fits = (report: string): string =>
    `${report}.created_at <= ${then} AND ${statusAt(report, then)} = ANY(${list})`;
  return `${fits('report')}
    AND NOT EXISTS (
      SELECT FROM report AS newer
      WHERE newer.agency_id = report.agency_id AND newer.year = report.year
        AND newer.scope = report.scope AND newer.revision > report.revision AND ${fits('newer')})`;
}
