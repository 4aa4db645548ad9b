import { dimensions, type SortColumn } from './dimensions.js';
import { sumsOf, type CellSum, type IndicatorSums } from './metrics.js';
import { countedCells, rowTables } from '../filing/printed-columns.js';
import { reportCondition } from './report-filter.js';
import type { Dimension, ReportFilterInput, TotalKey, TotalOrder } from './shapes.js';
import { anyOf, type SqlParams } from './sql-params.js';
import { COVERAGE_COLUMNS, MATCHED_COLUMNS } from './sum-rows.js';

export interface TotalsQuestion {
  filter: ReportFilterInput;
  groupBy: readonly Dimension[];
  orderBy: TotalOrder | null;
}

/** The groups of a total as SQL: CTEs up to `groups`, whose sort columns rise in the order that was asked for. */
export interface TotalGroups {
  ctes: string;
  /** Names and types of the sort columns of `groups`; the key's come last. */
  sort: readonly { name: string; type: SortColumn['type'] | 'numeric' }[];
  /** Names of those sort columns that make up the key: `matched` has them too. */
  keyColumns: readonly string[];
  keyOf: (line: Readonly<Record<string, string | number>>) => TotalKey;
}

/** SQL that groups the reports of a filter; one group, even of nothing, where `groupBy` is empty. */
export function totalGroups(question: TotalsQuestion, params: SqlParams): TotalGroups {
  const { filter, groupBy, orderBy } = question;
  const keys = groupBy.map((dimension, i) => ({
    sql: dimensions[dimension],
    columns: dimensions[dimension]
      .columns(filter, params)
      .map((column, j) => ({ ...column, name: `key_${i}_${j}` })),
  }));
  const columns = keys.flatMap((key) => key.columns);
  const names = columns.map((column) => column.name);
  const joins = new Set(keys.map(({ sql }) => sql.join?.(filter, params) ?? ''));
  const sums = orderBy && sumsOf(orderBy.metric, orderBy.per);
  const keyless = keys.flatMap(({ sql: { missing }, columns: [first] }) =>
    missing && first ? [`${first.name} = ${missing}`] : [],
  );
  const order =
    sums && groupBy.length > 0 ? ranking(sums, orderBy, { names, keyless }, params) : null;
  return {
    ctes: `
  matched AS (
    SELECT ${[MATCHED_COLUMNS, ...columns.map(({ sql, name }) => `${sql} AS ${name}`)].join(',\n      ')}
    FROM report ${[...joins].join(' ')}
    WHERE ${reportCondition(filter, params)}
  ),
  keyed AS (
    SELECT ${[...names, COVERAGE_COLUMNS].join(', ')}
    FROM matched GROUP BY ${names.length > 0 ? names.join(', ') : '()'}
  ),${order?.ctes ?? ''}
  groups AS (${order?.select ?? 'SELECT * FROM keyed'})`,
    sort: [...(order ? RANK : []), ...columns],
    keyColumns: names,
    keyOf: (line) =>
      Object.fromEntries(
        keys.map(({ sql, columns }) => [
          sql.field,
          sql.value(columns.map(({ name }) => line[name] ?? '')),
        ]),
      ),
  };
}

export const RANK = [
  { name: 'rank_keyless', type: 'int' },
  { name: 'rank_null', type: 'int' },
  { name: 'rank_value', type: 'numeric' },
] as const;

/** Decimal places to which ratios are compared: more than two ratios of counts below 2^53 can share. */
const RATIO_PLACES = 40;

/**
 * Ranks groups with a `numerator` and a `denominator`, where the indicator is a ratio: those without a value last, and
 * behind them all those with a key that is null. `large` is what the denominator has to be.
 */
export function rankedBy(
  order: TotalOrder,
  isRatio: boolean,
  keyless: string,
  params: SqlParams,
): { large: string; select: string } {
  const value = isRatio
    ? `CASE WHEN denominator <> 0 THEN div(numerator * 1e${RATIO_PLACES}, denominator) END`
    : 'numerator';
  const sign = order.descending ? '-' : '';
  return {
    large: isRatio
      ? `coalesce(denominator, 0) >= ${params.add(order.minimumDenominator)}::bigint`
      : 'TRUE',
    select: `
    SELECT *, (${keyless})::int AS rank_keyless, (${value} IS NULL)::int AS rank_null,
      coalesce(${sign}(${value}), 0) AS rank_value`,
  };
}

/** The figures of each group and their rank. */
function ranking(
  { figure, of }: IndicatorSums,
  order: TotalOrder,
  { names: keys, keyless }: { names: readonly string[]; keyless: readonly string[] },
  params: SqlParams,
): { ctes: string; select: string } {
  const { large, select } = rankedBy(order, of !== null, anyOf(keyless), params);
  return {
    ctes: `
  figures AS (${figureByGroup(figure, 'numerator', keys, params)}),
  wholes AS (${of ? figureByGroup(of, 'denominator', keys, params) : noFigure(keys)}),
  measured AS (
    SELECT *
    FROM keyed LEFT JOIN figures USING (${keys.join(', ')}) LEFT JOIN wholes USING (${keys.join(', ')})
    WHERE ${large}
  ),`,
    select: `${select}
    FROM measured`,
  };
}

/** One figure of each group that has any of its rows. */
function figureByGroup(
  { table, rows, columns }: CellSum,
  name: string,
  keys: readonly string[],
  params: SqlParams,
): string {
  const from = rowTables[table];
  return `
    SELECT ${keys.join(', ')}, sum(${countedCells(table, from, columns)}) AS ${name}
    FROM matched JOIN ${from} ON ${from}.report_id = matched.id AND ${from}.year = matched.year
      AND ${from}.row = ANY(${params.add([...rows])}::text[])
    GROUP BY ${keys.join(', ')}`;
}

const noFigure = (keys: readonly string[]): string =>
  `SELECT ${keys.join(', ')}, NULL::numeric AS denominator FROM keyed`;
