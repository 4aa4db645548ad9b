import type { Database } from '../entities/database.js';
import type { List } from './list.js';
import { containing } from './like.js';
import type { RegionRecord } from './records.js';
import { COUNTRY, regionColumn } from './region-condition.js';
import type { RegionLevel } from './shapes.js';
import { allOf, type SqlParams } from './sql-params.js';

const COLUMNS = `
  region.code, region.name, region.full_name, region.level, region.parent_code,
  region.valid_until::text AS valid_until, region.fictional`;

interface Line {
  code: string;
  name: string;
  full_name: string;
  level: RegionLevel;
  parent_code: string | null;
  valid_until: string | null;
  fictional: boolean;
}

const record = (line: Line): RegionRecord => ({
  code: line.code,
  name: line.name,
  fullName: line.full_name,
  level: line.level,
  parentCode: line.parent_code,
  validUntil: line.valid_until,
  fictional: line.fictional,
});

export interface RegionQuestion {
  level?: RegionLevel | null;
  /** Full code; the region itself is left out. */
  under?: string | null;
  /** Part of the full name. */
  search?: string | null;
}

const regionsWhere = (condition: (params: SqlParams) => string): List<RegionRecord> => ({
  kind: 'regions',
  columns: COLUMNS,
  source: (params) => `FROM region WHERE region.valid_until IS NULL AND (${condition(params)})`,
  order: [{ sql: 'region.code', type: 'text' }],
  read: record,
});

/** Existing regions by code. */
export const regionList = ({ level, under, search }: RegionQuestion): List<RegionRecord> =>
  regionsWhere((params) =>
    allOf([
      ...(level ? [`region.level = ${params.add(level)}::text`] : []),
      ...(under ? [beneath(under, params)] : []),
      ...(search != null ? [named(search, params)] : []),
    ]),
  );

/** The regions right beneath one. */
export const childList = (code: string): List<RegionRecord> =>
  regionsWhere((params) => `region.parent_code = ${params.add(code)}::text`);

function beneath(code: string, params: SqlParams): string {
  if (code === COUNTRY) return `NOT region.fictional AND region.code <> '${COUNTRY}'`;
  const column = regionColumn(code);
  if (column === 'region_code') return 'FALSE';
  const own = params.add(code);
  return `region.${column} = ${own}::text AND region.code <> ${own}::text`;
}

function named(search: string, params: SqlParams): string {
  const exact = params.add(containing(search));
  const folded = params.add(containing(search.normalize('NFKC').toLowerCase()));
  return `region.full_name LIKE ${exact}::text OR region.search_name LIKE ${folded}::text`;
}

/** Regions by code, abolished ones too; those that do not exist are missing. */
export async function regionsByCode(
  db: Database,
  codes: readonly string[],
): Promise<Map<string, RegionRecord>> {
  const lines = await db.prepared<Line>(
    `SELECT ${COLUMNS} FROM region WHERE region.code = ANY($1::text[])`,
    [[...codes]],
  );
  return new Map(lines.map((line) => [line.code, record(line)]));
}

/** What became of abolished regions, by the region's code. */
export async function successorsByRegion(
  db: Database,
  codes: readonly string[],
): Promise<Map<string, RegionRecord[]>> {
  const lines = await db.prepared<Line & { of: string }>(
    `SELECT region_successor.region_code AS of, ${COLUMNS}
FROM region_successor JOIN region ON region.code = region_successor.successor_code
WHERE region_successor.region_code = ANY($1::text[])
ORDER BY region.code COLLATE "C"`,
    [[...codes]],
  );
  const successors = new Map<string, RegionRecord[]>(codes.map((code) => [code, []]));
  for (const line of lines) successors.get(line.of)?.push(record(line));
  return successors;
}
