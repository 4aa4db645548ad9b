import type { Sight } from '../accounts/sight.js';
import type { Database } from '../entities/database.js';
import type { CellAddress } from '../format/form.js';
import { contributionsOf } from './contributions.js';
import { COUNTRY, regionColumn } from './region-condition.js';
import { reportColumns, reportRecord } from './report-list.js';
import { agencyCondition, type AgencyFilterInput } from './agency-condition.js';
import { agenciesWhere } from './agency-list.js';
import type { List } from './list.js';
import type { AgencyRecord } from './records.js';
import type {
  CellDifference,
  ConsolidationResult,
  Contribution,
  Page,
  PageRequest,
  ReportRecord,
  ReportStatus,
} from './shapes.js';
import { allOf, type SqlParams } from './sql-params.js';
import { sightCondition } from './sight-condition.js';
import { statusCondition, statusConditionAt } from './status-condition.js';
import { sumReports } from './sum-reports.js';
import { differencesOf } from './table-differences.js';
import { threeTablesOf } from './three-tables.js';

export interface ConsolidationQuestion {
  /** Full code. */
  region: string;
  year: number;
  statuses: readonly ReportStatus[] | null;
  /** ISO time: with the statuses that reports had then. */
  asOf?: string | null;
  /** Whose unpublished reports are seen. */
  sight?: Sight | null;
}

/**
 * A government's consolidated report as its members' reports add up to it: each member of the roster once, with the
 * scope that it names, but those that another member's report holds. Without a roster these are the ORGAN reports of all
 * agencies that consolidate into the region or one beneath it: organs of a national system consolidate into none. Null
 * where there is no such region.
 */
export async function consolidation(
  db: Database,
  question: ConsolidationQuestion,
): Promise<ConsolidationResult | null> {
  const { region, year, statuses, asOf = null, sight = null } = question;
  const [known] = await db.prepared<{ expected: string | null }>(EXPECTED, [region, year]);
  if (!known) return null;
  const expected = known.expected === null ? null : Number(known.expected);
  const summed = await sumReports(db, membersOf(question, expected !== null));
  return {
    ...{ regionCode: region, year, statuses, asOf, sight },
    coverage: { ...summed.coverage, expected },
    tables: summed.tables,
  };
}

const EXPECTED = `
SELECT (
    SELECT count(*) FILTER (WHERE member.counted_in IS NULL) FROM roster_member AS member
    WHERE member.region_code = region.code AND member.year = $2::int
    HAVING count(*) > 0) AS expected
FROM region WHERE region.code = $1`;

/** What each member's report gave to one cell, largest first. */
export async function consolidationContributions(
  db: Database,
  question: ConsolidationQuestion,
  cell: CellAddress,
  page: PageRequest,
): Promise<Page<Contribution>> {
  const [known] = await db.prepared<{ expected: string | null }>(EXPECTED, [
    question.region,
    question.year,
  ]);
  return contributionsOf(db, membersOf(question, (known?.expected ?? null) !== null), cell, page);
}

/** The newest published REGION_CONSOLIDATED report of the region's own government. */
export async function publishedConsolidation(
  db: Database,
  { region, year }: { region: string; year: number },
): Promise<ReportRecord | null> {
  const [line] = await db.prepared<Parameters<typeof reportRecord>[0]>(
    `
SELECT ${reportColumns}
FROM report
  JOIN agency ON agency.id = report.agency_id
  JOIN region ON region.code = agency.region_code
WHERE region.code = $1 AND report.year = $2::int AND report.scope = 'REGION_CONSOLIDATED' AND report.is_current
  AND agency.kind = 'GOVERNMENT' AND coalesce(agency.level, region.level) = region.level
ORDER BY agency.level IS NULL, report.id
LIMIT 1`,
    [region, year],
  );
  return line ? reportRecord(line) : null;
}

/** Cells that the computed and the published report state differently, in printed order. */
export async function consolidationDifferences(
  db: Database,
  result: ConsolidationResult,
): Promise<CellDifference[]> {
  const { regionCode: region, year } = result;
  const published = await publishedConsolidation(db, { region, year });
  if (!published) return [];
  const tables = (await threeTablesOf(db, [published])).get(published.id);
  return tables ? differencesOf(result.tables, tables) : [];
}

/** Reports of the members of the roster, or without one of all that consolidate into the region or beneath it. */
const membersOf =
  (question: ConsolidationQuestion, hasRoster: boolean) =>
  (params: SqlParams): string => {
    const { region, year } = question;
    return allOf([
      statusOf(question, params),
      `report.year = ${params.add(year)}::int`,
      hasRoster
        ? `(report.agency_id, report.scope) IN (
            SELECT member.agency_id, member.scope FROM roster_member AS member
            WHERE member.region_code = ${params.add(region)}::text
              AND member.year = ${params.add(year)}::int AND member.counted_in IS NULL)`
        : `report.scope = 'ORGAN' AND report.agency_id IN (
            SELECT agency.id FROM agency JOIN region ON region.code = agency.consolidates_into
            WHERE ${within(region, params)})`,
    ]);
  };

/** The statuses asked for, as they are or were; what is not public within the sight alone. */
function statusOf(
  { statuses, asOf, sight }: Pick<ConsolidationQuestion, 'statuses' | 'asOf' | 'sight'>,
  params: SqlParams,
): string {
  if (!asOf) return statusCondition(statuses, params, sight);
  const isPublic = !statuses || statuses.every((status) => status === 'PUBLISHED');
  const then = statusConditionAt(statuses, asOf, params);
  return isPublic || !sight ? then : allOf([then, sightCondition(sight, params)]);
}

/** Members of the roster without a report that counts; null where there is no roster. */
export function missingMembers(
  result: ConsolidationResult,
  filter: AgencyFilterInput,
): List<AgencyRecord> | null {
  const { regionCode: region, year, coverage } = result;
  if (coverage.expected === null) return null;
  return agenciesWhere(
    (params) => `${agencyCondition(filter, params)} AND agency.id IN (
      SELECT member.agency_id FROM roster_member AS member
      WHERE member.region_code = ${params.add(region)}::text AND member.year = ${params.add(year)}::int
        AND member.counted_in IS NULL
        AND NOT EXISTS (
          SELECT FROM report
          WHERE report.agency_id = member.agency_id AND report.scope = member.scope AND report.year = member.year
            AND ${statusOf(result, params)}))`,
  );
}

/** The region and everything beneath it. */
function within(region: string, params: SqlParams): string {
  if (region === COUNTRY) return 'NOT region.fictional';
  const column = regionColumn(region);
  return `region.${column === 'region_code' ? 'code' : column} = ${params.add(region)}::text`;
}
