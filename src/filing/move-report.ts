import type { EntityManager } from 'typeorm';
import { keepingSums } from './kept/keeping-sums.js';
import { regionsOfYear } from './region-of-year.js';
import type { ReportKey } from './report-input.js';
import type { StoredReport } from './stored-report.js';

const OUTDATED = `
  update report set is_newest = false, is_current = is_current and not $4::boolean
  where agency_id = $1 and year = $2 and scope = $3 and (is_newest or is_current)`;

const MOVE = `
  update report set agency_id = $2, year = $3, scope = $4, is_newest = true, is_current = status = 'PUBLISHED',
    revision = 1 + coalesce(
      (select max(revision) from report r where r.agency_id = $2 and r.year = $3 and r.scope = $4), 0),
    region_code = $5, province_code = $6, prefecture_code = $7, county_code = $8
  where id = $1 returning revision`;

/** The newest revision that is left, and the newest published one, stand again. */
const STAND_AGAIN = `
  with left_behind as (
    select id, revision = max(revision) over () as newest,
           status = 'PUBLISHED'
             and revision = max(revision) filter (where status = 'PUBLISHED') over () as published
    from report where agency_id = $1 and year = $2 and scope = $3
  )
  update report set is_newest = newest, is_current = published
  from left_behind
  where report.id = left_behind.id and (is_newest <> newest or is_current <> published)`;

/**
 * Gives a report to another agency, year or scope, as its newest revision; what was newest there is outdated, and what
 * came before it where it was stands again. The agencies have to be locked.
 * @returns the number of its revision there
 */
export const moveReport = (
  manager: EntityManager,
  report: StoredReport,
  to: ReportKey,
): Promise<number> => keepingSums(manager, [report, to], () => move(manager, report, to));

const move = async (
  manager: EntityManager,
  report: StoredReport,
  to: ReportKey,
): Promise<number> => {
  const region = (await regionsOfYear(manager, [to]))(to);
  const there = [to.agencyId, to.year, to.scope];
  await manager.query(OUTDATED, [...there, report.status === 'PUBLISHED']);
  const [moved] = await manager.query<[{ revision: number }[], number]>(MOVE, [
    report.id,
    ...there,
    region.region_code,
    region.province_code,
    region.prefecture_code,
    region.county_code,
  ]);
  await manager.query(STAND_AGAIN, [report.agencyId, report.year, report.scope]);
  return moved[0]?.revision ?? 0;
};
