/** When members have to hand in: art. 49 of the Regulation, and the office's own dates. */

const office = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

/** The day that it is at the office, as an ISO date. */
export const officeDay = (now: Date): string => office.format(now);

/** The end of a day at the office, as an ISO time. */
export const endOfDay = (day: string): string => `${day}T24:00:00+08:00`;

/** The day of a point in time at the office, as SQL. */
export const officeDaySql = (at: string): string => `((${at}) at time zone 'Asia/Shanghai')::date`;

/**
 * The last day for a member, as SQL over `member` (of roster_member), `roster` and `agency`: its own, else the office's,
 * else 31 March for governments from the county up, which also consolidated reports are, and 31 January for all others.
 */
export const dueOnSql = `
  coalesce(member.due_on, case
    when member.scope <> 'ORGAN' or agency.kind = 'GOVERNMENT' and agency.level is distinct from 'TOWNSHIP'
    then coalesce(roster.governments_by, make_date(member.year + 1, 3, 31))
    else coalesce(roster.departments_by, make_date(member.year + 1, 1, 31)) end)`;
