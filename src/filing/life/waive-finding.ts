import type { EntityManager } from 'typeorm';
import { audit } from '../../accounts/audit-log.js';
import type { Database } from '../../entities/database.js';
import { unpackCells } from '../../entities/packed-cells.js';
import type { StoredCells } from '../../entities/packed-cells.js';
import { authoredOf } from '../authored.js';
import type { Authored } from '../authored.js';
import { attachExplanations, findingKey } from '../explanations.js';
import type { ExplainedFinding } from '../explanations.js';
import { isBlocking } from './blocking.js';
import { asLifeRefusal, lifeRefusal } from './refusal.js';
import type { LifeRefusal } from './refusal.js';

export interface WaiverRequest extends Authored {
  findingId: string;
  /** The agency that the approver was found to have authority over. */
  agencyId: string;
}

type Line = ExplainedFinding & {
  report_id: string;
  agency_id: string;
  cells_of_report: StoredCells;
};

const FINDING = `
  select f.report_id, r.agency_id, f.check_code, f.left_value, f.right_value, f.cells, e.cells as cells_of_report
  from finding f
  join report r on r.id = f.report_id
  join report_evidence e on e.report_id = f.report_id
  where f.id = $1 for update of r`;

/**
 * Lets a report be accepted although a finding stands, for a reason that everybody sees beside it. It holds as long as the
 * finding's check, cells and figures do.
 * @returns refused with FINDING_UNKNOWN, NOT_BLOCKING, AUTHOR_REQUIRED or REASON_REQUIRED
 * @throws DatabaseError
 */
export const waiveFinding = async (
  database: Database,
  request: WaiverRequest,
): Promise<{ kind: 'WAIVED'; reportId: string } | LifeRefusal> => {
  const author = authoredOf(request);
  if ('kind' in author) return asLifeRefusal(author);
  return database.transaction((manager) => waive(manager, { ...request, ...author }));
};

const waive = async (
  manager: EntityManager,
  { findingId, agencyId, by, why, actor }: WaiverRequest,
): Promise<{ kind: 'WAIVED'; reportId: string } | LifeRefusal> => {
  const [finding] = await manager.query<Line[]>(FINDING, [findingId]);
  if (finding?.agency_id !== agencyId) {
    return lifeRefusal('FINDING_UNKNOWN', 'There is no such finding any more.');
  }
  const { report_id: reportId, check_code: check, cells } = finding;
  if (!isBlocking(check)) {
    return lifeRefusal(
      'NOT_BLOCKING',
      `Findings of ${check} do not stand in the way of acceptance.`,
    );
  }
  const key = findingKey(finding, unpackCells(finding.cells_of_report));
  await manager.query(
    `update waiver set dropped_at = now() where report_id = $1 and finding_key = $2 and dropped_at is null`,
    [reportId, key],
  );
  await manager.query(
    'insert into waiver (report_id, check_code, finding_key, reason, author) values ($1, $2, $3, $4, $5)',
    [reportId, check, key, why, by],
  );
  await attachExplanations(manager, reportId);
  await audit(manager, {
    author: by,
    actor,
    act: 'WAIVE_FINDING',
    subject: `report:${reportId}`,
    reason: why,
    before: null,
    after: { check, cells },
  });
  return { kind: 'WAIVED', reportId };
};
