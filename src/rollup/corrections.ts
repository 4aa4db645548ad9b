import type { Database } from '../entities/database.js';
import { decimal } from './numbers.js';
import type { CorrectionRecord } from './records.js';

type Line = CorrectionRecord & { report_id: string };

/** What people corrected in reports, by report id, in the order in which they did. */
export async function correctionsOf(
  db: Database,
  reportIds: readonly string[],
): Promise<Map<string, CorrectionRecord[]>> {
  const lines = await db.prepared<Line>(
    `SELECT correction.report_id, correction.id, correction.kind, correction.cell, correction.from_value AS "from",
  correction.to_value AS "to", correction.from_identity AS "fromIdentity", correction.to_identity AS "toIdentity",
  correction.author AS by, correction.made_at AS at, correction.reason AS why
FROM correction WHERE correction.report_id = ANY($1::bigint[]) ORDER BY correction.id`,
    [[...reportIds]],
  );
  const corrections = new Map<string, CorrectionRecord[]>(reportIds.map((id) => [id, []]));
  for (const { report_id, ...line } of lines) {
    const record = { ...line, from: decimal(line.from), to: decimal(line.to) };
    corrections.get(report_id)?.push(record);
  }
  return corrections;
}
