import type { Database } from '../entities/database.js';
import { reportCondition } from './report-filter.js';
import type { ReportFilterInput } from './shapes.js';
import { SqlParams } from './sql-params.js';

/** How many of a year's reports a check found something in. */
export interface CheckHits {
  check: string;
  year: number;
  /** Reports with a finding of the check. */
  hits: number;
  /** Reports of the year. */
  reports: number;
}

/** Of the reports that match, year by year, in how many each check found something; checks that found nothing are left out. */
export function checkHits(database: Database, filter: ReportFilterInput): Promise<CheckHits[]> {
  const params = new SqlParams();
  const condition = reportCondition(filter, params);
  return database.query<CheckHits>(
    `WITH matching AS MATERIALIZED (SELECT report.id, report.year FROM report WHERE ${condition}),
      years AS (SELECT year, count(*)::int AS reports FROM matching GROUP BY year)
    SELECT found.check_code AS "check", years.year, found.hits, years.reports
    FROM (
      SELECT finding.check_code, matching.year, count(DISTINCT matching.id)::int AS hits
      FROM matching JOIN finding ON finding.report_id = matching.id
      GROUP BY finding.check_code, matching.year) found
    JOIN years ON years.year = found.year
    ORDER BY found.check_code COLLATE "C", years.year`,
    params.values,
  );
}
