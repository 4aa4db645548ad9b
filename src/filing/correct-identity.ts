import type { EntityManager } from 'typeorm';
import { audit } from '../accounts/audit-log.js';
import type { Database } from '../entities/database.js';
import { limits } from '../entities/limits.js';
import type { ReportScope } from '../format/report.js';
import { authoredOf } from './authored.js';
import type { Authored } from './authored.js';
import { correctable } from './correctable.js';
import { addIdentityCorrection } from './correction-rows.js';
import { isYear } from './document-of.js';
import { lockAgencies } from './file-batch.js';
import { refiledFindings } from './filed-otherwise.js';
import type { AgencyRegistry } from './import-document.js';
import { moveReport } from './move-report.js';
import { recheck, reportsAfter } from './recheck.js';
import { keyText, refused } from './report-input.js';
import type { Refused, ReportKey } from './report-input.js';
import { rewriteReport } from './rewrite-report.js';
import { filingFindingsOf } from './stored-report.js';
import type { StoredReport } from './stored-report.js';

/** What is not named stays as it is. */
export interface IdentityCorrectionRequest extends Authored {
  reportId: string;
  /** The version of the report that the person saw; refused where it is another by now. */
  version?: number;
  /** Id of the right agency, in place of its name. */
  agencyId?: string;
  /** Name of the right agency. */
  agency?: string;
  /** Code of the region that the agency lies in or beneath, where its name does not tell it. */
  region?: string;
  year?: number;
  scope?: ReportScope;
  /** True: an agency that is not known is created. */
  createAgency?: boolean;
}

export interface IdentityCorrected {
  kind: 'MOVED';
  reportId: string;
  from: ReportKey;
  to: ReportKey;
  /** Among the revisions of the right agency, year and scope. */
  revision: number;
}

/**
 * Files the newest revision of a report under another agency, year or scope, in one transaction, as if it had been
 * imported so: it becomes the newest revision there, the revision before it stands again where it was, and all that is
 * held against either is checked anew. The document imported again finds the report where it is now.
 * @returns refused with REPORT_UNKNOWN, NOT_NEWEST, YEAR_UNKNOWN, AGENCY_NOT_ON_ROSTER, NOTHING_TO_CORRECT,
 *   ALREADY_FILED, CHANGED_MEANWHILE, AUTHOR_REQUIRED or REASON_REQUIRED
 * @throws DatabaseError
 */
export const correctIdentity = async (
  database: Database,
  registry: AgencyRegistry,
  request: IdentityCorrectionRequest,
): Promise<IdentityCorrected | Refused> => {
  const author = authoredOf(request);
  if ('kind' in author) return author;
  if (request.year !== undefined && !isYear(request.year)) {
    return refused('YEAR_UNKNOWN', `${String(request.year)} is no year of a report.`);
  }
  return database.transaction((manager) => correct(manager, registry, { ...request, ...author }), {
    timeoutMs: limits.long,
    onePlan: true,
  });
};

const correct = async (
  manager: EntityManager,
  registry: AgencyRegistry,
  request: IdentityCorrectionRequest,
): Promise<IdentityCorrected | Refused> => {
  const agencyId = request.agencyId ?? (await agencyNamed(manager, registry, request));
  if (typeof agencyId === 'object') return agencyId;
  const known = await lockBoth(manager, request.reportId, agencyId);
  if (!known) return refused('REPORT_UNKNOWN', 'There is no such report.');
  const report = await correctable(manager, request.reportId, request.version);
  if (report.kind === 'REFUSED') return report;
  const { agencyId: before, year, scope } = report;
  const from = { agencyId: before, year, scope };
  const to = {
    agencyId: agencyId ?? before,
    year: request.year ?? year,
    scope: request.scope ?? scope,
  };
  const obstacle = await obstacleTo(manager, report, from, to);
  if (obstacle) return obstacle;
  const revision = await moveReport(manager, report, to);
  await judgeThere(manager, { ...report, ...to, revision }, from, request);
  await addIdentityCorrection(manager, report.id, request, from, to);
  await audit(manager, {
    author: request.by,
    actor: request.actor,
    act: 'CORRECT_IDENTITY',
    subject: `report:${report.id}`,
    reason: request.why,
    before: { ...from, revision: report.revision },
    after: { ...to, revision },
  });
  return { kind: 'MOVED', reportId: report.id, from, to, revision };
};

/** Id of the right agency; undefined where it stays the same. */
const agencyNamed = async (
  manager: EntityManager,
  registry: AgencyRegistry,
  { agency, region, createAgency = false }: IdentityCorrectionRequest,
): Promise<string | undefined | Refused> => {
  if (agency === undefined) return undefined;
  const clues = {
    name: agency.trim(),
    unifiedSocialCreditCode: null,
    regionHint: region ?? null,
    url: null,
  };
  const { agencyId } = await registry.findOrCreateAgency(manager, clues, { create: createAgency });
  return agencyId ?? refused('AGENCY_NOT_ON_ROSTER', `${clues.name} is not a known agency.`);
};

/** Locks both agencies in the order of filing, so that a move and a filing do not wait for each other. */
const lockBoth = async (
  manager: EntityManager,
  reportId: string,
  agencyId: string | undefined,
): Promise<boolean> => {
  const [line] = await manager.query<{ id: string }[]>(
    'select agency_id as id from report where id = $1',
    [reportId],
  );
  if (!line) return false;
  await lockAgencies(manager, [line.id, ...(agencyId === undefined ? [] : [agencyId])]);
  return true;
};

const obstacleTo = async (
  manager: EntityManager,
  { id, contentKey }: StoredReport,
  from: ReportKey,
  to: ReportKey,
): Promise<Refused | null> => {
  if (keyText(from) === keyText(to)) {
    return refused('NOTHING_TO_CORRECT', 'The report is filed so already.');
  }
  const [same] = await manager.query<unknown[]>(
    `select from report where agency_id = $1 and year = $2 and scope = $3 and content_key = $4 and id <> $5`,
    [to.agencyId, to.year, to.scope, contentKey, id],
  );
  if (!same) return null;
  return refused('ALREADY_FILED', 'The same document is filed there already; withdraw this one.');
};

/** Judges the report by its right agency, year and scope, and the years after both. */
const judgeThere = async (
  manager: EntityManager,
  report: StoredReport,
  from: ReportKey,
  request: IdentityCorrectionRequest,
): Promise<void> => {
  await rewriteReport(manager, report, {
    form: report.form,
    filingFindings: refiledFindings(filingFindingsOf(report), report.form, report, {
      by: 'PERSON',
      movedAgency: from.agencyId !== report.agencyId,
      namedScope: request.scope !== undefined,
    }),
    publishedOn: report.publishedOn,
    readerVersion: report.readerVersion,
  });
  await recheck(manager, await reportsAfter(manager, [from, report]));
};
