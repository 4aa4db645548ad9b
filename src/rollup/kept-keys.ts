import { agencyKinds, regionLevels } from '../entities/vocabulary.js';
import { reportScopes } from './dimensions.js';
import type { KeptPlan } from './kept-plan.js';
import type { Dimension, RegionLevel } from './shapes.js';
import { isOneOf, type SqlParams } from './sql-params.js';

/** What a total is grouped by, in columns of the kept totals: the same values as those of `dimensions`. */

/** Stands behind every code. */
export const LAST = '~';

/** A dimension's value in a line of `kept_total`, and in one of `kept_total_change`. */
export interface KeptKey {
  kept: string;
  change: string;
}

const listed = (column: string, values: readonly string[]): string =>
  `coalesce(array_position(ARRAY[${values.map((v) => `'${v}'`).join(', ')}], ${column}), ${values.length + 1})`;

const text = (sql: string): string => `coalesce(${sql}, '${LAST}') COLLATE "C"`;

const both = (sql: (column: string) => string, kept: string, change: string): KeptKey => ({
  kept: sql(kept),
  change: sql(change),
});

/** The region of a level among those that contain a report. */
const regionAt = (level: RegionLevel, regions: string): string =>
  `(SELECT place.code FROM region AS place WHERE place.code = ANY(${regions}) AND place.level = '${level}')`;

/** The region's ancestor of a level, or the region itself. */
const ancestorAt = (level: RegionLevel, code: string): string =>
  `(SELECT place.${level.toLowerCase()}_code FROM region AS place WHERE place.code = ${code})`;

function region(dimension: Dimension, { level, beneath }: KeptPlan): KeptKey {
  if (dimension === 'CHILD_REGION') {
    const next =
      level === 'COUNTRY'
        ? regionAt('PROVINCE', 'line.regions')
        : `coalesce(${regionAt('PREFECTURE', 'line.regions')}, ${regionAt('COUNTY', 'line.regions')})`;
    return { kept: text('line.region_code'), change: text(next) };
  }
  const change = text(regionAt(dimension as RegionLevel, 'line.regions'));
  const isOwn = beneath !== null || dimension === level;
  return {
    kept: text(
      isOwn ? 'line.region_code' : ancestorAt(dimension as RegionLevel, 'line.region_code'),
    ),
    change,
  };
}

/** SQL over the alias `line`; of a change grouped by sector over `part.value` besides. */
export function keptKey(dimension: Dimension, plan: KeptPlan): KeptKey {
  switch (dimension) {
    case 'YEAR':
      return both((column) => `${column}::int`, 'line.year', 'line.year');
    case 'SCOPE':
      return both((column) => listed(column, reportScopes), 'line.scope', 'line.scope');
    case 'LEVEL':
      return both((column) => listed(column, regionLevels), 'line.value', 'line.level');
    case 'KIND':
      return both((column) => listed(column, agencyKinds), 'line.value', 'line.kind');
    case 'SECTOR':
      return both((column) => text(`nullif(${column}, '')`), 'line.value', 'part.value');
    default:
      return region(dimension, plan);
  }
}

/** Kept totals of the regions that are groups beneath the roots. */
export function beneathCondition({ beneath, level, roots }: KeptPlan, params: SqlParams): string {
  const of = beneath === 'CHILD_REGION' ? nextLevels(level) : `level = '${String(beneath)}'`;
  if (level === 'COUNTRY') {
    const kept = beneath === 'CHILD_REGION' ? 'PROVINCE' : String(beneath);
    return `line.region_level = '${kept}' AND line.in_country`;
  }
  return `line.region_code IN (
      SELECT code FROM region WHERE ${of} AND ${isOneOf(`${level.toLowerCase()}_code`, roots, 'text', params)})`;
}

const nextLevels = (level: RegionLevel): string =>
  level === 'PROVINCE'
    ? `(level = 'PREFECTURE' OR level = 'COUNTY' AND prefecture_code IS NULL)`
    : `level = 'PROVINCE'`;

const positions: Partial<Record<Dimension, readonly string[]>> = {
  SCOPE: reportScopes,
  LEVEL: regionLevels,
  KIND: agencyKinds,
};

/** What the column of a dimension holds in the group with a value: the inverse of `dimensions[…].value`. */
export function columnValue(dimension: Dimension, value: string | number | null): string | number {
  const listedValues = positions[dimension];
  if (!listedValues) return value ?? LAST;
  const position = listedValues.indexOf(String(value));
  return (position === -1 ? listedValues.length : position) + 1;
}
