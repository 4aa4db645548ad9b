import { initialsOf } from '../../src/registry/initials.js';
import type { Database } from '../../src/entities/database.js';
import type { Edition } from '../../src/format/form.js';
import type { ReportScope } from '../../src/format/report.js';
import { keepWorld, type Folded } from './keep-world.js';
import type { AgencyKind, RegionLevel, ReportStatus } from '../../src/rollup/shapes.js';

/** A small world of regions, agencies and reports in memory, and a way to store it as it is. */

export interface WorldRegion {
  code: string;
  name: string;
  level: RegionLevel;
  parent: string | null;
  province: string | null;
  prefecture: string | null;
  county: string | null;
  fictional: boolean;
}

export interface WorldAgency {
  id: number;
  name: string;
  kind: AgencyKind;
  level: RegionLevel | null;
  region: string | null;
  consolidatesInto: string | null;
  sectors: readonly string[];
}

export type Figures = Readonly<Record<string, number | string | null>>;

export interface WorldReport {
  id: number;
  agency: number;
  year: number;
  scope: ReportScope;
  revision: number;
  status: ReportStatus;
  region: string | null;
  edition: Edition | null;
  errors: number;
  warnings: number;
  infos: number;
  unstated: readonly [number, number, number];
  /** Printed rows by key, their figures by column key. */
  requests: Readonly<Record<string, Figures>>;
  appeals: Readonly<Record<string, Figures>>;
  disclosure: Readonly<Record<string, Figures>>;
}

export interface World {
  agencies: readonly WorldAgency[];
  reports: readonly WorldReport[];
}

const place = (
  code: string,
  name: string,
  level: RegionLevel,
  parent: string | null,
  [province = null, prefecture = null, county = null]: readonly (string | null)[],
  fictional = false,
): WorldRegion => ({ code, name, level, parent, province, prefecture, county, fictional });

/** A province with every level, one whose districts have no prefecture, and the fictional one. */
export const regions: readonly WorldRegion[] = [
  place('000000', '中国', 'COUNTRY', null, []),
  place('110000', '北京市', 'PROVINCE', '000000', ['110000']),
  place('110101', '东城区', 'COUNTY', '110000', ['110000', null, '110101']),
  place('410000', '河南省', 'PROVINCE', '000000', ['410000']),
  place('411600', '周口市', 'PREFECTURE', '410000', ['410000', '411600']),
  place('411602', '川汇区', 'COUNTY', '411600', ['410000', '411600', '411602']),
  place('411602001', '陈州街道', 'TOWNSHIP', '411602', ['410000', '411600', '411602']),
  place('419001', '济源市', 'COUNTY', '410000', ['410000', null, '419001']),
  place('441900', '东莞市', 'PREFECTURE', '440000', ['440000', '441900']),
  place('441900003', '东城街道', 'TOWNSHIP', '441900', ['440000', '441900']),
  place('440000', '广东省', 'PROVINCE', '000000', ['440000']),
  place('990000', '示例省', 'PROVINCE', null, ['990000'], true),
  place('990100', '甲市', 'PREFECTURE', '990000', ['990000', '990100'], true),
];

export const sectors: readonly string[] = ['EDUCATION', 'PUBLIC_SECURITY', 'TAXATION'];

const insert = (table: string, columns: string): string =>
  `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`;

const snake = (key: string): string => key.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);

async function store(db: Database, table: string, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  await db.query(insert(table, columns.map((c) => `"${c}"`).join(', ')), [JSON.stringify(rows)]);
}

/** Stores the regions and sectors, once. */
export async function storePlaces(db: Database): Promise<void> {
  const ordered = regions.toSorted((a, b) => rank(a) - rank(b));
  for (const level of new Set(ordered.map(rank))) {
    const rows = ordered.filter((region) => rank(region) === level);
    await store(db, 'region', rows.map(regionRow));
  }
  const rows = sectors.map((code, ordinal) => ({ code, ordinal, name_zh: code, name_en: code }));
  await store(db, 'sector', rows);
}

const rank = ({ level }: WorldRegion): number =>
  ['COUNTRY', 'PROVINCE', 'PREFECTURE', 'COUNTY', 'TOWNSHIP'].indexOf(level);

const regionRow = (region: WorldRegion): object => ({
  code: region.code,
  name: region.name,
  full_name: region.name,
  level: region.level,
  parent_code: region.parent,
  province_code: region.province,
  prefecture_code: region.prefecture,
  county_code: region.county,
  fictional: region.fictional,
  search_name: region.name,
});

