import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { audit } from '../../accounts/audit-log.js';
import { runChecks } from '../../checks/run.js';
import type { Database } from '../../entities/database.js';
import { limits } from '../../entities/limits.js';
import { authoredOf } from '../authored.js';
import type { Authored } from '../authored.js';
import { checkContexts, judgedForm } from '../check-context.js';
import { fileBatch } from '../file-batch.js';
import { filingFindingsOf } from '../stored-report.js';
import type { StoredReport } from '../stored-report.js';
import { decidable } from './decidable.js';
import type { Seen } from './decidable.js';
import { asLifeRefusal, lifeRefusal } from './refusal.js';
import type { ChangedMeanwhile, LifeRefusal } from './refusal.js';

export interface Revised {
  kind: 'REVISED';
  reportId: string;
  revision: number;
}

/**
 * Opens a new revision of a report as a draft with the figures of the one before, which stays as it is: what is published
 * stays public until the new one takes its place.
 * @returns refused with REPORT_UNKNOWN, NOT_NEWEST, WRONG_STATUS, AUTHOR_REQUIRED or REASON_REQUIRED
 * @throws DatabaseError
 */
export const reviseReport = async (
  database: Database,
  request: Seen & Authored,
): Promise<Revised | ChangedMeanwhile | LifeRefusal> => {
  const author = authoredOf(request);
  if ('kind' in author) return asLifeRefusal(author);
  return database.transaction((manager) => revise(manager, { ...request, ...author }), {
    timeoutMs: limits.long,
    onePlan: true,
  });
};

const revise = async (
  manager: EntityManager,
  request: Seen & Authored,
): Promise<Revised | ChangedMeanwhile | LifeRefusal> => {
  const report = await decidable(manager, request);
  if (report.kind !== 'STORED') return report;
  if (report.status === 'DRAFT') {
    return lifeRefusal('WRONG_STATUS', 'The newest revision is a draft: change that one.');
  }
  const draft = await copyAsDraft(manager, report);
  await audit(manager, {
    author: request.by,
    actor: request.actor,
    act: 'REVISE_REPORT',
    subject: `report:${draft.reportId}`,
    reason: request.why,
    before: { report: report.id, revision: report.revision, status: report.status },
    after: { revision: draft.revision, status: 'DRAFT' },
  });
  return draft;
};

const copyAsDraft = async (manager: EntityManager, report: StoredReport): Promise<Revised> => {
  const [known] = await checkContexts(manager, [report]);
  if (!known) throw new Error('no context for a report that is stored');
  const { agencyId, year, scope, publishedOn, readerVersion, form } = report;
  const [filed] = await fileBatch(manager, [
    {
      ...{ agencyId, year, scope, publishedOn, readerVersion, form },
      ...runChecks(judgedForm(form, report, known), known.context),
      filingFindings: filingFindingsOf(report),
      status: 'DRAFT',
      source: null,
      sample: report.sample,
      contentKey: `draft/${randomUUID()}`,
    },
  ]);
  if (!filed || filed.kind === 'REFUSED') throw new Error('the agency that was locked is gone');
  await manager.query('update report set source_document_id = $2 where id = $1', [
    filed.reportId,
    report.sourceDocumentId,
  ]);
  return { kind: 'REVISED', reportId: filed.reportId, revision: filed.revision };
};
