import type { EntityManager } from 'typeorm';
import { prepared, runPrepared } from '../entities/prepared.js';
import { keyText } from './report-input.js';
import type { ReportKey } from './report-input.js';

/** The region of a report and its ancestors, as `report` stores them. */
export interface RegionColumns {
  region_code: string | null;
  province_code: string | null;
  prefecture_code: string | null;
  county_code: string | null;
}

const NOWHERE: RegionColumns = {
  region_code: null,
  province_code: null,
  prefecture_code: null,
  county_code: null,
};

/**
 * The agency's region, or where that did not exist at the end of the year, the single predecessor or successor that
 * did. Where there are several the agency's own stays: which of them it was is not known.
 */
const REGIONS = prepared(`
  with asked as (
    select given.ordinal, a.region_code, make_date(given.year, 12, 31) as day
    from unnest($1::bigint[], $2::int[]) with ordinality as given (agency_id, year, ordinal)
    join agency a on a.id = given.agency_id
  ), kin as (
    select region_code as code, successor_code as kin_code from region_successor
    union all
    select successor_code, region_code from region_successor
  ), own as (
    select asked.*, (r.valid_from is null or r.valid_from <= day)
                and (r.valid_until is null or r.valid_until > day) as exists
    from asked join region r on r.code = asked.region_code
  ), other as (
    select own.ordinal, min(r.code) as code
    from own
    join kin on kin.code = own.region_code and not own.exists
    join region r on r.code = kin.kin_code
      and (r.valid_from is null or r.valid_from <= day) and (r.valid_until is null or r.valid_until > day)
    group by own.ordinal having count(*) = 1
  )
  select own.ordinal::int, r.code as region_code, r.province_code, r.prefecture_code, r.county_code
  from own
  left join other on other.ordinal = own.ordinal
  join region r on r.code = coalesce(other.code, own.region_code)`);

/** Regions by `keyText`. */
export const regionsOfYear = async (
  manager: EntityManager,
  keys: readonly ReportKey[],
): Promise<(key: ReportKey) => RegionColumns> => {
  const lines = await runPrepared<RegionColumns & { ordinal: number }>(manager, REGIONS, [
    keys.map(({ agencyId }) => agencyId),
    keys.map(({ year }) => year),
  ]);
  const regions = new Map(
    lines.flatMap(({ ordinal, ...columns }) => {
      const key = keys[ordinal - 1];
      return key ? [[keyText(key), columns] as const] : [];
    }),
  );
  return (key) => regions.get(keyText(key)) ?? NOWHERE;
};
