import type { Database } from '../entities/database.js';
import type { CellAddress } from '../format/form.js';
import { contributionsOf } from './contributions.js';
import { COUNTRY, regionColumn } from './region-condition.js';
import { reportColumns, reportRecord } from './report-list.js';
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
import { statusCondition } from './status-condition.js';
import { sumReports } from './sum-reports.js';
import { differencesOf } from './table-differences.js';
import { threeTablesOf } from './three-tables.js';

export interface ConsolidationQuestion {
  /** Full code. */
  region: string;
  year: number;
  statuses: readonly ReportStatus[] | null;
}

/**
 * A government's consolidated report as its members' reports add up to it. Without a roster these are the ORGAN
 * reports of all agencies that consolidate into the region or one beneath it: organs of a national system
 * consolidate into none. Null where there is no such region.
 */
export async function consolidation(
  db: Database,
  question: ConsolidationQuestion,
): Promise<ConsolidationResult | null> {
  const { region, year, statuses } = question;
  const known = await db.query('SELECT code FROM region WHERE code = $1', [region]);
  if (known.length === 0) return null;
  const summed = await sumReports(db, (params) => ofMembers(question, params));
  return { regionCode: region, year, statuses, ...summed };
}

/** What each member's report gave to one cell, largest first. */
export const consolidationContributions = (
  db: Database,
  question: ConsolidationQuestion,
  cell: CellAddress,
  page: PageRequest,
): Promise<Page<Contribution>> =>
  contributionsOf(db, (params) => ofMembers(question, params), cell, page);

/** The newest published REGION_CONSOLIDATED report of the region's own government. */
export async function publishedConsolidation(
  db: Database,
  { region, year }: { region: string; year: number },
): Promise<ReportRecord | null> {
  const [line] = await db.query<Parameters<typeof reportRecord>[0]>(
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
  const tables = (await threeTablesOf(db, [published.id])).get(published.id);
  return tables ? differencesOf(result.tables, tables) : [];
}

function ofMembers({ region, year, statuses }: ConsolidationQuestion, params: SqlParams): string {
  return allOf([
    statusCondition(statuses, params),
    `report.scope = 'ORGAN' AND report.year = ${params.add(year)}::int`,
    `report.agency_id IN (
      SELECT agency.id FROM agency JOIN region ON region.code = agency.consolidates_into
      WHERE ${within(region, params)})`,
  ]);
}

/** The region and everything beneath it. */
function within(region: string, params: SqlParams): string {
  if (region === COUNTRY) return 'NOT region.fictional';
  const column = regionColumn(region);
  return `region.${column === 'region_code' ? 'code' : column} = ${params.add(region)}::text`;
}
