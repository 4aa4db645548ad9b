import type { EntityManager } from 'typeorm';
import type { Database } from '../entities/database.js';
import { limits } from '../entities/limits.js';
import type { AgencyKind, RegionLevel } from '../entities/vocabulary.js';
import { lockAgencies } from './file-batch.js';
import { keepingSums } from './kept/keeping-sums.js';
import { regionsOfYear } from './region-of-year.js';
import type { ReportKey } from './report-input.js';

/** What is not named stays as it is. */
export interface AgencyChange {
  /** Code of a region that exists; null: undecided. */
  region?: string | null;
  kind?: AgencyKind;
  level?: RegionLevel | null;
  /** Codes, the primary one first. */
  sectors?: readonly string[];
}

/**
 * Moves an agency to another region or classifies it anew, in one transaction: all its reports follow, each to the
 * region that stood in its year, and so do the totals they count in. False where there is no such agency.
 * @throws DatabaseError
 */
export const changeAgency = (
  database: Database,
  agencyId: string,
  change: AgencyChange,
): Promise<boolean> =>
  database.transaction((manager) => changeAgencyWithin(manager, agencyId, change), {
    timeoutMs: limits.long,
    onePlan: true,
  });

/** The same within a transaction of the caller. */
export const changeAgencyWithin = async (
  manager: EntityManager,
  agencyId: string,
  change: AgencyChange,
): Promise<boolean> => {
  if ((await lockAgencies(manager, [agencyId])).size === 0) return false;
  const reports = await manager.query<(ReportKey & { id: string })[]>(
    `select id, agency_id as "agencyId", year, scope from report where agency_id = $1`,
    [agencyId],
  );
  await keepingSums(manager, reports, async () => {
    await update(manager, agencyId, change);
    if (change.sectors) await classify(manager, agencyId, change.sectors);
    if (change.region !== undefined) await place(manager, reports);
  });
  return true;
};

const UPDATE = `
  update agency set
    kind = coalesce($2, kind),
    level = case when $3 then $4 else level end,
    (region_code, province_code, prefecture_code, county_code) = (
      select case when $5 then given.code else agency.region_code end,
             case when $5 then region.province_code else agency.province_code end,
             case when $5 then region.prefecture_code else agency.prefecture_code end,
             case when $5 then region.county_code else agency.county_code end
      from (select $6::text as code) given left join region on region.code = given.code
    )
  where id = $1`;

const update = async (
  manager: EntityManager,
  agencyId: string,
  { kind, level, region }: AgencyChange,
): Promise<void> => {
  await manager.query(UPDATE, [
    agencyId,
    kind ?? null,
    level !== undefined,
    level ?? null,
    region !== undefined,
    region ?? null,
  ]);
};

const classify = async (
  manager: EntityManager,
  agencyId: string,
  sectors: readonly string[],
): Promise<void> => {
  await manager.query('delete from agency_sector where agency_id = $1', [agencyId]);
  await manager.query(
    `insert into agency_sector (agency_id, sector_code, ordinal)
     select $1, code, ordinal from unnest($2::text[]) with ordinality as given (code, ordinal)`,
    [agencyId, sectors],
  );
};

const PLACE = `
  update report set region_code = given.region_code, province_code = given.province_code,
    prefecture_code = given.prefecture_code, county_code = given.county_code
  from jsonb_to_recordset($1::jsonb) as given
    (id bigint, region_code text, province_code text, prefecture_code text, county_code text)
  where report.id = given.id`;

const place = async (
  manager: EntityManager,
  reports: readonly (ReportKey & { id: string })[],
): Promise<void> => {
  const regionOf = await regionsOfYear(manager, reports);
  const places = reports.map((report) => ({ id: report.id, ...regionOf(report) }));
  await manager.query(PLACE, [JSON.stringify(places)]);
};
