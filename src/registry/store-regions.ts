import type { EntityManager } from 'typeorm';
import { plainName } from './agency-name.js';
import { shortFormOf } from './place-names.js';
import type { KnownRegion, RegionTree } from './region-tree.js';

/** Regions as rows of the table `region`. */

const rowOf = (region: KnownRegion, tree: RegionTree): Record<string, unknown> => {
  const fullName = tree.fullName(region);
  const { provinceCode, prefectureCode, countyCode } = tree.places(region);
  return {
    code: region.code,
    name: region.name,
    full_name: fullName,
    level: region.level,
    parent_code: region.parentCode,
    province_code: provinceCode,
    prefecture_code: prefectureCode,
    county_code: countyCode,
    valid_until: region.validUntil,
    fictional: region.fictional,
    search_name: [plainName(fullName), shortFormOf(region.name)].filter(Boolean).join(' '),
  };
};

const INSERT = `
  insert into region (code, name, full_name, level, parent_code, province_code, prefecture_code, county_code,
                      valid_until, fictional, search_name)
  select code, name, full_name, level, parent_code, province_code, prefecture_code, county_code,
         valid_until, fictional, search_name
  from jsonb_to_recordset($1::jsonb) as given (code text, name text, full_name text, level text, parent_code text,
    province_code text, prefecture_code text, county_code text, valid_until date, fictional boolean, search_name text)
  on conflict (code) do `;

const UPDATE = `update set name = excluded.name, full_name = excluded.full_name, level = excluded.level,
  parent_code = excluded.parent_code, province_code = excluded.province_code,
  prefecture_code = excluded.prefecture_code, county_code = excluded.county_code,
  valid_until = excluded.valid_until, fictional = excluded.fictional, search_name = excluded.search_name`;

/** Writes the regions in one statement, whatever their order; those that exist are brought up to date. */
export const upsertRegions = async (
  manager: EntityManager,
  regions: readonly KnownRegion[],
  tree: RegionTree,
): Promise<void> => {
  await manager.query(INSERT + UPDATE, [JSON.stringify(regions.map((r) => rowOf(r, tree)))]);
};

/** Adds those that the table does not know yet: a town that an agency is the first to need. */
export const addRegions = async (
  manager: EntityManager,
  regions: readonly KnownRegion[],
  tree: RegionTree,
): Promise<void> => {
  if (regions.length === 0) return;
  await manager.query(`${INSERT}nothing`, [JSON.stringify(regions.map((r) => rowOf(r, tree)))]);
};
