import type { TableName } from '../../format/form.js';
import { databaseColumn } from '../printed-rows.js';
import { rowsEdition } from '../rows-edition.js';
import { addends, rowTables } from '../printed-columns.js';
import { keptCells } from './kept-cells.js';
import type { KeptCell, KeptSource } from './kept-cells.js';

/** What a report adds to the kept totals, as SQL: one line a report, one column a cell. */

const tables = Object.keys(rowTables) as TableName[];

const cellsOf = (table: TableName): readonly KeptCell[] =>
  keptCells.filter((cell) => cell.table === table);

const rowsOf = (table: TableName): readonly string[] => [
  ...new Set(cellsOf(table).flatMap((cell) => cell.sources.map(({ row }) => row))),
];

const alias = (row: string): string => `row_${row.toLowerCase()}`;

/** The printed rows of a table beside each other, each as a whole. */
const rowsBeside = (table: TableName, year: string): string => {
  const from = rowTables[table];
  const rows = rowsOf(table).map(
    (row) => `(array_agg(${from}) filter (where ${from}.row = '${row}'))[1] as ${alias(row)}`,
  );
  return `left join lateral (
    select ${rows.join(',\n      ')}
    from ${from} where ${from}.report_id = report.id and ${from}.year = ${year}
  ) ${table.toLowerCase()} on true`;
};

const field = (row: string, column: string): string => `(${alias(row)}).${databaseColumn(column)}`;

const stated = (fields: readonly string[]): string =>
  `case when num_nonnulls(${fields.join(', ')}) > 0 then ${fields
    .map((one) => `coalesce(${one}, 0)`)
    .join(' + ')} end`;

/** A blank 总计 counts with the sum of its stated columns. */
const counted = (table: TableName, { row, column }: KeptSource): string =>
  column === 'total'
    ? `coalesce(${field(row, column)}, ${stated(addends(table).map((key) => field(row, key)))})`
    : field(row, column);

const figure = ({ table, sources }: KeptCell): string => {
  const figures = sources.map((source) => counted(table, source));
  return figures.length === 1 ? figures.join() : stated(figures);
};

/** Every region that contains the report and has totals: the country, province, prefecture, county. */
const REGIONS = `array_remove(array[
    case when place.fictional then null else '000000' end,
    report.province_code, report.prefecture_code, report.county_code], null)`;

/** Of the report's agency as it is today. */
const SECTORS = `array(
    select agency_sector.sector_code from agency_sector where agency_sector.agency_id = report.agency_id order by 1)`;

/** Columns that tell the groups of a report, over `report`, `agency` and `place`. */
export const GROUP_COLUMNS = `
  ${REGIONS} as regions, report.scope, coalesce(agency.level, '') as level, agency.kind, ${SECTORS} as sectors`;

export const GROUP_JOINS = `
  join agency on agency.id = report.agency_id
  left join region place on place.code = report.region_code`;

/** Names of the counts beside the cells. */
export const countColumns = [
  'reports',
  'reports_with_errors',
  'unstated_active_disclosure',
  'unstated_requests',
  'unstated_appeals',
] as const;

export const cellColumns: readonly string[] = keptCells.map(({ name }) => name);

/**
 * Lines of `figures(regions, scope, level, kind, sectors, year, edition, counts…, cells…)` of the reports in
 * `source(id, sign)`, a table or CTE; the sign 1 or -1 multiplies counts and cells. `year` is theirs as SQL, see
 * `onceAYear`.
 */
export const figuresOf = (source: string, year = 'report.year'): string => `
select ${GROUP_COLUMNS}, report.year, ${rowsEdition(year)} as edition,
  source.sign as reports, source.sign * (report.error_count > 0)::int as reports_with_errors,
  source.sign * report.unstated_active_disclosure as unstated_active_disclosure,
  source.sign * report.unstated_requests as unstated_requests,
  source.sign * report.unstated_appeals as unstated_appeals,
  ${keptCells.map((cell) => `source.sign * (${figure(cell)}) as ${cell.name}`).join(',\n  ')}
from ${source} source
  join report on report.id = source.id${GROUP_JOINS}
  ${tables.map((table) => rowsBeside(table, year)).join('\n  ')}`;
