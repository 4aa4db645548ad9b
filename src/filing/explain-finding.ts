import type { EntityManager } from 'typeorm';
import { audit } from '../accounts/audit-log.js';
import type { Database } from '../entities/database.js';
import { unpackCells } from '../entities/packed-cells.js';
import type { StoredCells } from '../entities/packed-cells.js';
import { authoredOf } from './authored.js';
import type { Authored } from './authored.js';
import { attachExplanations, findingKey } from './explanations.js';
import type { ExplainedFinding } from './explanations.js';
import { refused } from './report-input.js';
import type { Refused } from './report-input.js';

export interface ExplanationRequest extends Authored {
  findingId: string;
  /** True: the finding is held to be no fault of the report. */
  dismiss: boolean;
}

export interface Explained {
  kind: 'EXPLAINED';
  reportId: string;
  check: string;
}

/**
 * Says why a finding stands, or that it is no fault: public beside it, in one transaction with its audit entry. It
 * takes the place of an earlier explanation of the same finding, stays as long as the finding's check, cells and figures
 * do, and changes no count: an explained error is still one.
 * @returns refused with FINDING_UNKNOWN, AUTHOR_REQUIRED or REASON_REQUIRED
 * @throws DatabaseError
 */
export const explainFinding = async (
  database: Database,
  request: ExplanationRequest,
): Promise<Explained | Refused> => {
  const author = authoredOf(request);
  if ('kind' in author) return author;
  return database.transaction((manager) => explain(manager, { ...request, ...author }));
};

type Line = ExplainedFinding & {
  report_id: string;
  severity: string;
  cells_of_report: StoredCells;
};

/** Locks the report, as whoever re-checks it does, so that the finding stays what it is. */
const FINDING = `
  select f.report_id, f.check_code, f.severity, f.left_value, f.right_value, f.cells, e.cells as cells_of_report
  from finding f
  join report r on r.id = f.report_id
  join report_evidence e on e.report_id = f.report_id
  where f.id = $1 for update of r`;

const explain = async (
  manager: EntityManager,
  { findingId, dismiss, by, why, actor }: ExplanationRequest,
): Promise<Explained | Refused> => {
  const [finding] = await manager.query<Line[]>(FINDING, [findingId]);
  if (!finding) return refused('FINDING_UNKNOWN', 'There is no such finding any more.');
  const { report_id: reportId, check_code: check } = finding;
  const key = findingKey(finding, unpackCells(finding.cells_of_report));
  const [before] = await manager.query<[Record<string, unknown>[], number]>(REPLACED, [
    reportId,
    key,
  ]);
  const after = { text: why, dismissed: dismiss };
  await manager.query(
    `insert into explanation (report_id, check_code, finding_key, text, dismissed, author)
     values ($1, $2, $3, $4, $5, $6)`,
    [reportId, check, key, why, dismiss, by],
  );
  await attachExplanations(manager, reportId);
  await audit(manager, {
    author: by,
    actor,
    act: 'EXPLAIN_FINDING',
    subject: `report:${reportId}`,
    reason: why,
    before: before[0] ?? null,
    after: { check, cells: finding.cells, ...after },
  });
  return { kind: 'EXPLAINED', reportId, check };
};

const REPLACED = `
  update explanation set dropped_at = now()
  where report_id = $1 and finding_key = $2 and dropped_at is null
  returning text, dismissed, author`;
