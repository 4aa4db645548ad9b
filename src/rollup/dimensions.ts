import { agencyKinds, regionLevels } from '../entities/vocabulary.js';
import type { ReportScope } from '../format/report.js';
import { Refusal } from './refusal.js';
import { COUNTRY, regionColumn } from './region-condition.js';
import type { Dimension, ReportFilterInput, ReportGroup, TotalKey } from './shapes.js';
import type { SqlParams } from './sql-params.js';

/**
 * What a total is grouped by, in SQL. A dimension is one or more columns that are never null and rise in key order:
 * a group without a value holds a value behind all others, so that groups compare, join and page by plain columns.
 */
export interface SortColumn {
  sql: string;
  type: 'int' | 'text' | 'bigint';
}

type KeyValue = string | number | null;

interface DimensionSql {
  field: keyof TotalKey;
  columns: (filter: ReportFilterInput, params: SqlParams) => readonly SortColumn[];
  /** Tables that the columns need beside `report`. */
  join?: (filter: ReportFilterInput, params: SqlParams) => string;
  /** What the first column holds in a group without a value, as SQL; absent where every report has one. */
  missing?: string;
  /** The key's value from those of the columns. */
  value: (columns: readonly (string | number)[]) => KeyValue;
  /** Reports with the value, over `report` alone. */
  condition: (value: KeyValue, filter: ReportFilterInput, params: SqlParams) => string;
}

export const reportScopes: readonly ReportScope[] = [
  'ORGAN',
  'GOVERNMENT_LEVEL',
  'REGION_CONSOLIDATED',
  'SYSTEM_CONSOLIDATED',
];

/** Stands behind every code. */
const LAST = '~';
const AGENCY_JOIN = 'JOIN agency ON agency.id = report.agency_id';

const text = (sql: string): SortColumn => ({
  sql: `coalesce(${sql}, '${LAST}') COLLATE "C"`,
  type: 'text',
});
const code = ([value]: readonly (string | number)[]): KeyValue =>
  value === undefined || value === LAST ? null : value;
const agenciesWhere = (condition: string): string =>
  `report.agency_id IN (SELECT agency.id FROM agency WHERE ${condition})`;
const equals = (sql: string, value: KeyValue, params: SqlParams, type = 'text'): string =>
  value === null ? `${sql} IS NULL` : `${sql} = ${params.add(value)}::${type}`;

/** A region's column of `report`. */
const region = (field: keyof TotalKey, column: string): DimensionSql => ({
  field,
  missing: `'${LAST}'`,
  columns: () => [text(`report.${column}`)],
  value: code,
  condition: (value, _, params) => equals(`report.${column}`, value, params),
});

/** A column of the report or of its agency whose values are those of an enum, in the enum's order. */
function listed(field: keyof TotalKey, column: string, values: readonly string[]): DimensionSql {
  const ofAgency = column.startsWith('agency.');
  const order = values.map((v) => `'${v}'`).join(', ');
  return {
    field,
    missing: String(values.length + 1),
    columns: () => [
      {
        sql: `coalesce(array_position(ARRAY[${order}], ${column}), ${values.length + 1})`,
        type: 'int',
      },
    ],
    ...(ofAgency && { join: () => AGENCY_JOIN }),
    value: ([position]) => values[Number(position) - 1] ?? null,
    condition: (value, _, params) => {
      const condition = equals(column, value, params);
      return ofAgency ? agenciesWhere(condition) : condition;
    },
  };
}

/** The one region of the filter; the country where there is none. */
function parentRegion({ regions }: ReportFilterInput): string {
  const [parent, ...others] = new Set(regions);
  if (others.length > 0) {
    throw new Refusal('CHILD_REGION needs one region in the filter, or none for the country.');
  }
  return parent ?? COUNTRY;
}

/** The next region beneath the filter's one, whatever its level; null for that region's own agencies. */
function childRegion(filter: ReportFilterInput, params: SqlParams): string {
  const parent = parentRegion(filter);
  const own = `nullif(report.region_code, ${params.add(parent)}::text)`;
  if (parent === COUNTRY) {
    return `coalesce(report.province_code, report.prefecture_code, report.county_code, ${own})`;
  }
  const levels = ['province_code', 'prefecture_code', 'county_code'];
  const beneath = levels.slice(levels.indexOf(regionColumn(parent)) + 1);
  if (regionColumn(parent) === 'region_code') return own;
  return `coalesce(${[...beneath.map((column) => `report.${column}`), own].join(', ')})`;
}

/** Today's sectors of the agency, of those the filter asks for. */
const sectorJoin = ({ sectors }: ReportFilterInput, params: SqlParams): string =>
  `LEFT JOIN agency_sector ON agency_sector.agency_id = report.agency_id${
    sectors ? ` AND agency_sector.sector_code = ANY(${params.add([...sectors])}::text[])` : ''
  }`;

const inSector = (condition: string): string =>
  `EXISTS (SELECT FROM agency_sector WHERE agency_sector.agency_id = report.agency_id${condition})`;

export const dimensions: Readonly<Record<Dimension, DimensionSql>> = {
  YEAR: {
    field: 'year',
    columns: () => [{ sql: 'report.year::int', type: 'int' }],
    value: ([year]) => Number(year),
    condition: (value, _, params) => equals('report.year', value, params, 'int'),
  },
  PROVINCE: region('province', 'province_code'),
  PREFECTURE: region('prefecture', 'prefecture_code'),
  COUNTY: region('county', 'county_code'),
  CHILD_REGION: {
    field: 'childRegion',
    missing: `'${LAST}'`,
    columns: (filter, params) => [text(childRegion(filter, params))],
    value: code,
    condition: (value, filter, params) => equals(childRegion(filter, params), value, params),
  },
  LEVEL: listed('level', 'agency.level', regionLevels),
  KIND: listed('kind', 'agency.kind', agencyKinds),
  SECTOR: {
    field: 'sector',
    missing: `'${LAST}'`,
    columns: () => [text('agency_sector.sector_code')],
    join: sectorJoin,
    value: code,
    condition: (value, _, params) =>
      value === null
        ? `NOT ${inSector('')}`
        : inSector(` AND ${equals('agency_sector.sector_code', value, params)}`),
  },
  // Agencies have no code: by region code and name, as lists of agencies are.
  AGENCY: {
    field: 'agency',
    columns: () => [
      text('agency.region_code'),
      { sql: 'agency.name COLLATE "C"', type: 'text' },
      { sql: 'agency.id', type: 'bigint' },
    ],
    join: () => AGENCY_JOIN,
    value: (columns) => String(columns[2]),
    condition: (value, _, params) => equals('report.agency_id', value, params, 'bigint'),
  },
  SCOPE: listed('scope', 'report.scope', reportScopes),
};

/** Reports that have the key's value in one of the group's dimensions. */
export function keyCondition(dimension: Dimension, group: ReportGroup, params: SqlParams): string {
  const { field, condition } = dimensions[dimension];
  const value = group.key[field];
  if (value === undefined) throw new Refusal(`The key of the group has no ${field}.`);
  return condition(value, group.filter, params);
}
