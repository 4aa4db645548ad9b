import type { EntityManager } from 'typeorm';
import { prepared, runPrepared } from '../entities/prepared.js';
import { keepSums } from './kept/keep-sums.js';
import { planFiling } from './plan-filing.js';
import type { FilingPlan, Revision } from './plan-filing.js';
import { recheck, reportsToRecheck } from './recheck.js';
import { regionsOfYear } from './region-of-year.js';
import { keyText } from './report-input.js';
import type { FilingOutcome, ReportInput, ReportKey } from './report-input.js';
import { storeDocuments } from './source-documents.js';
import { writeReports } from './write-reports.js';

export interface BatchOptions {
  /**
   * False where the caller has checked every report with last year's and files no year whose next one is stored:
   * the checks across years are then not run again.
   */
  recheck?: boolean;
}

/**
 * Files reports within a transaction of the caller. Agencies are locked first, so that filings of the same report come
 * one after the other.
 */
export const fileBatch = async (
  manager: EntityManager,
  inputs: readonly ReportInput[],
  options: BatchOptions = {},
): Promise<FilingOutcome[]> => {
  const agencies = await lockAgencies(
    manager,
    inputs.map(({ agencyId }) => agencyId),
  );
  const fileable = inputs.filter(({ agencyId }) => agencies.has(agencyId));
  const stored = await revisionsOf(manager, fileable);
  const ids = await newIds(manager, fileable.length);
  const plan = planFiling(fileable, stored, () => ids.shift() ?? '');
  await write(manager, plan);
  if (options.recheck !== false) {
    await recheck(manager, await reportsToRecheck(manager, plan.reports));
  }
  const outcomes = new Map(fileable.map((input, i) => [input, plan.outcomes[i]]));
  return inputs.map((input) => outcomes.get(input) ?? unknownAgency(input));
};

const unknownAgency = ({ agencyId }: ReportInput): FilingOutcome => ({
  kind: 'REFUSED',
  code: 'AGENCY_UNKNOWN',
  message: `There is no agency of id ${agencyId}.`,
});

/** Locks the agencies, always in the same order; returns those that exist. */
export const lockAgencies = async (
  manager: EntityManager,
  ids: readonly string[],
): Promise<Set<string>> => {
  const lines = await runPrepared<{ id: string }>(
    manager,
    prepared('select id from agency where id = any($1::bigint[]) order by id for no key update'),
    [[...new Set(ids)]],
  );
  return new Set(lines.map(({ id }) => id));
};

type RevisionLine = Omit<Revision, 'contentKey'> & ReportKey & { contentKey: string };

const revisionsOf = async (
  manager: EntityManager,
  keys: readonly ReportKey[],
): Promise<Map<string, Revision[]>> => {
  const lines = await runPrepared<RevisionLine>(
    manager,
    prepared(`select r.id as "reportId", r.agency_id as "agencyId", r.year, r.scope, r.revision, r.status,
            r.content_key as "contentKey", r.is_newest as "isNewest", r.is_current as "isCurrent"
     from report r
     where (r.agency_id, r.year, r.scope) in (select * from unnest($1::bigint[], $2::smallint[], $3::text[]))`),
    [keys.map((k) => k.agencyId), keys.map((k) => k.year), keys.map((k) => k.scope)],
  );
  const byKey = new Map<string, Revision[]>();
  for (const line of lines) {
    byKey.set(keyText(line), [...(byKey.get(keyText(line)) ?? []), line]);
  }
  return byKey;
};

const newIds = async (manager: EntityManager, count: number): Promise<string[]> => {
  const lines = await runPrepared<{ id: string }>(
    manager,
    prepared(
      `select nextval(pg_get_serial_sequence('report', 'id')) as id from generate_series(1, $1::int)`,
    ),
    [count],
  );
  return lines.map(({ id }) => id);
};

const write = async (manager: EntityManager, plan: FilingPlan): Promise<void> => {
  const { reports, outdated } = plan;
  if (reports.length === 0) return;
  if (outdated.newest.length > 0) {
    await manager.query(
      `update report set is_newest = false, is_current = is_current and id <> all($2::bigint[])
       where id = any($1::bigint[]) or id = any($2::bigint[])`,
      [outdated.newest, outdated.current],
    );
  }
  const sources = reports.flatMap(({ input }) => (input.source ? [input.source] : []));
  const documents = await storeDocuments(manager, sources);
  const regionOf = await regionsOfYear(
    manager,
    reports.map(({ input }) => input),
  );
  await writeReports(
    manager,
    reports.map((report) => ({
      ...report,
      region: regionOf(report.input),
      sourceDocumentId: documents.get(report.input.source?.sha256 ?? '') ?? null,
    })),
  );
  await keepSums(manager, {
    of: reports.map(({ input }) => input),
    removed: outdated.current,
    added: reports.flatMap(({ revision }) => (revision.isCurrent ? [revision.reportId] : [])),
  });
};
