import type { Database } from '../entities/database.js';
import { keptPlan } from './kept-plan.js';
import { keptTotal, keptTotals } from './kept-totals.js';
import { afterCursor, cursorOf } from './keyset.js';
import { groupCondition } from './report-filter.js';
import { dimensions } from './dimensions.js';
import type {
  Dimension,
  Page,
  PageRequest,
  ReportFilterInput,
  ReportGroup,
  TotalGroup,
} from './shapes.js';
import { SqlParams } from './sql-params.js';
import { sumReports } from './sum-reports.js';
import { SUMMED_TABLES } from './sum-rows.js';
import { summedGroup, tablesOfLine, type SummedRows } from './summed-group.js';
import { EVERYTHING, type TotalNeeds } from './total-needs.js';
import { totalGroups, type TotalGroups, type TotalsQuestion } from './total-groups.js';
import { demandOneScope } from './total-rules.js';

type Line = SummedRows & Record<string, string | number>;

/**
 * Sums over all reports of a filter, one group for each combination of values of the asked dimensions, in key
 * order or by an indicator: from the kept totals where they tell it, else from the printed rows. One statement answers
 * a whole page, so that a group's tables and coverage are of one moment. Documents in force, a stock, are answered
 * where the group's reports are all of one year. What \`needs\` leaves out may be null.
 * @throws Refusal where scopes would be mixed, and for a cursor of another order
 */
export async function totals(
  db: Database,
  question: TotalsQuestion,
  page: PageRequest,
  needs: TotalNeeds = EVERYTHING,
): Promise<Page<TotalGroup>> {
  const { filter, orderBy } = question;
  demandOneScope(filter, question.groupBy);
  const groupBy = [...new Set(question.groupBy)];
  const plan = keptPlan(filter, groupBy, needs);
  return plan
    ? keptTotals(db, { plan, filter, orderBy, needs }, page)
    : countedTotals(db, { filter, groupBy, orderBy }, page);
}

/** The same, whatever is asked, counted from the printed rows. */
export async function countedTotals(
  db: Database,
  question: TotalsQuestion,
  page: PageRequest,
): Promise<Page<TotalGroup>> {
  const params = new SqlParams();
  const groups = totalGroups(question, params);
  const lines = await db.query<Line>(pageOfTotals(groups, page, params), params.values);
  return {
    items: lines.slice(0, page.first).map((line) => ({
      cursor: cursorOf(groups.sort, line),
      node: { key: groups.keyOf(line), ...summedGroup(line, tablesOfLine(line)) },
    })),
    hasNextPage: lines.length > page.first,
    totalCount: () => countGroups(db, question),
  };
}

/**
 * The total of one group again; null where no report belongs to it and it is one of several.
 * @throws Refusal where scopes would be mixed, or the key lacks a grouped dimension
 */
export async function totalOfGroup(db: Database, group: ReportGroup): Promise<TotalGroup | null> {
  demandOneScope(group.filter, group.groupBy);
  const filter = narrowed(group);
  const plan = keptPlan(filter, group.groupBy, EVERYTHING);
  if (plan && namesAllKeys(group)) {
    return keptTotal(db, { plan, filter, orderBy: null, needs: EVERYTHING }, group.key);
  }
  const summed = await sumReports(db, (params) => groupCondition(group, params));
  if (summed.coverage.reports === 0 && group.groupBy.length > 0) return null;
  return { key: group.key, ...summed };
}

const namesAllKeys = ({ groupBy, key }: ReportGroup): boolean =>
  groupBy.every((dimension) => key[dimensions[dimension].field] !== undefined);

/** The filter with the group's own year, sector, level and kind, where it has them. */
function narrowed({ filter, groupBy, key }: ReportGroup): ReportFilterInput {
  const one = <T>(
    dimension: Dimension,
    list: readonly T[] | null | undefined,
    value: T | null | undefined,
  ): readonly T[] | null => {
    if (!groupBy.includes(dimension) || value == null) return list ?? null;
    return !list || list.includes(value) ? [value] : [];
  };
  return {
    ...filter,
    years: one('YEAR', filter.years, key.year),
    sectors: one('SECTOR', filter.sectors, key.sector),
    levels: one('LEVEL', filter.levels, key.level),
    kinds: one('KIND', filter.kinds, key.kind),
  };
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
    SELECT matched.id, matched.year, page.place
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
