import type { Database } from '../entities/database.js';
import { addressKey, type CellAddress } from '../format/form.js';

/** How a report came about that was added up here. */
export interface ConsolidationRecordLine {
  reportId: string;
  regionCode: string;
  asOf: Date | null;
  by: string;
}

/** Null for a report that was not added up here. */
export async function consolidationRecord(
  db: Database,
  reportId: string,
): Promise<ConsolidationRecordLine | null> {
  const [line] = await db.query<ConsolidationRecordLine>(
    `SELECT report_id AS "reportId", region_code AS "regionCode", as_of AS "asOf", author AS by
FROM consolidation WHERE report_id = $1`,
    [reportId],
  );
  return line ?? null;
}

export interface OverrideLine {
  agencyId: string;
  problem: 'MISSING' | 'FAILS_CHECKS';
  reason: string;
  by: string;
}

/** Why members were left out, or added up although their reports fail. */
export const overridesOf = (db: Database, reportId: string): Promise<OverrideLine[]> =>
  db.query<OverrideLine>(
    `SELECT agency_id AS "agencyId", problem, reason, author AS by
FROM consolidation_override WHERE report_id = $1 ORDER BY agency_id, problem`,
    [reportId],
  );

export interface GivenLine {
  agencyId: string;
  /** Null: the member was missing. */
  reportId: string | null;
  /** Exact decimal; null where its report states none. */
  value: string | null;
}

const GIVEN = `
SELECT agency_id AS "agencyId", member_report_id AS "reportId", value::text
FROM consolidation_member, LATERAL (
  SELECT CASE WHEN member_report_id IS NULL THEN NULL
              WHEN figures ? $2::text THEN (figures ->> $2::text)::numeric ELSE 0 END AS value
) AS given
WHERE report_id = $1 ORDER BY value DESC NULLS LAST, agency_id`;

/** What each member gave to a cell when it was added up, largest first; one that was missing comes last. */
export const givenTo = (db: Database, reportId: string, cell: CellAddress): Promise<GivenLine[]> =>
  db.query<GivenLine>(GIVEN, [reportId, addressKey(cell)]);
