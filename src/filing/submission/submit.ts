import type { EntityManager } from 'typeorm';
import { audit } from '../../accounts/audit-log.js';
import type { Actor } from '../../accounts/audit-log.js';
import type { Database } from '../../entities/database.js';
import { maskPersonalData } from '../../format/personal-data.js';
import type { ReportStatus } from '../../entities/vocabulary.js';
import type { Finding, ReportScope } from '../../format/report.js';
import { authoredOf } from '../authored.js';
import type { KnownDocument } from '../document-of.js';
import { isOfOneReport, refusalOf } from '../file-reports.js';
import { findingOf } from '../finding-rows.js';
import type { FindingLine } from '../finding-rows.js';
import { cluesOf, importForm } from '../import-document.js';
import type { AgencyRegistry } from '../import-document.js';
import { takeStepWithin } from '../life/take-step.js';
import { applyOrRehearse } from '../rehearse.js';
import { refused } from '../report-input.js';
import type { Filed, Refused, ReportInput } from '../report-input.js';

/** Whose report is handed in, by whom, and how far it goes. */
export interface SubmissionTerms {
  /** Id of the agency; null: the one that the document names. */
  agencyId: string | null;
  /** 分管领导. Given, the report is SUBMITTED; null, it stays a DRAFT. */
  responsibleLeader: string | null;
  /** True: answers what would happen, and keeps nothing. */
  dryRun: boolean;
  /** Name of the person. */
  by: string;
  actor?: Actor;
  /** Whether that person may file for an agency, asked within the transaction. */
  mayFileFor: (manager: EntityManager, agencyId: string) => Promise<boolean>;
}

export type SubmittedDocument = KnownDocument & Pick<ReportInput, 'source' | 'readerVersion'>;

/** A report that was handed in. */
export interface Submitted extends Pick<Filed, 'kind' | 'revision' | 'status'> {
  /** Null after a dry run, which leaves none behind. */
  reportId: string | null;
  /** Counts the changes of the report; see ReportLife.version. */
  version: number;
  agencyId: string;
  agency: string;
  year: number;
  scope: ReportScope;
  /** All of them, personal data masked. */
  findings: Finding[];
}

export type SubmissionOutcome = Submitted | Refused;

/** A step that follows from filing the same document again. */
const CAN_BE_SUBMITTED: readonly ReportStatus[] = ['DRAFT', 'RETURNED'];

/**
 * Files a report and hands it in where a leader is named, in one transaction with its audit entries; of a dry run all is
 * taken back. The same content a second time changes nothing, or hands in what was left as a draft.
 * @returns refused with AGENCY_NOT_ON_ROSTER, AGENCY_DIFFERS, NOT_ALLOWED, LEADER_REQUIRED, AUTHOR_REQUIRED, or as filing
 *   and steps are
 * @throws DatabaseError where the database is not available
 */
export const submit = async (
  database: Database,
  registry: AgencyRegistry,
  document: SubmittedDocument,
  terms: SubmissionTerms,
): Promise<SubmissionOutcome> => {
  const author = authoredOf({ by: terms.by, why: 'SUBMIT' });
  if ('kind' in author) return author;
  const isKept = ({ kind }: SubmissionOutcome): boolean => kind !== 'REFUSED' && !terms.dryRun;
  try {
    const outcome = await applyOrRehearse(database, isKept, (manager) =>
      submitWithin(manager, registry, document, { ...terms, by: author.by }),
    );
    return outcome.kind !== 'REFUSED' && terms.dryRun ? { ...outcome, reportId: null } : outcome;
  } catch (error) {
    if (isOfOneReport(error)) return refusalOf(error);
    throw error;
  }
};

const submitWithin = async (
  manager: EntityManager,
  registry: AgencyRegistry,
  document: SubmittedDocument,
  terms: SubmissionTerms,
): Promise<SubmissionOutcome> => {
  const { agencyId, mayFileFor, by, actor, responsibleLeader } = terms;
  const differing = await otherAgency(manager, registry, document, agencyId);
  if (differing) return differing;
  const registryOfOne = agencyId === null ? registry : only(agencyId);
  const how = { status: 'DRAFT', createAgencies: false } as const;
  const filed = await importForm(manager, registryOfOne, document, how);
  if (filed.kind === 'REFUSED') return filed;
  if (!(await mayFileFor(manager, filed.agencyId))) {
    return refused('NOT_ALLOWED', 'Your role does not reach the agency of this report.');
  }
  if (filed.kind !== 'UNCHANGED') {
    await audit(manager, {
      ...{ author: by, act: 'SAVE_DRAFT', subject: `report:${filed.reportId}`, reason: null },
      ...{ actor, before: null },
      after: { sha256: document.source?.sha256 ?? null, revision: filed.revision },
    });
  }
  if (responsibleLeader !== null && CAN_BE_SUBMITTED.includes(filed.status)) {
    const { reportId } = filed;
    const seen = { reportId, agencyId: filed.agencyId, version: null };
    const request = { ...seen, by, why: null, responsibleLeader, ...(actor ? { actor } : {}) };
    const step = await takeStepWithin(manager, 'SUBMIT', request);
    if (step.kind === 'REFUSED') return refused(step.code, step.message);
    if (step.kind !== 'TAKEN') throw new Error(`handing in came to ${step.kind}`);
  }
  return submittedOf(manager, filed);
};

/** The agency that the account may file for, whatever the document calls it. */
const only = (agencyId: string): AgencyRegistry => ({
  findOrCreateAgency: () =>
    Promise.resolve({ agencyId, created: false, regionCode: null, finding: null }),
});

/** A document of another agency that is known is none of this one. */
const otherAgency = async (
  manager: EntityManager,
  registry: AgencyRegistry,
  document: SubmittedDocument,
  agencyId: string | null,
): Promise<Refused | null> => {
  if (agencyId === null || document.form.agency === null) return null;
  const clues = cluesOf({ ...document, agency: document.form.agency });
  const found = await registry.findOrCreateAgency(manager, clues, { create: false });
  if (found.agencyId === null || found.agencyId === agencyId) return null;
  return refused('AGENCY_DIFFERS', `The document is the report of ${document.form.agency}.`);
};

const REPORT = `
  select r.agency_id as "agencyId", a.name as agency, r.year, r.scope, r.revision, r.status, r.version
  from report r join agency a on a.id = r.agency_id where r.id = $1`;

const submittedOf = async (
  manager: EntityManager,
  { kind, reportId }: Filed,
): Promise<Submitted> => {
  const [report] = await manager.query<Omit<Submitted, 'kind' | 'reportId' | 'findings'>[]>(
    REPORT,
    [reportId],
  );
  if (!report) throw new Error('a report is gone within its own transaction');
  const lines = await manager.query<FindingLine[]>(
    'select * from finding where report_id = $1 order by ordinal',
    [reportId],
  );
  return { ...report, kind, reportId, findings: lines.map(findingOf).map(masked) };
};

const masked = (finding: Finding): Finding => ({
  ...finding,
  message: { ZH: maskPersonalData(finding.message.ZH), EN: maskPersonalData(finding.message.EN) },
});
