import type { EntityManager } from 'typeorm';
import { audit } from '../../accounts/audit-log.js';
import { runChecks } from '../../checks/run.js';
import type { Database } from '../../entities/database.js';
import { limits } from '../../entities/limits.js';
import type { Finding } from '../../format/report.js';
import { authoredOf } from '../authored.js';
import type { Authored } from '../authored.js';
import { checkContexts, judgedForm } from '../check-context.js';
import { sha256 } from '../content-key.js';
import { fileBatch, lockAgencies } from '../file-batch.js';
import { refused } from '../report-input.js';
import type { Filed, Refused } from '../report-input.js';
import { consolidatedForm } from './consolidated-form.js';
import { governmentOf } from './government-of.js';
import { membersOf } from './members-of.js';
import type { Member, MembersQuestion } from './members-of.js';
import { writeRecord } from './record.js';
import type { Override, Problem } from './record.js';

export interface ConsolidationRequest extends MembersQuestion, Authored {
  /** Reasons to leave a missing member out, or to add a failing one up, by agency id. */
  overrides: ReadonlyMap<string, string>;
}

/** A member that stands in the way. */
export interface MemberProblem {
  agencyId: string;
  agency: string;
  problem: Problem;
  /** Of A1 to A4, those that its report fails. */
  checks: readonly string[];
}

/** Members are missing or failing, and nobody said why they should not matter; nothing was filed. */
export interface Incomplete {
  kind: 'INCOMPLETE';
  problems: MemberProblem[];
}

export type Consolidated = Filed & {
  /** Members that were added up. */
  members: number;
  overrides: readonly Override[];
  findings: readonly Finding[];
};

/**
 * Adds up the accepted and published reports of a roster's members into a draft of the government's consolidated report,
 * in one transaction: its cells, figures without a table, what each member gave, and all checks. The same members with
 * the same figures once more change nothing.
 * @returns refused with AUTHOR_REQUIRED, REASON_REQUIRED, ROSTER_UNKNOWN or GOVERNMENT_UNKNOWN
 * @throws DatabaseError
 */
export const consolidate = async (
  database: Database,
  request: ConsolidationRequest,
): Promise<Consolidated | Incomplete | Refused> => {
  const author = authoredOf(request);
  if ('kind' in author) return author;
  for (const why of request.overrides.values()) {
    const reason = authoredOf({ by: author.by, why });
    if ('kind' in reason) return reason;
  }
  return database.transaction((manager) => addUp(manager, { ...request, ...author }), {
    timeoutMs: limits.long,
  });
};

const addUp = async (
  manager: EntityManager,
  request: ConsolidationRequest,
): Promise<Consolidated | Incomplete | Refused> => {
  const { region, year } = request;
  const government = await governmentOf(manager, region);
  if (!government) {
    return refused('GOVERNMENT_UNKNOWN', `The government of ${region} is not a known agency.`);
  }
  await lockAgencies(manager, [government.id]);
  const members = await settledMembers(manager, request);
  if (members.length === 0) {
    return refused('ROSTER_UNKNOWN', `There is no roster of ${region} for ${year}.`);
  }
  const problems = members.flatMap(problemOf);
  const open = problems.filter(({ agencyId }) => !request.overrides.has(agencyId));
  if (open.length > 0) return { kind: 'INCOMPLETE', problems: open };
  const overrides = problems.map(({ agencyId, problem }) => ({
    ...{ agencyId, problem, reason: request.overrides.get(agencyId) ?? '' },
  }));
  return file(manager, request, government, members, overrides);
};

const problemOf = ({ agencyId, agency, reportId, failing }: Member): MemberProblem[] => {
  if (reportId === null) return [{ agencyId, agency, problem: 'MISSING', checks: [] }];
  return failing.length > 0 ? [{ agencyId, agency, problem: 'FAILS_CHECKS', checks: failing }] : [];
};

/**
 * Holds the members' reports so that nobody withdraws, returns or corrects one before this is filed. A report that was
 * changed between being chosen and being held is chosen anew.
 */
const settledMembers = async (
  manager: EntityManager,
  question: MembersQuestion,
): Promise<Member[]> => {
  const members = await membersOf(manager, question);
  const ids = members.flatMap(({ reportId }) => reportId ?? []);
  const [held] = await manager.query<{ n: number }[]>(
    `select count(*)::int as n from (
       select from report where id = any($1::bigint[])
         and ($2::timestamptz is not null or status in ('ACCEPTED', 'PUBLISHED')) order by id for share
     ) held`,
    [ids, question.asOf],
  );
  return held?.n === ids.length ? membersOf(manager, question) : settledMembers(manager, question);
};

const file = async (
  manager: EntityManager,
  request: ConsolidationRequest,
  government: { id: string; name: string },
  members: readonly Member[],
  overrides: readonly Override[],
): Promise<Consolidated> => {
  const { region, year, scope, asOf, by, why, actor } = request;
  const form = consolidatedForm(government.name, request, members);
  const key = { agencyId: government.id, year, scope };
  const reasons = new Map(overrides.map(({ agencyId, reason }) => [agencyId, reason]));
  const shown = members.map((member) => ({
    ...{ ...member, override: reasons.get(member.agencyId) ?? null },
  }));
  const [known] = await checkContexts(manager, [
    { ...key, publishedOn: null, form, consolidation: { members: shown } },
  ]);
  if (!known) throw new Error('no context for a government that was just locked');
  const judgement = runChecks(judgedForm(form, key, known), known.context);
  const same = contentOf(members, overrides, asOf);
  const newest = await newestOf(manager, key);
  const told = { members: members.filter((m) => m.reportId !== null).length, overrides };
  if (newest?.contentKey.startsWith(same) && newest.status !== 'WITHDRAWN') {
    const { reportId, revision, status } = newest;
    return {
      ...{ kind: 'UNCHANGED', reportId, revision, status },
      ...{ ...told, findings: judgement.findings },
    };
  }
  const [outcome] = await fileBatch(manager, [
    {
      ...{ ...key, form, status: 'DRAFT', source: null, publishedOn: null, sample: false },
      ...judgement,
      previousReportId: known.previousReportId,
      contentKey: `${same}.${newest?.revision ?? 0}`,
    },
  ]);
  if (!outcome || outcome.kind === 'REFUSED') throw new Error('a consolidation was not filed');
  const { reportId } = outcome;
  await writeRecord(manager, { reportId, region, asOf, author: by, members, overrides });
  await audit(manager, {
    ...{ author: by, actor, act: 'CONSOLIDATE', subject: `report:${reportId}`, reason: why },
    before: null,
    after: { region, year, scope, asOf, members: told.members, overrides },
  });
  return { ...outcome, ...told, findings: judgement.findings };
};

interface Newest extends Pick<Filed, 'reportId' | 'revision' | 'status'> {
  contentKey: string;
}

const newestOf = async (
  manager: EntityManager,
  { agencyId, year, scope }: { agencyId: string; year: number; scope: string },
): Promise<Newest | null> => {
  const [line] = await manager.query<Newest[]>(
    `select id as "reportId", revision, status, content_key as "contentKey" from report
     where agency_id = $1 and year = $2 and scope = $3 order by revision desc limit 1`,
    [agencyId, year, scope],
  );
  return line ?? null;
};

/** What tells one consolidation from another: whose reports, with which figures, and what was overridden. */
const contentOf = (
  members: readonly Member[],
  overrides: readonly Override[],
  asOf: string | null,
): string => {
  const given = members.map(({ agencyId, reportId, figures }) => [agencyId, reportId, figures]);
  return sha256(JSON.stringify([given, overrides, asOf]));
};
