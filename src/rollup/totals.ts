import type { Database } from '../entities/database.js';
import { afterCursor, cursorOf } from './keyset.js';
import { groupCondition } from './report-filter.js';
import type { Page, PageRequest, ReportGroup, TotalGroup } from './shapes.js';
import { SqlParams } from './sql-params.js';
import { sumReports } from './sum-reports.js';
import { SUMMED_TABLES } from './sum-rows.js';
import { summedGroup, type SummedLine } from './summed-group.js';
import { totalGroups, type TotalGroups, type TotalsQuestion } from './total-groups.js';
import { demandOneScope } from './total-rules.js';

type Line = SummedLine & Record<string, string | number>;

/**
 * Sums over all reports of a filter, one group for each combination of values of the asked dimensions, in key
 * order or by an indicator. One statement adds up a whole page, so that a group's tables and coverage are of one
 * moment. Documents in force, a stock, are answered where the group's reports are all of one year.
 * @throws Refusal where scopes would be mixed, and for a cursor of another order
 */
export async function totals(
  db: Database,
  question: TotalsQuestion,
  page: PageRequest,
): Promise<Page<TotalGroup>> {
  demandOneScope(question.filter, question.groupBy);
  const groupBy = [...new Set(question.groupBy)];
  const params = new SqlParams();
  const groups = totalGroups({ ...question, groupBy }, params);
  const lines = await db.query<Line>(pageOfTotals(groups, page, params), params.values);
  return {
    items: lines.slice(0, page.first).map((line) => ({
      cursor: cursorOf(groups.sort, line),
      node: { key: groups.keyOf(line), ...summedGroup(line) },
    })),
    hasNextPage: lines.length > page.first,
    totalCount: () => countGroups(db, { ...question, groupBy }),
  };
}

/**
 * The total of one group again; null where no report belongs to it and it is one of several.
 * @throws Refusal where scopes would be mixed, or the key lacks a grouped dimension
 */
export async function totalOfGroup(db: Database, group: ReportGroup): Promise<TotalGroup | null> {
  demandOneScope(group.filter, group.groupBy);
  const summed = await sumReports(db, (params) => groupCondition(group, params));
  if (summed.coverage.reports === 0 && group.groupBy.length > 0) return null;
  return { key: group.key, ...summed };
}

/** `first` + 1 groups with the sums of the reports of `first` of them. */
function pageOfTotals(
  groups: TotalGroups,
  { first, after }: PageRequest,
  params: SqlParams,
): string {
  const order = ['TRUE', ...groups.sort.map(({ name }) => name)].join(', ');
  const limit = params.add(first);
  return `
WITH${groups.ctes},
  page AS (
    SELECT *, row_number() OVER (ORDER BY ${order}) AS place FROM groups
    WHERE ${afterCursor(groups.sort, after, params)}
    ORDER BY place LIMIT ${limit}::int + 1
  ),
  member AS (
    SELECT matched.id, page.place
    FROM matched JOIN page ${groups.keyColumns.length > 0 ? `USING (${groups.keyColumns.join(', ')})` : 'ON TRUE'}
    WHERE page.place <= ${limit}::int
  ),${SUMMED_TABLES}
SELECT page.*, requests.sums AS requests, appeals.sums AS appeals, active_disclosure.sums AS active_disclosure
FROM page
  LEFT JOIN requests USING (place)
  LEFT JOIN appeals USING (place)
  LEFT JOIN active_disclosure USING (place)
ORDER BY place`;
}

async function countGroups(db: Database, question: TotalsQuestion): Promise<number> {
  const params = new SqlParams();
  const { ctes } = totalGroups(question, params);
  const [line] = await db.query<{ groups: string }>(
    `WITH${ctes} SELECT count(*) AS groups FROM groups`,
    params.values,
  );
  return Number(line?.groups ?? 0);
}
