import type { Database } from '../entities/database.js';
import { agencyCondition, type AgencyFilterInput } from './agency-condition.js';
import type { List } from './list.js';
import type { AgencyRecord, AliasRecord } from './records.js';
import type { AgencyKind, RegionLevel } from './shapes.js';
import type { SqlParams } from './sql-params.js';

const COLUMNS = `
  agency.id, agency.name, agency.unified_social_credit_code, agency.kind, agency.level, agency.region_code,
  agency.consolidates_into`;

interface Line {
  id: string;
  name: string;
  unified_social_credit_code: string | null;
  kind: AgencyKind;
  level: RegionLevel | null;
  region_code: string | null;
  consolidates_into: string | null;
}

const record = (line: Line): AgencyRecord => ({
  id: line.id,
  name: line.name,
  unifiedSocialCreditCode: line.unified_social_credit_code,
  kind: line.kind,
  level: line.level,
  regionCode: line.region_code,
  consolidatesInto: line.consolidates_into,
});

/** Agencies under a condition over `agency`, by region code and name. */
export const agenciesWhere = (condition: (params: SqlParams) => string): List<AgencyRecord> => ({
  kind: 'agencies',
  columns: COLUMNS,
  source: (params) => `FROM agency WHERE (${condition(params)})`,
  order: [
    { sql: 'agency.region_code', type: 'text', nullable: true },
    { sql: 'agency.name COLLATE "C"', type: 'text' },
    { sql: 'agency.id', type: 'bigint' },
  ],
  read: record,
});

/** Agencies by region code and name. */
export const agencyList = (filter: AgencyFilterInput): List<AgencyRecord> =>
  agenciesWhere((params) => agencyCondition(filter, params));

/** Agencies of a region and of everything beneath; the filter's regions restrict them further. */
export const regionAgencyList = (code: string, filter: AgencyFilterInput): List<AgencyRecord> =>
  agenciesWhere(
    (params) =>
      `${agencyCondition({ regions: [code] }, params)} AND ${agencyCondition(filter, params)}`,
  );

/** Agencies by database id; those that do not exist are missing. */
export async function agenciesById(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, AgencyRecord>> {
  const lines = await db.prepared<Line>(
    `SELECT ${COLUMNS} FROM agency WHERE agency.id = ANY($1::bigint[])`,
    [[...ids]],
  );
  return new Map(lines.map((line) => [line.id, record(line)]));
}

/** Agencies that became one (`PREDECESSORS`) or that it became, by its id, oldest change first. */
export async function relatedAgencies(
  db: Database,
  side: 'PREDECESSORS' | 'SUCCESSORS',
  ids: readonly string[],
): Promise<Map<string, AgencyRecord[]>> {
  const [own, other] =
    side === 'PREDECESSORS'
      ? ['successor_id', 'predecessor_id']
      : ['predecessor_id', 'successor_id'];
  const lines = await db.prepared<Line & { of: string }>(
    `SELECT agency_lineage.${own} AS of, ${COLUMNS}
FROM agency_lineage JOIN agency ON agency.id = agency_lineage.${other}
WHERE agency_lineage.${own} = ANY($1::bigint[])
ORDER BY agency_lineage.effective_on, agency.name COLLATE "C", agency.id`,
    [[...ids]],
  );
  const related = new Map<string, AgencyRecord[]>(ids.map((id) => [id, []]));
  for (const line of lines) related.get(line.of)?.push(record(line));
  return related;
}

/** Other names of agencies, by id. */
export async function aliasesOf(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, AliasRecord[]>> {
  const lines = await db.prepared<AliasRecord & { agency_id: string }>(
    `SELECT agency_alias.agency_id, agency_alias.alias AS name, agency_alias.first_year AS "firstYear",
  agency_alias.last_year AS "lastYear" FROM agency_alias
WHERE agency_alias.agency_id = ANY($1::bigint[]) ORDER BY agency_alias.alias COLLATE "C"`,
    [[...ids]],
  );
  const aliases = new Map<string, AliasRecord[]>(ids.map((id) => [id, []]));
  for (const { agency_id: id, ...alias } of lines) aliases.get(id)?.push(alias);
  return aliases;
}
