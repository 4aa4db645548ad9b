import type { EntityManager } from 'typeorm';
import { audit } from '../../accounts/audit-log.js';
import type { Database } from '../../entities/database.js';
import { limits } from '../../entities/limits.js';
import type { ReportStatus } from '../../entities/vocabulary.js';
import { authoredOf } from '../authored.js';
import type { Authored } from '../authored.js';
import { keepingSums } from '../kept/keeping-sums.js';
import { recheck, reportsAfter } from '../recheck.js';
import type { ReportKey } from '../report-input.js';
import type { StoredReport } from '../stored-report.js';
import { blockingFindings } from './blocking.js';
import { decidable } from './decidable.js';
import type { Seen } from './decidable.js';
import { asLifeRefusal, lifeRefusal } from './refusal.js';
import type { Blocked, ChangedMeanwhile, LifeRefusal } from './refusal.js';
import { steps } from './steps.js';
import type { Step, StepName } from './steps.js';

export interface StepRequest extends Seen, Omit<Authored, 'why'> {
  /** Needed where a report is given back or withdrawn. */
  why: string | null;
  /** 分管领导; needed where a report is handed in. */
  responsibleLeader?: string | null;
}

export interface StepTaken {
  kind: 'TAKEN';
  reportId: string;
  status: ReportStatus;
}

export type StepOutcome = StepTaken | Blocked | ChangedMeanwhile | LifeRefusal;

/**
 * Takes a step of a report's life in one transaction with its audit entry: the checks run again, the totals follow, and
 * what is held against the report is judged anew.
 * @throws DatabaseError
 */
export const takeStep = async (
  database: Database,
  name: StepName,
  request: StepRequest,
): Promise<StepOutcome> => {
  const sound = soundRequest(name, request);
  if ('kind' in sound) return sound;
  return database.transaction((manager) => take(manager, steps[name], sound), {
    timeoutMs: limits.long,
    onePlan: true,
  });
};

/** The same within a transaction of the caller, who takes all back where it is refused. */
export const takeStepWithin = async (
  manager: EntityManager,
  name: StepName,
  request: StepRequest,
): Promise<StepOutcome> => {
  const sound = soundRequest(name, request);
  return 'kind' in sound ? sound : take(manager, steps[name], sound);
};

/** Who, why and the leader in charge, checked. */
const soundRequest = (name: StepName, request: StepRequest): StepRequest | LifeRefusal => {
  const { needsReason } = steps[name];
  const author = authoredOf({ by: request.by, why: needsReason ? (request.why ?? '') : name });
  if ('kind' in author) return asLifeRefusal(author);
  const leader = request.responsibleLeader?.normalize('NFC').trim() ?? null;
  if (name === 'SUBMIT' && !isName(leader)) {
    return lifeRefusal('LEADER_REQUIRED', 'Name the leader in charge (分管领导).');
  }
  const why = needsReason ? author.why : null;
  return { ...request, by: author.by, why, responsibleLeader: leader };
};

const isName = (text: string | null): boolean => text !== null && /^[^\p{C}]{1,100}$/u.test(text);

const take = async (
  manager: EntityManager,
  step: Step,
  request: StepRequest,
): Promise<StepOutcome> => {
  const report = await decidable(manager, request);
  if (report.kind !== 'STORED') return report;
  if (!step.from.includes(report.status)) {
    const needed = step.from.join(' or ');
    return lifeRefusal('WRONG_STATUS', `The report is ${report.status}; it has to be ${needed}.`);
  }
  await recheck(manager, [report.id]);
  const blocking = step.isBlocked ? await blockingFindings(manager, report.id) : [];
  if (blocking.length > 0) return { kind: 'BLOCKED', findingIds: blocking };
  await keepingSums(manager, [report], () => change(manager, report, step, request));
  await recheck(manager, [report.id, ...(await reportsAfter(manager, [report]))]);
  await audit(manager, {
    author: request.by,
    actor: request.actor,
    act: step.act,
    subject: `report:${report.id}`,
    reason: request.why,
    before: { status: report.status, revision: report.revision },
    after: {
      status: step.to,
      ...(step.to === 'SUBMITTED' ? { responsibleLeader: request.responsibleLeader } : {}),
    },
  });
  return { kind: 'TAKEN', reportId: report.id, status: step.to };
};

const CHANGE = `
  update report set status = $2, status_changed_at = now(), status_reason = $3, is_current = false,
    submitted_at = case when $2 = 'SUBMITTED' then now() else submitted_at end,
    responsible_leader = coalesce($4, responsible_leader),
    published_on = case when $2 = 'PUBLISHED' then coalesce(published_on, (now() at time zone 'Asia/Shanghai')::date)
      else published_on end
  where id = $1`;

const change = async (
  manager: EntityManager,
  report: StoredReport,
  { to }: Step,
  { why, responsibleLeader = null }: StepRequest,
): Promise<void> => {
  const leader = to === 'SUBMITTED' ? responsibleLeader : null;
  await manager.query(CHANGE, [report.id, to, why, leader]);
  await standAsPublished(manager, report);
};

const WITHOUT = `
  update report set is_current = false
  where agency_id = $1 and year = $2 and scope = $3 and is_current
    and revision < (select max(revision) from report where agency_id = $1 and year = $2 and scope = $3
                    and status = 'PUBLISHED')`;

const WITH = `
  update report set is_current = true
  where agency_id = $1 and year = $2 and scope = $3 and status = 'PUBLISHED' and not is_current
    and revision = (select max(revision) from report where agency_id = $1 and year = $2 and scope = $3
                    and status = 'PUBLISHED')`;

/** The newest published revision is the one that lists and totals see. */
const standAsPublished = async (
  manager: EntityManager,
  { agencyId, year, scope }: ReportKey,
): Promise<void> => {
  await manager.query(WITHOUT, [agencyId, year, scope]);
  await manager.query(WITH, [agencyId, year, scope]);
};
