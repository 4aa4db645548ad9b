import type { EntityManager } from 'typeorm';
import type { ReportScope } from '../../format/report.js';
import { RosterError } from './roster-error.js';

/** Whose reports, and of which year. */
export interface RosterKey {
  /** Full code. */
  region: string;
  year: number;
}

export interface RosterEntry {
  agencyId: string;
  scope: ReportScope;
  /** Id of an agency; null: the office of the region's own government. */
  reportsTo: string | null;
  /** ISO date; null: that of the calendar. */
  dueOn: string | null;
}

/** The office's own dates; null: those of art. 49. */
export interface Calendar {
  departmentsBy: string | null;
  governmentsBy: string | null;
}

export interface RosterMade {
  members: number;
  /** Of these, members that another one's consolidated report holds already. */
  compared: number;
}

/**
 * Puts these members in the place of a roster's, within a transaction of the caller. A calendar that is not given stays.
 * @throws RosterError REGION_UNKNOWN, ROSTER_EMPTY
 */
export const writeRoster = async (
  manager: EntityManager,
  { region, year }: RosterKey,
  entries: readonly RosterEntry[],
  calendar: Partial<Calendar> = {},
): Promise<RosterMade> => {
  const known = await manager.query<unknown[]>('select from region where code = $1', [region]);
  if (known.length === 0) throw new RosterError('REGION_UNKNOWN', `There is no region ${region}.`);
  if (entries.length === 0) {
    throw new RosterError('ROSTER_EMPTY', `Nobody is to report to ${region} for ${year}.`);
  }
  const { departmentsBy, governmentsBy } = calendar;
  await manager.query(ROSTER, [
    ...[region, year, departmentsBy ?? null, governmentsBy ?? null],
    ...[departmentsBy !== undefined, governmentsBy !== undefined],
  ]);
  await manager.query('delete from roster_member where region_code = $1 and year = $2', [
    region,
    year,
  ]);
  await manager.query(MEMBERS, [region, year, JSON.stringify(entries.map(memberRow))]);
  const [, compared] = await manager.query<[unknown, number]>(COUNTED_IN, [region, year]);
  return { members: entries.length, compared };
};

const ROSTER = `
  insert into roster (region_code, year, departments_by, governments_by) values ($1, $2, $3, $4)
  on conflict (region_code, year) do update set
    departments_by = case when $5 then excluded.departments_by else roster.departments_by end,
    governments_by = case when $6 then excluded.governments_by else roster.governments_by end,
    made_at = now()`;

const memberRow = ({ agencyId, scope, reportsTo, dueOn }: RosterEntry) => ({
  agency_id: agencyId,
  scope,
  reports_to: reportsTo,
  due_on: dueOn,
});

const MEMBERS = `
  insert into roster_member (region_code, year, agency_id, scope, reports_to, due_on)
  select $1, $2, agency_id, scope, reports_to, due_on
  from jsonb_to_recordset($3::jsonb) as given (agency_id bigint, scope text, reports_to bigint, due_on date)`;

/**
 * A member whose reports another member's consolidated report holds: that of a region beneath the roster's which it
 * consolidates into. The nearest one holds it.
 */
const COUNTED_IN = `
  with found as (
    select distinct on (m.agency_id) m.agency_id, h.agency_id as holder
    from roster_member m
    join agency a on a.id = m.agency_id
    join region place on place.code = a.consolidates_into
    join roster_member h on h.region_code = m.region_code and h.year = m.year and h.agency_id <> m.agency_id
    join agency holder on holder.id = h.agency_id
    join region area on area.code = holder.consolidates_into and area.code <> m.region_code
    where m.region_code = $1 and m.year = $2
      and (h.scope = 'REGION_CONSOLIDATED'
           and area.code in (place.code, place.county_code, place.prefecture_code, place.province_code)
        or h.scope = 'GOVERNMENT_LEVEL' and area.code = place.code)
      and not (m.scope = 'REGION_CONSOLIDATED' and place.code = area.code)
    order by m.agency_id,
      array_position(array['COUNTRY', 'PROVINCE', 'PREFECTURE', 'COUNTY', 'TOWNSHIP'], area.level) desc, h.agency_id
  )
  update roster_member m set counted_in = found.holder
  from found where m.region_code = $1 and m.year = $2 and m.agency_id = found.agency_id`;
