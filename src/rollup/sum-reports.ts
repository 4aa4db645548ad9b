import type { Database } from '../entities/database.js';
import type { Coverage, ThreeTables } from './shapes.js';
import { SqlParams } from './sql-params.js';
import { COVERAGE_COLUMNS, MATCHED_COLUMNS, SUMMED_TABLES } from './sum-rows.js';
import { summedGroup, tablesOfLine, type SummedRows } from './summed-group.js';

/** Adds up the reports under a condition over `report`; what nothing adds up to is null in every cell. */
export async function sumReports(
  db: Database,
  condition: (params: SqlParams) => string,
): Promise<{ coverage: Coverage; tables: ThreeTables }> {
  const params = new SqlParams();
  const sql = `
WITH matched AS (SELECT ${MATCHED_COLUMNS} FROM report WHERE ${condition(params)}),
  page AS (SELECT 1 AS place, ${COVERAGE_COLUMNS} FROM matched),
  member AS (SELECT id, year, 1 AS place FROM matched),${SUMMED_TABLES}
SELECT page.*, requests.sums AS requests, appeals.sums AS appeals, active_disclosure.sums AS active_disclosure
FROM page
  LEFT JOIN requests USING (place)
  LEFT JOIN appeals USING (place)
  LEFT JOIN active_disclosure USING (place)`;
  const [line] = await db.prepared<SummedRows>(sql, params.values);
  if (!line) throw new Error('an aggregate without groups answers one line');
  return summedGroup(line, tablesOfLine(line));
}
