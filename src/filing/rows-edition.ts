import type { Edition } from '../format/form.js';
import { blocksOf, forms } from '../format/forms.js';

/**
 * A report without table three is stored with the rows of the edition that its neighbours are printed in, every cell
 * null. They are the cells that it leaves unstated, so they are also the ones that are shown.
 */

const rowsOf = (edition: Edition): readonly string[] =>
  blocksOf(edition, 'REQUESTS').flatMap((block) => block.rows.map(({ key }) => key));

/** The editions before the newest, each with the rows of table three that it alone prints. */
const older = forms.slice(0, -1).map(({ edition }) => {
  const others = new Set(
    forms.filter((f) => f.edition !== edition).flatMap((f) => rowsOf(f.edition)),
  );
  return { edition, rows: rowsOf(edition).filter((row) => !others.has(row)) };
});

const newest = forms
  .slice(-1)
  .map((form) => form.edition)
  .join();

/** `NONE_E2019`: table three is not printed; its rows are stored as that edition has them. */
export const unprinted = (edition: string): string => `NONE_${edition}`;

const editionOf = (inTheirYear: string): string => `coalesce(report.edition_requests, case
  ${older
    .map(
      ({ edition, rows }) => `when exists (
    select from request_row where request_row.report_id = report.id${inTheirYear}
      and request_row.row in (${rows.map((row) => `'${row}'`).join(', ')})
  ) then '${unprinted(edition)}'`,
    )
    .join('\n  ')}
  else '${unprinted(newest)}' end)`;

/**
 * The edition of table three of a `report`, as SQL: that which is printed, else `unprinted` that of its rows. `year` is
 * the report's, as SQL.
 */
export const rowsEdition = (year: string): string => editionOf(` and request_row.year = ${year}`);

export const ROWS_EDITION = rowsEdition('report.year');

/** What that says, however the rows are stored: kept totals that were built by it stay right. */
export const ROWS_EDITION_RULE = editionOf('');

/** The edition whose rows of table three these are; null where there are none. */
export function editionOfRows(rows: readonly string[]): Edition | null {
  if (rows.length === 0) return null;
  const found = older.find((one) => one.rows.some((row) => rows.includes(row)));
  return found?.edition ?? forms.at(-1)?.edition ?? null;
}

/**
 * Editions whose rows a total lists, as an SQL array: those that its reports print, and where none prints table three
 * those of the rows that are stored. `has(edition)` is true where a report of the group has that `ROWS_EDITION`.
 */
export function editionsListed(has: (edition: string) => string): string {
  const editions = forms.map(({ edition }) => edition);
  const printed = editions.map(has).join(' or ');
  const cases = editions.map(
    (edition) =>
      `case when ${has(edition)} or (not (${printed}) and ${has(unprinted(edition))}) then '${edition}' end`,
  );
  return `array_remove(array[${cases.join(', ')}], null)`;
}
