import { databaseColumn } from '../filing/printed-rows.js';
import { editionsListed, ROWS_EDITION } from '../filing/rows-edition.js';
import type { TableName } from '../format/form.js';
import { columnKeys, countedCell, rowTables } from '../filing/printed-columns.js';

/** Columns of each table that a total answers; of the 2019 edition's table two the decisions alone. */
const summed: Readonly<Record<TableName, readonly string[]>> = {
  ACTIVE_DISCLOSURE: ['issued', 'repealed', 'inForce', 'decisions', 'amountWan'],
  REQUESTS: columnKeys('REQUESTS'),
  APPEALS: columnKeys('APPEALS'),
};

/**
 * Sums of a table's printed rows over the reports in `member(id, year, place)`: one line a place with a JSON object of
 * rows, each an object of columns. Sums are text in it, so that amounts stay exact. Nulls are left out, a sum of
 * nothing but nulls is null.
 */
export function sumRows(table: TableName): string {
  const from = rowTables[table];
  const sums = summed[table].map(
    (key) => `sum(${countedCell(table, from, key)})::text AS ${databaseColumn(key)}`,
  );
  return `
    SELECT place, jsonb_object_agg(name, to_jsonb(sums) - 'place' - 'name') AS sums
    FROM (
      SELECT member.place, ${from}.row AS name,
        ${sums.join(',\n        ')}
      FROM member JOIN ${from} ON ${from}.report_id = member.id AND ${from}.year = member.year
      GROUP BY member.place, ${from}.row
    ) AS sums
    GROUP BY place`;
}

/** The line of sums that totals and consolidations select for each `place` of `page`. */
export const SUMMED_TABLES = `
  requests AS (${sumRows('REQUESTS')}),
  appeals AS (${sumRows('APPEALS')}),
  active_disclosure AS (${sumRows('ACTIVE_DISCLOSURE')})`;

/** What is counted of the reports of a group, over `matched`. */
export const COVERAGE_COLUMNS = `
    count(*) AS reports,
    count(DISTINCT agency_id) AS agencies,
    count(*) FILTER (WHERE error_count > 0) AS reports_with_errors,
    coalesce(sum(unstated_active_disclosure), 0) AS unstated_active_disclosure,
    coalesce(sum(unstated_requests), 0) AS unstated_requests,
    coalesce(sum(unstated_appeals), 0) AS unstated_appeals,
    count(DISTINCT year) AS years,
    ${editionsListed((edition) => `coalesce(bool_or(rows_edition = '${edition}'), false)`)} AS editions`;

/** Columns of `report` that the above needs. */
export const MATCHED_COLUMNS = `report.id, report.agency_id, report.year, report.error_count,
      report.unstated_active_disclosure, report.unstated_requests, report.unstated_appeals,
      ${ROWS_EDITION} AS rows_edition`;
