import { anyOf, isOneOf, type SqlParams } from './sql-params.js';

/** The whole country: every region that is not fictional. */
export const COUNTRY = '000000';

/**
 * The column of `report` that holds a region, or the region's ancestor at its level. By the shape of the code
 * (GB/T 2260: two digits each for province, prefecture and county; GB/T 10114 appends three for the township).
 */
export type RegionColumn = 'province_code' | 'prefecture_code' | 'county_code' | 'region_code';

export function regionColumn(code: string): RegionColumn {
  if (code.length > 6) return 'region_code';
  if (code.endsWith('0000')) return 'province_code';
  if (code.endsWith('00')) return 'prefecture_code';
  return 'county_code';
}

/** Leaves the synthetic reports out. A report whose region is undecided is one of the country. */
export const OF_THE_COUNTRY = `report.region_code IS NULL
    OR report.region_code NOT IN (SELECT region.code FROM region WHERE region.fictional)`;

/** Reports of one of the regions or of anything beneath one. A report matches once however many regions it is in. */
export function regionCondition(codes: readonly string[], params: SqlParams): string {
  const byColumn = new Map<RegionColumn, string[]>();
  for (const code of codes) {
    if (code === COUNTRY) continue;
    const column = regionColumn(code);
    byColumn.set(column, [...(byColumn.get(column) ?? []), code]);
  }
  const conditions = [...byColumn].map(([column, list]) =>
    isOneOf(`report.${column}`, list, 'text', params),
  );
  return anyOf(codes.includes(COUNTRY) ? [OF_THE_COUNTRY, ...conditions] : conditions);
}
