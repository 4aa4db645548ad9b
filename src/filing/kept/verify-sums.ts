import type { Database } from '../../entities/database.js';
import { cellColumns, countColumns, figuresOf, GROUP_COLUMNS, GROUP_JOINS } from './figures-sql.js';
import {
  groupKey,
  presenceOf,
  presenceOfReports,
  sumColumns,
  totalsOf,
  YEARS,
  yearsTogether,
} from './groups-sql.js';

/** Milliseconds that a recount may take. */
const LONGEST = 3_600_000;

/** A figure of the kept totals that is another than the recount's. */
export interface WrongSum {
  table: 'kept_total' | 'kept_presence';
  /** The group's key, e.g. `{ region_code: '410000', scope: 'ORGAN', … }`. */
  group: Readonly<Record<string, unknown>>;
  /** The first column that differs, in the order of the form. */
  column: string;
  /** What is kept too much; negative where it is too little. An exact decimal. */
  surplus: string;
}

const key = groupKey.join(', ');
const differences = sumColumns.map((name) => `sum(${name})`);

/** Kept totals with their changes, less the recount: what is left. */
const TOTALS = `
with source as (select id, 1 as sign from report where is_current and year = any($1::smallint[])),
  figures as (${figuresOf('source')}),
  change as (select * from kept_total_change where year = any($1::smallint[])),
  side as (
    select ${key}, ${sumColumns.join(', ')} from kept_total where year = any($1::smallint[])
    union all (${totalsOf('change')})
    union all
    select ${key}, ${sumColumns.map((name) => `-${name}`).join(', ')}
    from (${totalsOf('figures')}) counted
  )
select ${key}, ${sumColumns.map((name) => `sum(${name})::text as ${name}`).join(', ')}
from side group by ${key}
having 0 <> any(array[${differences.map((sum) => `coalesce(${sum}, 0)`).join(', ')}]::numeric[])
order by ${key} limit 1`;

const PRESENCE = `
with agencies as (${presenceOfReports(GROUP_COLUMNS, GROUP_JOINS)}),
  side as (
    select region_code, scope, dimension, value, years, agencies from kept_presence
    union all (${presenceOf('kept_presence_change')})
    union all
    select region_code, scope, dimension, value, years, -agencies from (${presenceOf('agencies')}) counted
  )
select region_code, scope, dimension, value, years, sum(agencies)::text as agencies
from side group by region_code, scope, dimension, value, years
having sum(agencies) <> 0
order by region_code, scope, dimension, value, years limit 1`;

/**
 * Counts all kept totals again from the printed rows, some years in one statement, so that filing may go on meanwhile.
 * @returns the first figure that differs; null where all are right
 * @throws DatabaseError
 */
export const verifySums = async (database: Database): Promise<WrongSum | null> => {
  const options = { timeoutMs: LONGEST };
  const years = await database.query<{ year: number; reports: number }>(YEARS, [], options);
  for (const together of yearsTogether(years)) {
    const [line] = await database.query<Line>(TOTALS, [together], options);
    if (line) return wrongSum('kept_total', line, groupKey, [...countColumns, ...cells]);
  }
  const [line] = await database.query<Line>(PRESENCE, [], options);
  return line ? wrongSum('kept_presence', line, presenceKey, ['agencies']) : null;
};

type Line = Readonly<Record<string, unknown>>;

const cells = cellColumns.flatMap((cell) => [cell, `${cell}_stated`]);
const presenceKey = ['region_code', 'scope', 'dimension', 'value', 'years'] as const;

const wrongSum = (
  table: WrongSum['table'],
  line: Line,
  keys: readonly string[],
  columns: readonly string[],
): WrongSum => {
  const column = columns.find((name) => Number(line[name] ?? 0) !== 0) ?? '';
  return {
    table,
    group: Object.fromEntries(keys.map((name) => [name, line[name]])),
    column,
    surplus: String(line[column]),
  };
};
