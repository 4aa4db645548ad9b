import type { EntityManager } from 'typeorm';
import { runChecks } from '../checks/run.js';
import type { Database } from '../entities/database.js';
import { limits } from '../entities/limits.js';
import type { ReportStatus } from '../entities/vocabulary.js';
import { maskPersonalData } from '../format/personal-data.js';
import type { FilledForm, Finding, ReportScope, Severity } from '../format/report.js';
import { IngestError } from '../ingest/ingest-error.js';
import type { AgencyClues } from '../registry/decide-region.js';
import type { AgencyFound } from '../registry/find-or-create-agency.js';
import { checkContexts, judgedForm } from './check-context.js';
import { sha256 } from './content-key.js';
import { correctedIdentity } from './correction-rows.js';
import { fileBatch, lockAgencies } from './file-batch.js';
import { isOfOneReport, refusalOf } from './file-reports.js';
import { documentOf } from './document-of.js';
import type { KnownDocument, ManifestEntry } from './document-of.js';
import { filingFindings } from './filing-finding.js';
import { mediaTypeOf } from './media-type.js';
import { refused } from './report-input.js';
import type { Filed, Refused, ReportInput, Retrieval } from './report-input.js';

/** The part of the registry that an import needs. */
export interface AgencyRegistry {
  findOrCreateAgency: (
    manager: EntityManager,
    clues: AgencyClues,
    options: { create: boolean },
  ) => Promise<AgencyFound>;
}

export const cluesOf = (document: KnownDocument): AgencyClues => ({
  name: document.agency,
  unifiedSocialCreditCode: document.unifiedSocialCreditCode,
  regionHint: document.region,
  year: document.year,
  url: document.url,
});

export interface ImportOptions {
  /** A file → a filled form: `ingest`, or a pool of workers that does it. */
  read: (bytes: Uint8Array, fileName: string) => Promise<FilledForm>;
  status: ReportStatus;
  /** False: a report of an agency that is not known is refused. */
  createAgencies: boolean;
  /** Marks the report as sample data. */
  sample?: boolean;
  /** Where the document was fetched by the program itself; its address stands in the manifest. */
  retrieval?: Retrieval;
}

/** A filed document: whose it is, and how many findings it has. */
export type Imported = Filed & {
  agencyId: string;
  agencyCreated: boolean;
  year: number;
  scope: ReportScope;
  findings: Record<Severity, number>;
  /** The first of its findings of severity ERROR, personal data masked; left out where reports are filed by the batch. */
  firstError?: Finding['message'] | null;
};

export type ImportOutcome = Imported | Refused;

/**
 * A published file into the database, all of it or nothing, in one transaction: its agency (created where allowed), its
 * checks with last year's report, its rows. A file that cannot be read, is of an unknown year or agency, or cannot be
 * stored is refused with a code.
 * @throws DatabaseError where the database is not available
 */
export const importDocument = async (
  database: Database,
  registry: AgencyRegistry,
  bytes: Uint8Array,
  fileName: string,
  manifest: Partial<ManifestEntry> | null,
  options: ImportOptions,
): Promise<ImportOutcome> => {
  try {
    const form = await options.read(bytes, fileName);
    const document = documentOf(form, manifest ?? {});
    if ('kind' in document) return document;
    const source = {
      fileName,
      mediaType: mediaTypeOf(bytes, fileName),
      bytes,
      sha256: sha256(bytes),
      url: document.url,
      retrieval: options.retrieval ?? null,
    };
    return await database.transaction(
      (manager) => importForm(manager, registry, { ...document, source }, options),
      { timeoutMs: limits.long, onePlan: true },
    );
  } catch (error) {
    if (error instanceof IngestError) {
      const place = error.place === null ? '' : ` (${error.place})`;
      return refused(error.code, `${error.message}${place}`);
    }
    if (isOfOneReport(error)) return refusalOf(error);
    throw error;
  }
};

/** A form with its document, within a transaction of the caller: the agency found, the checks run, all of it filed. */
export const importForm = async (
  manager: EntityManager,
  registry: AgencyRegistry,
  given: KnownDocument & Pick<ReportInput, 'source' | 'readerVersion'>,
  { status, createAgencies, sample = false }: Omit<ImportOptions, 'read'>,
): Promise<ImportOutcome> => {
  const found = await registry.findOrCreateAgency(manager, cluesOf(given), {
    create: createAgencies,
  });
  if (found.agencyId === null) return notOnRoster(given);
  const read = { agencyId: found.agencyId, year: given.year, scope: given.scope };
  const corrected = given.source && (await correctedIdentity(manager, given.source.sha256, read));
  const { agencyId, ...key } = corrected ?? read;
  const document = { ...given, ...key };
  const { form, year, scope, publishedOn, source, readerVersion } = document;
  await lockAgencies(manager, [agencyId]);
  const judged = await judge(manager, document, agencyId, found.finding);
  const [outcome] = await fileBatch(manager, [
    {
      ...{ form, agencyId, year, scope, status, source, publishedOn, sample, ...judged },
      ...(readerVersion === undefined ? {} : { readerVersion }),
    },
  ]);
  if (!outcome || outcome.kind === 'REFUSED') return outcome ?? refused('AGENCY_UNKNOWN', '');
  const [findings, firstError] = [
    await countFindings(manager, outcome.reportId),
    await firstErrorOf(manager, outcome.reportId),
  ];
  return { ...outcome, agencyId, agencyCreated: found.created, year, scope, findings, firstError };
};

export const notOnRoster = ({ agency }: KnownDocument): Refused =>
  refused('AGENCY_NOT_ON_ROSTER', `${agency} is not a known agency.`);

type Judgement = Pick<ReportInput, 'findings' | 'results' | 'filingFindings' | 'previousReportId'>;

const judge = async (
  manager: EntityManager,
  { form, year, scope, publishedOn, manifest }: KnownDocument,
  agencyId: string,
  ofRegistry: Finding | null,
): Promise<Judgement> => {
  const [known] = await checkContexts(manager, [{ agencyId, year, scope, publishedOn, form }]);
  if (!known) throw new Error('no context for an agency that was just locked');
  const agencyKind = known.context.agencyKind ?? null;
  return {
    ...runChecks(judgedForm(form, { year, scope }, known), known.context),
    filingFindings: [
      ...(ofRegistry ? [ofRegistry] : []),
      ...filingFindings(form, { year, scope, manifest, agencyKind }),
    ],
    previousReportId: known.previousReportId,
  };
};

const countFindings = async (
  manager: EntityManager,
  reportId: string,
): Promise<Record<Severity, number>> => {
  const [line] = await manager.query<Record<Severity, number>[]>(
    `select error_count as "ERROR", warning_count as "WARNING", info_count as "INFO" from report where id = $1`,
    [reportId],
  );
  return line ?? { ERROR: 0, WARNING: 0, INFO: 0 };
};

const firstErrorOf = async (
  manager: EntityManager,
  reportId: string,
): Promise<Finding['message'] | null> => {
  const [line] = await manager.query<{ ZH: string; EN: string }[]>(
    `select message_zh as "ZH", message_en as "EN" from finding
     where report_id = $1 and severity = 'ERROR' order by ordinal limit 1`,
    [reportId],
  );
  return line ? { ZH: maskPersonalData(line.ZH), EN: maskPersonalData(line.EN) } : null;
};
