import { dueOnSql, officeDaySql } from '../../registry/roster/calendar.js';
import type { RosterKey } from '../../registry/roster/write-roster.js';
import type { RegionLevel, ReportStatus } from '../shapes.js';
import { allOf, type SqlParams } from '../sql-params.js';

/** How far a member is: the furthest of its reports. A draft has not been handed in. */
export type Standing =
  'MISSING' | Extract<ReportStatus, 'SUBMITTED' | 'RETURNED' | 'ACCEPTED' | 'PUBLISHED'>;

export const standings: readonly Standing[] = [
  'MISSING',
  'SUBMITTED',
  'RETURNED',
  'ACCEPTED',
  'PUBLISHED',
];

/** Which members of a roster; absent: all. */
export interface MemberFilter {
  standings?: readonly Standing[];
  late?: boolean;
  /** Of the agency; null: undecided. */
  level?: RegionLevel | null;
  /** The agency's primary one; null: it has none. */
  sector?: string | null;
}

/** Of `report`, the member's own reports with the scope that the roster names, as far as they were handed in. */
const HANDED_IN = `
  report.agency_id = member.agency_id AND report.year = member.year AND report.scope = member.scope
    AND report.status NOT IN ('DRAFT', 'WITHDRAWN')`;

const FIRST_HANDED_IN = officeDaySql(`coalesce(
  (SELECT min(past.until) FROM report_status_past AS past
   WHERE past.report_id = report.id AND past.status = 'DRAFT'), report.created_at)`);

/**
 * The members of a roster as `FROM …`: `member`, `agency`, `standing` (report_id, status), `place` (due_on, handed_in_on,
 * days_late on the day given, sector).
 */
export const memberSource = (
  { region, year }: RosterKey,
  day: string,
  filter: MemberFilter,
  params: SqlParams,
): string => {
  const today = `${params.add(day)}::date`;
  return `FROM roster_member AS member
  JOIN roster ON roster.region_code = member.region_code AND roster.year = member.year
  JOIN agency ON agency.id = member.agency_id
  LEFT JOIN LATERAL (
    SELECT report.id AS report_id, report.status FROM report WHERE ${HANDED_IN}
    ORDER BY report.is_current DESC, report.status = 'ACCEPTED' DESC, report.revision DESC LIMIT 1
  ) AS standing ON TRUE
  CROSS JOIN LATERAL (
    SELECT ${dueOnSql} AS due_on,
      (SELECT min(least(report.published_on, ${FIRST_HANDED_IN})) FROM report WHERE ${HANDED_IN}) AS handed_in_on,
      (SELECT agency_sector.sector_code FROM agency_sector WHERE agency_sector.agency_id = agency.id
       ORDER BY agency_sector.ordinal LIMIT 1) AS sector
  ) AS told
  CROSS JOIN LATERAL (
    SELECT told.*, greatest(coalesce(told.handed_in_on, ${today}) - told.due_on, 0) AS days_late
  ) AS place
WHERE member.region_code = ${params.add(region)}::text AND member.year = ${params.add(year)}::int
  AND ${filtered(filter, params)}`;
};

const STANDING = `coalesce(standing.status, 'MISSING')`;

const filtered = (
  { standings: of, late, level, sector }: MemberFilter,
  params: SqlParams,
): string =>
  allOf([
    ...(of ? [`${STANDING} = ANY(${params.add([...of])}::text[])`] : []),
    ...(late === undefined ? [] : [`(place.days_late > 0) = ${params.add(late)}::boolean`]),
    ...(level === undefined
      ? []
      : [`agency.level IS NOT DISTINCT FROM ${params.add(level)}::text`]),
    ...(sector === undefined
      ? []
      : [`place.sector IS NOT DISTINCT FROM ${params.add(sector)}::text`]),
  ]);

export const standingSql = STANDING;
