import type { Database } from '../entities/database.js';
import { databaseColumn } from '../filing/printed-rows.js';
import { blocksOf } from '../format/forms.js';
import { count, decimal, type Stored } from './numbers.js';
import type { Disclosure2019Record } from './records.js';

type Line = Readonly<Record<string, Stored>> & { report_id: string; row: string };

const blocks = blocksOf('E2019', 'ACTIVE_DISCLOSURE');

/** Blocks of table two that the reports print in the 2019 edition, by report id; reports without any are missing. */
export async function disclosure2019Of(
  db: Database,
  reportIds: readonly string[],
): Promise<Map<string, Disclosure2019Record>> {
  const lines = await db.prepared<Line>(
    `SELECT active_disclosure_row.* FROM report
  JOIN active_disclosure_row
    ON active_disclosure_row.report_id = report.id AND active_disclosure_row.year = report.year
WHERE report.id = ANY($1::bigint[]) AND active_disclosure_row.edition = 'E2019'`,
    [[...reportIds]],
  );
  const byReport = new Map<string, Line[]>();
  for (const line of lines) {
    byReport.set(line.report_id, [...(byReport.get(line.report_id) ?? []), line]);
  }
  return new Map([...byReport].map(([id, rows]) => [id, tableOf(rows)]));
}

/** Every row of the edition; figures that are not stated, or whose block is of another edition, are null. */
const tableOf = (lines: readonly Line[]): Disclosure2019Record =>
  Object.fromEntries(
    blocks.flatMap((block) =>
      block.rows.map((row) => {
        const line = lines.find((candidate) => candidate.row === row.key);
        const figures = block.columns.map(({ key, kind }) => {
          const stored = line?.[databaseColumn(key)];
          return [key, kind.startsWith('AMOUNT') ? decimal(stored) : count(stored)];
        });
        return [row.key, Object.fromEntries(figures) as Record<string, number | string | null>];
      }),
    ),
  );