export const regionOf = (code: string | null): WorldRegion | null =>
  regions.find((region) => region.code === code) ?? null;

/** Puts this world in the place of the stored one, with its totals kept. */
export async function storeWorld(
  db: Database,
  { agencies, reports }: World,
  folded: Folded = 'ALL',
): Promise<void> {
  // Not TRUNCATE: statements that are prepared would have to be planned again.
  await db.query('DELETE FROM report');
  await db.query('DELETE FROM agency');
  await store(db, 'agency', agencies.map(agencyRow));
  const inSectors = agencies.flatMap(({ id, sectors: codes }) =>
    codes.map((code, ordinal) => ({ agency_id: id, sector_code: code, ordinal })),
  );
  await store(db, 'agency_sector', inSectors);
  await store(
    db,
    'report',
    reports.map((report) => reportRow(report, reports)),
  );
  await store(
    db,
    'request_row',
    reports.flatMap((r) => printedRows(r, r.requests)),
  );
  await store(
    db,
    'appeal_row',
    reports.flatMap((r) => printedRows(r, r.appeals)),
  );
  const disclosure = reports.flatMap((r) => printedRows(r, r.disclosure));
  const withEdition = disclosure.map((row) => ({ ...row, edition: 'E2021' }));
  await store(db, 'active_disclosure_row', withEdition);
  await keepWorld(db, folded);
}

const agencyRow = (agency: WorldAgency): object => ({
  id: agency.id,
  name: agency.name,
  normalised_name: `${agency.name}${agency.id}`,
  initials: initialsOf(agency.name),
  kind: agency.kind,
  level: agency.level,
  region_code: agency.region,
  consolidates_into: agency.consolidatesInto,
  inferred: false,
  created_at: '2025-01-01T00:00:00Z',
});

const sameKey = (a: WorldReport, b: WorldReport): boolean =>
  a.agency === b.agency && a.year === b.year && a.scope === b.scope;

export const isNewest = (report: WorldReport, reports: readonly WorldReport[]): boolean =>
  !reports.some((other) => sameKey(report, other) && other.revision > report.revision);

export const isCurrent = (report: WorldReport, reports: readonly WorldReport[]): boolean =>
  report.status === 'PUBLISHED' &&
  isNewest(
    report,
    reports.filter((other) => other.status === 'PUBLISHED'),
  );

function reportRow(report: WorldReport, reports: readonly WorldReport[]): object {
  const region = regionOf(report.region);
  return {
    id: report.id,
    agency_id: report.agency,
    year: report.year,
    scope: report.scope,
    revision: report.revision,
    status: report.status,
    is_newest: isNewest(report, reports),
    is_current: isCurrent(report, reports),
    region_code: report.region,
    province_code: region?.province ?? null,
    prefecture_code: region?.prefecture ?? null,
    county_code: region?.county ?? null,
    edition_requests: report.edition,
    content_key: String(report.id),
    unstated_active_disclosure: report.unstated[0],
    unstated_requests: report.unstated[1],
    unstated_appeals: report.unstated[2],
    error_count: report.errors,
    warning_count: report.warnings,
    info_count: report.infos,
    reader_version: '1',
    rules_version: '1',
    created_at: '2025-01-01T00:00:00Z',
    status_changed_at: '2025-01-01T00:00:00Z',
    sample: false,
  };
}

const printedRows = (
  { id, year }: WorldReport,
  rows: Readonly<Record<string, Figures>>,
): Record<string, unknown>[] =>
  Object.entries(rows).map(([row, figures], ordinal) => ({
    report_id: id,
    year,
    ordinal,
    row,
    ...Object.fromEntries(Object.entries(figures).map(([key, value]) => [snake(key), value])),
  }));

/** A provincial department in 河南省 unless told otherwise. */
export const anAgency = (agency: Partial<WorldAgency> & { id: number }): WorldAgency => ({
  name: `机关${agency.id}`,
  kind: 'DEPARTMENT',
  level: 'PROVINCE',
  region: '410000',
  consolidatesInto: '410000',
  sectors: [],
  ...agency,
});

/** A published report of 2024 in the 2021 edition by its own agency in 河南省, without a figure. */
export const aReport = (report: Partial<WorldReport> & { id: number }): WorldReport => ({
  agency: report.id,
  year: 2024,
  scope: 'ORGAN',
  revision: 1,
  status: 'PUBLISHED',
  region: '410000',
  edition: 'E2021',
  errors: 0,
  warnings: 0,
  infos: 0,
  unstated: [0, 0, 0],
  requests: {},
  appeals: {},
  disclosure: {},
  ...report,
});
