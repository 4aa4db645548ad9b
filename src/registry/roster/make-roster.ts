import type { EntityManager } from 'typeorm';
import { RosterError } from './roster-error.js';
import { writeRoster } from './write-roster.js';
import type { Calendar, RosterEntry, RosterKey, RosterMade } from './write-roster.js';

/** Makes rosters from what is known: last year's, or the agencies. */

/** An agency that became another before the year was over reports no more; the other one does. */
const REPLACED = `l.kind in ('RENAMED', 'MERGED', 'SPLIT', 'ABOLISHED')
  and (l.effective_on is null or l.effective_on <= make_date($2::int, 12, 31))`;

const OF_LAST_YEAR = `
  with recursive line (origin, agency_id) as (
    select agency_id, agency_id from roster_member where region_code = $1 and year = $2::int - 1
    union
    select line.origin, l.successor_id
    from line join agency_lineage l on l.predecessor_id = line.agency_id and ${REPLACED}
  )
  select distinct on (line.agency_id) line.agency_id as "agencyId", m.scope, m.reports_to as "reportsTo",
    (m.due_on + interval '1 year')::date::text as "dueOn"
  from line
  join roster_member m on m.region_code = $1 and m.year = $2::int - 1 and m.agency_id = line.origin
  where not exists (select from agency_lineage l where l.predecessor_id = line.agency_id and ${REPLACED})
  order by line.agency_id, line.origin <> line.agency_id, line.origin`;

/**
 * Whoever consolidates into the region itself with ORGAN; of each region one step beneath, its government alone with
 * REGION_CONSOLIDATED, or where that is not known, and of towns, everybody with ORGAN.
 */
const OF_AGENCIES = `
  with standing as (
    select a.id, a.kind, place.code as place, child.code as child, child.level as child_level
    from agency a
    join region place on place.code = a.consolidates_into
    left join region child on child.parent_code = $1
      and child.code in (place.code, place.county_code, place.prefecture_code, place.province_code)
    where (place.code = $1 or child.code is not null)
      and not exists (select from agency_lineage l where l.predecessor_id = a.id and ${REPLACED})
      and not exists (
        select from agency_lineage l
        where l.successor_id = a.id and l.effective_on > make_date($2::int, 12, 31)
          and not exists (select from report r where r.agency_id = a.id and r.year <= $2::int))
  ), governing as (
    select distinct on (child) child, id from standing
    where child_level <> 'TOWNSHIP' and place = child and kind in ('GOVERNMENT', 'DISPATCHED_ORGAN')
    order by child, kind <> 'GOVERNMENT', id
  )
  select s.id as "agencyId", null as "reportsTo", null as "dueOn",
    case when g.id is null then 'ORGAN' else 'REGION_CONSOLIDATED' end as scope
  from standing s left join governing g on g.child = s.child
  where g.id is null or g.id = s.id
  order by s.id`;

const CALENDAR = `
  select (departments_by + interval '1 year')::date::text as "departmentsBy",
    (governments_by + interval '1 year')::date::text as "governmentsBy"
  from roster where region_code = $1 and year = $2::int - 1`;

/**
 * Last year's members once more, each that was renamed, merged or split in the place of whom it became, with last year's
 * dates a year later; or the agencies that consolidate into the region, wherever they are located.
 * @throws RosterError REGION_UNKNOWN, ROSTER_UNKNOWN where last year has none, ROSTER_EMPTY
 */
export const makeRoster = async (
  manager: EntityManager,
  key: RosterKey,
  from: 'LAST_YEAR' | 'AGENCIES',
  calendar: Partial<Calendar> = {},
): Promise<RosterMade> => {
  const place = [key.region, key.year];
  if (from === 'AGENCIES') {
    const entries = await manager.query<RosterEntry[]>(OF_AGENCIES, place);
    return writeRoster(manager, key, entries, calendar);
  }
  const [before] = await manager.query<Calendar[]>(CALENDAR, place);
  if (!before) {
    throw new RosterError(
      'ROSTER_UNKNOWN',
      `There is no roster of ${key.region} for ${key.year - 1}.`,
    );
  }
  const entries = await manager.query<RosterEntry[]>(OF_LAST_YEAR, place);
  return writeRoster(manager, key, entries, { ...before, ...calendar });
};
