import type { EntityManager } from 'typeorm';
import type { DocumentFacts } from '../entities/report-evidence.js';
import type { ReportStatus } from '../entities/vocabulary.js';
import type { FilledForm, Finding } from '../format/report.js';
import { lockAgencies } from './file-batch.js';
import { findingOf } from './finding-rows.js';
import type { FindingLine } from './finding-rows.js';
import { loadForms } from './load-forms.js';
import type { ReportKey } from './report-input.js';

/** A stored report that is about to be changed. */
export interface StoredReport extends ReportKey {
  id: string;
  agency: string;
  provinceCode: string | null;
  revision: number;
  status: ReportStatus;
  isCurrent: boolean;
  /** A newer revision exists that was not withdrawn. */
  superseded: boolean;
  publishedOn: string | null;
  sourceDocumentId: string | null;
  contentKey: string;
  readerVersion: string;
  rulesVersion: string;
  sample: boolean;
  facts: DocumentFacts;
  form: FilledForm;
  /** All of them: of the reader, of filing, of the checks. */
  findings: Finding[];
}

type Line = Omit<StoredReport, 'form' | 'findings'>;

const REPORTS = `
  select r.id, a.name as agency, r.province_code as "provinceCode", r.agency_id as "agencyId", r.year, r.scope,
         r.revision, r.status, r.is_current as "isCurrent",
         exists (
           select from report n
           where n.agency_id = r.agency_id and n.year = r.year and n.scope = r.scope
             and n.revision > r.revision and n.status <> 'WITHDRAWN'
         ) as superseded,
         r.published_on as "publishedOn", r.source_document_id as "sourceDocumentId", r.content_key as "contentKey",
         r.reader_version as "readerVersion", r.rules_version as "rulesVersion", r.sample, e.facts
  from report r join report_evidence e on e.report_id = r.id join agency a on a.id = r.agency_id
  where r.id = any($1::bigint[]) order by r.id for update of r`;

/**
 * Reports with all they hold, by id, locked for the rest of the transaction: first their agencies, as filing does, so
 * that whoever changes reports of one agency comes one after the other.
 */
export const lockReports = async (
  manager: EntityManager,
  reportIds: readonly string[],
): Promise<Map<string, StoredReport>> => {
  const agencies = await manager.query<{ id: string }[]>(
    'select distinct agency_id as id from report where id = any($1::bigint[])',
    [reportIds],
  );
  const locked = await lockAgencies(
    manager,
    agencies.map(({ id }) => id),
  );
  const lines = await manager.query<Line[]>(REPORTS, [reportIds]);
  // One moved to another agency before the lock was had.
  if (lines.some(({ agencyId }) => !locked.has(agencyId))) return lockReports(manager, reportIds);
  const forms = await loadForms(manager, reportIds);
  const findings = await findingsOf(manager, reportIds);
  return new Map(
    lines.flatMap((line) => {
      const form = forms.get(line.id);
      return form ? [[line.id, { ...line, form, findings: findings.get(line.id) ?? [] }]] : [];
    }),
  );
};

/** Findings of reports in their order, by report id. */
export const findingsOf = async (
  manager: EntityManager,
  reportIds: readonly string[],
): Promise<Map<string, Finding[]>> => {
  const lines = await manager.query<FindingLine[]>(
    'select * from finding where report_id = any($1::bigint[]) order by ordinal',
    [reportIds],
  );
  const findings = new Map<string, Finding[]>(reportIds.map((id) => [id, []]));
  for (const line of lines) findings.get(line.report_id)?.push(findingOf(line));
  return findings;
};

/** What filing itself found: an undecided region, an assumed scope. */
export const filingFindingsOf = ({ facts, findings }: StoredReport): Finding[] =>
  findings.slice(facts.readerFindings, facts.readerFindings + facts.filingFindings);
