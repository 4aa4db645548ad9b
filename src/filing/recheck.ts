import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import { prepared, runPrepared } from '../entities/prepared.js';
import { runChecks } from '../checks/run.js';
import type { CheckResult } from '../checks/run.js';
import type { DocumentFacts } from '../entities/report-evidence.js';
import type { Finding, ReportScope } from '../format/report.js';
import { checkContexts, judgedForm } from './check-context.js';
import { attachExplanations } from './explanations.js';
import { findingColumns, findingOf, findingRows } from './finding-rows.js';
import type { FindingLine } from './finding-rows.js';
import { diffFindings } from './findings-diff.js';
import type { FindingsDiff } from './findings-diff.js';
import { insertDocuments } from './insert-rows.js';
import { keepErrors } from './kept/keep-sums.js';
import { loadForms } from './load-forms.js';
import type { PlannedReport } from './plan-filing.js';
import type { ReportKey } from './report-input.js';
import { RULES_VERSION } from './versions.js';

/**
 * Reports that these figures are held against: those for the year after, of the same agency or of what it became, and the
 * organ's own beside a consolidated one.
 */
const HELD_AGAINST = prepared(`
  select distinct next.id
  from unnest($1::bigint[], $2::int[], $3::text[]) as filed (agency_id, year, scope)
  join lateral (
    select filed.agency_id as id union select successor_id from agency_lineage where predecessor_id = filed.agency_id
  ) heir on true
  join report next on next.agency_id = heir.id and next.year = filed.year + 1 and next.scope = filed.scope
  where (next.is_current or next.is_newest) and next.id <> all($4::bigint[])
  union
  select own.id
  from unnest($1::bigint[], $2::int[], $3::text[]) as filed (agency_id, year, scope)
  join report own on own.agency_id = filed.agency_id and own.year = filed.year and own.scope = 'ORGAN'
  where filed.scope <> 'ORGAN' and (own.is_current or own.is_newest) and own.id <> all($4::bigint[])`);

/** Reports just filed whose checks knew another report for the year before than the one that stands now. */
const MISJUDGED = prepared(`
  select filed.id
  from unnest($1::bigint[], $2::bigint[], $3::int[], $4::text[], $5::bigint[])
    as filed (id, agency_id, year, scope, previous_id)
  left join lateral (
    select r.id from report r
    where r.agency_id = filed.agency_id and r.year = filed.year - 1 and r.scope = filed.scope
      and (r.is_current or r.is_newest and r.status in ('SUBMITTED', 'ACCEPTED'))
    order by r.is_current desc limit 1
  ) previous on true
  where previous.id is distinct from filed.previous_id`);

/** Ids of the reports whose checks have to run again after these were filed. */
export const reportsToRecheck = async (
  manager: EntityManager,
  filed: readonly PlannedReport[],
): Promise<string[]> => {
  if (filed.length === 0) return [];
  const watched = filed.filter(({ input }) => input.previousReportId !== undefined);
  const misjudged = await runPrepared<{ id: string }>(manager, MISJUDGED, [
    watched.map(({ revision }) => revision.reportId),
    watched.map(({ input }) => input.agencyId),
    watched.map(({ input }) => input.year),
    watched.map(({ input }) => input.scope),
    watched.map(({ input }) => input.previousReportId ?? null),
  ]);
  const known = misjudged.map(({ id }) => id);
  const next = await reportsAfter(
    manager,
    filed.map(({ input }) => input),
    known,
  );
  return [...known, ...next];
};

/** Ids of the reports that are held against those of these keys, without the ones known already. */
export const reportsAfter = async (
  manager: EntityManager,
  keys: readonly ReportKey[],
  known: readonly string[] = [],
): Promise<string[]> => {
  const next = await runPrepared<{ id: string }>(manager, HELD_AGAINST, [
    keys.map(({ agencyId }) => agencyId),
    keys.map(({ year }) => year),
    keys.map(({ scope }) => scope),
    known,
  ]);
  return next.map(({ id }) => id);
};

interface StoredReport {
  id: string;
  agencyId: string;
  year: number;
  scope: ReportScope;
  revision: number;
  publishedOn: string | null;
  rulesVersion: string;
  hadErrors: boolean;
  facts: DocumentFacts;
  results: CheckResult[];
}

/** A report whose results are others now. */
export interface Rechecked extends FindingsDiff {
  reportId: string;
}

const REPORTS = `
  select r.id, r.agency_id as "agencyId", r.year, r.scope, r.revision, r.published_on as "publishedOn",
         r.rules_version as "rulesVersion", r.error_count > 0 as "hadErrors", e.facts, e.check_results as results
  from report r join report_evidence e on e.report_id = r.id
  where r.id = any($1::bigint[]) order by r.id for update of r`;

/**
 * Runs all checks of stored reports again and stores what has changed; the reader's findings and filing's stay.
 * @returns the reports whose results have changed
 */
export const recheck = async (
  manager: EntityManager,
  reportIds: readonly string[],
): Promise<Rechecked[]> => {
  if (reportIds.length === 0) return [];
  const changed: Rechecked[] = [];
  const reports = await manager.query<StoredReport[]>(REPORTS, [reportIds]);
  const forms = await loadForms(manager, reportIds);
  const contexts = await checkContexts(
    manager,
    reports.map((report) => ({ ...report, form: forms.get(report.id) })),
  );
  for (const [i, report] of reports.entries()) {
    const [form, known] = [forms.get(report.id), contexts[i]];
    if (!form || !known) continue;
    const { findings, results } = runChecks(judgedForm(form, report, known), known.context);
    const change = await replace(manager, report, findings, results);
    if (change) changed.push({ reportId: report.id, ...change });
  }
  return changed;
};

const replace = async (
  manager: EntityManager,
  { id, facts, rulesVersion, hadErrors, results: before }: StoredReport,
  findings: readonly Finding[],
  results: readonly CheckResult[],
): Promise<FindingsDiff | null> => {
  const first = facts.readerFindings + facts.filingFindings;
  const stored = await manager.query<FindingLine[]>(
    'select * from finding where report_id = $1 and ordinal >= $2 order by ordinal',
    [id, first],
  );
  const same = isDeepStrictEqual(before, results);
  const known = stored.map(findingOf);
  if (same && isDeepStrictEqual(known, findings)) {
    if (rulesVersion !== RULES_VERSION) await manager.query(JUDGED, [id, RULES_VERSION]);
    return null;
  }
  await manager.query('delete from finding where report_id = $1 and ordinal >= $2', [id, first]);
  await insertDocuments(manager, 'finding', findingColumns, findingRows(id, findings, first));
  await manager.query('update report_evidence set check_results = $2::jsonb where report_id = $1', [
    id,
    JSON.stringify(results),
  ]);
  const [[counted]] = await manager.query<[{ hasErrors: boolean }[], number]>(COUNT, [
    id,
    RULES_VERSION,
  ]);
  const hasErrors = counted?.hasErrors ?? false;
  if (hasErrors !== hadErrors) await keepErrors(manager, id, hasErrors ? 1 : -1);
  await attachExplanations(manager, id);
  return diffFindings(known, findings);
};

const JUDGED = 'update report set rules_version = $2 where id = $1';

const COUNT = `
  update report set rules_version = $2, error_count = n.errors, warning_count = n.warnings, info_count = n.infos
  from (
    select count(*) filter (where severity = 'ERROR') as errors,
           count(*) filter (where severity = 'WARNING') as warnings,
           count(*) filter (where severity = 'INFO') as infos
    from finding where report_id = $1
  ) n
  where report.id = $1
  returning report.error_count > 0 as "hasErrors"`;
