import { countColumns } from '../filing/kept/figures-sql.js';
import { editionsListed } from '../filing/rows-edition.js';
import { dimensions, type SortColumn } from './dimensions.js';
import { keptLines, keptPresence } from './kept-lines.js';
import { LAST } from './kept-keys.js';
import type { KeptPlan } from './kept-plan.js';
import { sumsOf, type CellSum } from './metrics.js';
import { groupCondition } from './report-filter.js';
import type { Dimension, ReportFilterInput, TotalKey, TotalOrder } from './shapes.js';
import { anyOf, type SqlParams } from './sql-params.js';
import { cellsOfIndicator, cellsOfSum, type TotalNeeds } from './total-needs.js';
import { RANK, rankedBy } from './total-groups.js';

/** How groups are told apart: the columns of their keys, which rise in key order. */
export interface GroupKeys {
  sort: readonly { name: string; type: SortColumn['type'] | 'numeric' }[];
  keyOf: (line: Readonly<Record<string, string | number>>) => TotalKey;
}

/** The groups of a total from the kept totals: CTEs up to `groups`, which holds keys, counts and one column a cell. */
export interface KeptGroups extends GroupKeys {
  ctes: string;
  /** Names of the columns that are cells. */
  cells: readonly string[];
}

export interface KeptQuestion {
  plan: KeptPlan;
  filter: ReportFilterInput;
  orderBy: TotalOrder | null;
  needs: TotalNeeds;
}

const STOCKS = ['regulations_in_force', 'normative_documents_in_force'];

export function keptGroups(question: KeptQuestion, params: SqlParams): KeptGroups {
  const { plan, orderBy, needs } = question;
  const indicator = orderBy && sumsOf(orderBy.metric, orderBy.per);
  const ordered = plan.groupBy.length > 0 ? orderBy : null;
  const cells = [
    ...new Set([...needs.cells, ...(ordered && indicator ? cellsOfIndicator(indicator) : [])]),
  ];
  const byKey = groupKeys(plan.groupBy);
  const keys = byKey.sort.map(({ name }) => name);
  const stocks = !plan.ofOneYear && STOCKS.some((name) => needs.cells.has(name));
  const overYears = !plan.ofOneYear && needs.agencies;
  const ctes = [
    keptLines(plan, keys, cells, params),
    ...(stocks ? [byYear(keys, cells)] : []),
    ...(overYears ? [keptPresence(plan, keys, params)] : []),
    `
  summed AS (${sums(plan, { keys, cells, stocks })}),
  counted AS (${agencies(question, keys, params)})`,
  ];
  const groups = ordered
    ? ranked(ordered, { names: keys, keyless: keyless(plan.groupBy, keys) }, params)
    : 'SELECT * FROM counted';
  return {
    ctes: `${ctes.join(',')},
  groups AS (${groups})`,
    sort: [...(ordered ? RANK : []), ...byKey.sort],
    keyOf: byKey.keyOf,
    cells,
  };
}

/** The keys of groups by some dimensions, in columns `key_0_0`, `key_1_0`, …. */
export const groupKeys = (groupBy: readonly Dimension[]): GroupKeys => {
  const parts = groupBy.map((dimension, i) => ({ ...dimensions[dimension], name: `key_${i}_0` }));
  return {
    sort: groupBy.map((dimension, i) => ({ name: `key_${i}_0`, type: typeOf(dimension) })),
    keyOf: (line) =>
      Object.fromEntries(parts.map(({ field, value, name }) => [field, value([line[name] ?? ''])])),
  };
};

const numbered: readonly Dimension[] = ['YEAR', 'LEVEL', 'KIND', 'SCOPE'];
const typeOf = (dimension: Dimension): 'int' | 'text' =>
  numbered.includes(dimension) ? 'int' : 'text';

const keyless = (groupBy: readonly Dimension[], keys: readonly string[]): string[] =>
  groupBy.flatMap((dimension, i) => {
    const { missing } = dimensions[dimension];
    return missing === undefined ? [] : [`${keys[i] ?? ''} = ${missing}`];
  });

/** Years apart, so that the years of a group can be counted: a stock is answered for one alone. */
const byYear = (keys: readonly string[], cells: readonly string[]): string => `
  by_year AS (
    SELECT ${[...keys, 'year', 'edition', ...summed(cells)].join(', ')}
    FROM lines GROUP BY ${[...keys, 'year', 'edition'].join(', ')}
  )`;

const summed = (cells: readonly string[]): string[] =>
  [...countColumns, ...cells.flatMap((cell) => [cell, `${cell}_stated`])].map(
    (name) => `sum(${name}) AS ${name}`,
  );

function sums(
  { groupBy }: KeptPlan,
  { keys, cells, stocks }: { keys: readonly string[]; cells: readonly string[]; stocks: boolean },
): string {
  const editions = editionsListed(
    (edition) => `coalesce(sum(reports) FILTER (WHERE edition = '${edition}'), 0) > 0`,
  );
  const columns = [
    ...keys,
    ...countColumns.map((name) => `coalesce(sum(${name}), 0) AS ${name}`),
    `${editions} AS editions`,
    `${stocks ? 'count(DISTINCT year) FILTER (WHERE reports > 0)' : '1'} AS years`,
    ...cells.map((cell) => `CASE WHEN sum(${cell}_stated) > 0 THEN sum(${cell}) END AS ${cell}`),
  ];
  return `
    SELECT ${columns.join(', ')}
    FROM ${stocks ? 'by_year' : 'lines'}
    ${groupBy.length > 0 ? `GROUP BY ${keys.join(', ')} HAVING sum(reports) > 0` : ''}`;
}

/** In one year an agency has one report of a scope. */
function agencies(
  { plan, filter, needs }: KeptQuestion,
  keys: readonly string[],
  params: SqlParams,
): string {
  if (plan.ofOneYear) return 'SELECT *, reports AS agencies FROM summed';
  if (!needs.agencies) return 'SELECT *, 0 AS agencies FROM summed';
  const [key, ...more] = keys;
  if (key === undefined)
    return 'SELECT summed.*, coalesce(presence.agencies, 0) AS agencies FROM summed, presence';
  const join = `SELECT summed.*, %s AS agencies FROM summed LEFT JOIN presence USING (${keys.join(', ')})`;
  const [dimension] = plan.groupBy;
  if (plan.beneath === null || dimension === undefined || more.length > 0) {
    return join.replace('%s', 'presence.agencies');
  }
  const rest = { filter, groupBy: [dimension], key: { [dimensions[dimension].field]: null } };
  return join.replace(
    '%s',
    () => `CASE WHEN ${key} = '${LAST}'
        THEN (SELECT count(DISTINCT report.agency_id) FROM report WHERE ${groupCondition(rest, params)})
        ELSE presence.agencies END`,
  );
}

function ranked(
  order: TotalOrder,
  keys: { names: readonly string[]; keyless: readonly string[] },
  params: SqlParams,
): string {
  const { figure, of } = sumsOf(order.metric, order.per);
  const { large, select } = rankedBy(order, of !== null, anyOf(keys.keyless), params);
  return `${select}
    FROM (
      SELECT *, ${total(figure)} AS numerator, ${of ? total(of) : 'NULL::numeric'} AS denominator FROM counted
    ) AS measured
    WHERE ${large}`;
}

/** Cells added up; null where none is stated. */
function total(sum: CellSum): string {
  const cells = cellsOfSum(sum);
  const added = cells.map((cell) => `coalesce(${cell}, 0)`).join(' + ');
  return `CASE WHEN num_nonnulls(${cells.join(', ')}) > 0 THEN ${added} END`;
}
