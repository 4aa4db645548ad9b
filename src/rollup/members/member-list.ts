import type { Database } from '../../entities/database.js';
import type { ReportScope } from '../../format/report.js';
import type { RosterKey } from '../../registry/roster/write-roster.js';
import { countsOf, demandCursorOf, pagesOf, type List } from '../list.js';
import type { Page, PageRequest } from '../shapes.js';
import { memberSource, standingSql, type MemberFilter, type Standing } from './member-source.js';

/** A member of a roster with how far it is. */
export interface MemberRecord {
  agencyId: string;
  name: string;
  scope: ReportScope;
  /** Ids of agencies. */
  reportsTo: string | null;
  countedIn: string | null;
  standing: Standing;
  /** The report that stands for it; null while it is missing. */
  reportId: string | null;
  /** ISO dates. */
  dueOn: string;
  handedInOn: string | null;
  daysLate: number;
}

interface Line {
  agency_id: string;
  name: string;
  scope: ReportScope;
  reports_to: string | null;
  counted_in: string | null;
  standing: Standing;
  report_id: string | null;
  due_on: string;
  handed_in_on: string | null;
  days_late: number;
}

/** Members by region code and name, on a day at the office. */
export const memberList = (
  key: RosterKey,
  day: string,
  filter: MemberFilter,
): List<MemberRecord> => ({
  kind: 'members',
  columns: `member.agency_id, agency.name, member.scope, member.reports_to, member.counted_in,
    ${standingSql} AS standing, standing.report_id, place.due_on::text, place.handed_in_on::text, place.days_late`,
  source: (params) => memberSource(key, day, filter, params),
  order: [
    { sql: 'agency.region_code', type: 'text', nullable: true },
    { sql: 'agency.name COLLATE "C"', type: 'text' },
    { sql: 'agency.id', type: 'bigint' },
  ],
  read: (line: Line) => ({
    agencyId: line.agency_id,
    name: line.name,
    scope: line.scope,
    reportsTo: line.reports_to,
    countedIn: line.counted_in,
    standing: line.standing,
    reportId: line.report_id,
    dueOn: line.due_on,
    handedInOn: line.handed_in_on,
    daysLate: line.days_late,
  }),
});

/** @throws Refusal where the cursor is of another list */
export const memberPage = async (
  db: Database,
  list: List<MemberRecord>,
  page: PageRequest,
): Promise<Page<MemberRecord>> => {
  demandCursorOf(list, page.after);
  const [found] = await pagesOf(db, [{ list, page }]);
  return {
    items: found?.items ?? [],
    hasNextPage: found?.hasNextPage ?? false,
    totalCount: async () => (await countsOf(db, [list]))[0] ?? 0,
  };
};

const AT_ONCE = 500;

/** All of a list, page by page. */
export async function* everyMember(
  db: Database,
  list: List<MemberRecord>,
): AsyncGenerator<MemberRecord> {
  for (let after: PageRequest['after'] = null; ;) {
    const { items, hasNextPage } = await memberPage(db, list, { first: AT_ONCE, after });
    for (const { node } of items) yield node;
    after = items.at(-1)?.cursor ?? null;
    if (!hasNextPage || after === null) return;
  }
}
