import type { Database } from '../entities/database.js';
import { databaseColumn } from '../filing/printed-rows.js';
import { editionOfRows } from '../filing/rows-edition.js';
import type { Edition, TableName } from '../format/form.js';
import { editionOfYear } from '../format/forms.js';
import { assemble, type StoredRows, type StoredTables } from './assemble.js';
import { columnKeys, rowTables } from '../filing/printed-columns.js';
import type { ThreeTables } from './shapes.js';

interface Line extends StoredTables {
  id: string;
  year: number;
  edition: Edition | null;
  requests: StoredRows | null;
  appeals: StoredRows | null;
  activeDisclosure: StoredRows | null;
}

/** The printed rows of one report as a JSON object of rows, figures as text so that amounts stay exact. */
function printedRows(table: TableName): string {
  const from = rowTables[table];
  const columns = columnKeys(table).map(databaseColumn);
  const figures = columns.map((column) => `'${column}', ${from}.${column}::text`).join(', ');
  return `(
    SELECT jsonb_object_agg(${from}.row, jsonb_build_object(${figures}))
    FROM ${from} WHERE ${from}.report_id = report.id)`;
}

const STATEMENT = `
SELECT report.id, report.year, report.edition_requests AS edition,
  ${printedRows('REQUESTS')} AS requests,
  ${printedRows('APPEALS')} AS appeals,
  ${printedRows('ACTIVE_DISCLOSURE')} AS "activeDisclosure"
FROM report WHERE report.id = ANY($1::bigint[])`;

/**
 * The three tables as the reports print them, by report id: one statement for many reports. Table three has the
 * rows of its edition, where the document lacks it those that it was stored with.
 */
export async function threeTablesOf(
  db: Database,
  reportIds: readonly string[],
): Promise<Map<string, ThreeTables>> {
  const lines = await db.prepared<Line>(STATEMENT, [[...reportIds]]);
  return new Map(lines.map((line) => [line.id, assemble(line, { editions: [editionOf(line)] })]));
}

const editionOf = ({ edition, requests, year }: Line): Edition =>
  edition ?? editionOfRows(Object.keys(requests ?? {})) ?? editionOfYear(year);
