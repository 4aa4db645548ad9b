import type { Database } from '../entities/database.js';
import type { CellAddress } from '../format/form.js';
import { givenTo, givenToSum } from './cell-source.js';
import { countsOf, demandCursorOf, pagesOf, type List } from './list.js';
import { sumsOf } from './metrics.js';
import { decimal, type Stored } from './numbers.js';
import { reportColumns, reportRecord, type ReportLine } from './report-list.js';
import type { Contribution, Page, PageRequest } from './shapes.js';
import { SqlParams } from './sql-params.js';

type Condition = (params: SqlParams) => string;

/**
 * What each of the reports under a condition gave to one cell: largest first, equal ones by their id.
 * @throws Refusal where the form has no such cell
 */
export function contributionList(cell: CellAddress, condition: Condition): List<Contribution> {
  // Refused here and not among the lists of others that are asked for in the same statement.
  givenTo(cell, new SqlParams());
  return givenList((params) => givenTo(cell, params), condition);
}

/**
 * The same of the figure that an indicator states, of a rate its numerator.
 * @throws Refusal where there is no such metric
 */
export function figureContributionList(metric: string, condition: Condition): List<Contribution> {
  const { figure } = sumsOf(metric, null);
  return givenList((params) => givenToSum(figure, params), condition);
}

function givenList(given: Condition, condition: Condition): List<Contribution> {
  return {
    kind: 'contributions',
    columns: `gave.given, ${reportColumns}`,
    source: (params) =>
      `FROM report CROSS JOIN LATERAL (SELECT ${given(params)} AS given) AS gave WHERE (${condition(params)})`,
    order: [
      { sql: 'gave.given', type: 'numeric', descending: true, nullable: true },
      { sql: 'report.id', type: 'bigint' },
    ],
    read: (line: ReportLine & { given: Stored }) => ({
      report: reportRecord(line),
      value: decimal(line.given),
    }),
  };
}

/**
 * A page of what the reports gave to one cell. All of them together give the cell of their total; a report that
 * does not state the cell gives null.
 * @throws Refusal where the form has no such cell, and for a cursor of another list
 */
export async function contributionsOf(
  db: Database,
  condition: Condition,
  cell: CellAddress,
  page: PageRequest,
): Promise<Page<Contribution>> {
  const list = contributionList(cell, condition);
  demandCursorOf(list, page.after);
  const [found] = await pagesOf(db, [{ list, page }]);
  return {
    items: found?.items ?? [],
    hasNextPage: found?.hasNextPage ?? false,
    totalCount: async () => (await countsOf(db, [list]))[0] ?? 0,
  };
}
