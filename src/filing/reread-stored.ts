import type { EntityManager } from 'typeorm';
import { audit } from '../accounts/audit-log.js';
import type { Database } from '../entities/database.js';
import { addressKey } from '../format/form.js';
import type { FilledForm } from '../format/report.js';
import { IngestError } from '../ingest/ingest-error.js';
import { withCorrections } from './apply-corrections.js';
import type { CellCorrection } from './apply-corrections.js';
import { movedByPeople, standingCorrections } from './correction-rows.js';
import { refiledFindings } from './filed-otherwise.js';
import { diffFindings } from './findings-diff.js';
import { nameOf, nameReports } from './name-reports.js';
import { diffsOf } from './recheck-stored.js';
import { recheck, reportsAfter } from './recheck.js';
import type { Listed } from './report-batches.js';
import { diffForms } from './report-diff.js';
import type { ReportDiff } from './report-diff.js';
import { rewriteReport } from './rewrite-report.js';
import { sameForm } from './same-form.js';
import { filingFindingsOf, findingsOf, lockReports } from './stored-report.js';
import type { StoredReport } from './stored-report.js';
import { upkeep } from './upkeep.js';
import type { UpkeepEvent, UpkeepOptions } from './upkeep.js';
import { READER_VERSION } from './versions.js';

/** A pool of readers, or `ingest`. */
export type Read = (bytes: Uint8Array, fileName: string) => Promise<FilledForm>;

const BATCH = { reports: 40, bytes: 32_000_000 };

/** Documents under way at once. */
const AT_ONCE = 4;

type Reading = { id: string; form: FilledForm } | { id: string; error: IngestError };

/**
 * Reads stored documents with the reader of this program, by default those that another one has read, and tells which
 * cells, totals and findings change. Corrections stay in force. A document that cannot be read any more keeps what was
 * read before.
 * @param author for the audit log: who asked for it
 * @throws DatabaseError, and whatever ends the reader itself
 */
export const rereadStored = (
  database: Database,
  read: Read,
  options: UpkeepOptions & { author: string },
): AsyncGenerator<UpkeepEvent> =>
  upkeep<Reading[]>(
    database,
    {
      act: 'reread',
      limits: BATCH,
      prepare: (batch) => readAll(database, read, batch),
      carryOut: (manager, readings) => storeReadings(manager, readings, options.author),
    },
    options,
  );

/** Readings in the order of the batch, a few at once. */
const readAll = async (
  database: Database,
  read: Read,
  batch: readonly Listed[],
): Promise<Reading[]> => {
  const readings: Reading[] = [];
  for (let i = 0; i < batch.length; i += AT_ONCE) {
    const some = batch.slice(i, i + AT_ONCE);
    readings.push(...(await Promise.all(some.map((report) => readOne(database, read, report)))));
  }
  return readings;
};

const readOne = async (database: Database, read: Read, report: Listed): Promise<Reading> => {
  const { id, sourceDocumentId } = report;
  const [document] = await database.query<{ bytes: Uint8Array; fileName: string }>(
    'select bytes, file_name as "fileName" from source_document where id = $1',
    [sourceDocumentId],
  );
  if (!document) return { id, error: new IngestError('FILE_NOT_FOUND', 'The document is gone.') };
  try {
    return { id, form: await read(document.bytes, document.fileName) };
  } catch (error) {
    if (error instanceof IngestError) return { id, error };
    throw error;
  }
};

const storeReadings = async (
  manager: EntityManager,
  readings: readonly Reading[],
  author: string,
): Promise<UpkeepEvent[]> => {
  const ids = readings.flatMap((reading) => ('form' in reading ? [reading.id] : []));
  const reports = await lockReports(manager, ids);
  const corrections = await standingCorrections(manager, ids);
  const moved = await movedByPeople(manager, ids);
  const changed: Changed[] = [];
  for (const reading of readings) {
    const report = reports.get(reading.id);
    if (!report || !('form' in reading)) continue;
    const change = await storeOne(manager, report, reading.form, {
      corrections: corrections.get(report.id) ?? [],
      moved: moved.has(report.id),
    });
    if (change) changed.push(change);
  }
  const events = await unread(manager, readings);
  for (const diff of await diffsAfter(manager, [...reports.values()], changed)) {
    await auditChange(manager, diff, author);
    events.push({ kind: 'CHANGED', diff });
  }
  return events;
};

const unread = async (
  manager: EntityManager,
  readings: readonly Reading[],
): Promise<UpkeepEvent[]> => {
  const failed = readings.flatMap((reading) => ('error' in reading ? [reading] : []));
  const names = await nameReports(
    manager,
    failed.map(({ id }) => id),
  );
  return failed.flatMap(({ id, error: { code, message } }): UpkeepEvent[] => {
    const report = names.get(id);
    return report ? [{ kind: 'UNREAD', report, code, message }] : [];
  });
};

interface Changed {
  report: StoredReport;
  form: FilledForm;
  lost: readonly CellCorrection[];
}

/** Null where the document is read as before; its version is noted in any case. */
const storeOne = async (
  manager: EntityManager,
  report: StoredReport,
  reading: FilledForm,
  { corrections, moved }: { corrections: readonly CellCorrection[]; moved: boolean },
): Promise<Changed | null> => {
  const { form, lost } = withCorrections(reading, corrections);
  if (sameForm(report.form, form)) {
    await manager.query('update report set reader_version = $2 where id = $1', [
      report.id,
      READER_VERSION,
    ]);
    return null;
  }
  await rewriteReport(manager, report, {
    form,
    filingFindings: refiledFindings(filingFindingsOf(report), form, report, {
      by: moved ? 'PERSON' : 'EARLIER_READING',
      movedAgency: false,
      namedScope: false,
    }),
    // A manifest's date wins over the document's, then and now.
    publishedOn: report.publishedOn === report.facts.publishedOn ? null : report.publishedOn,
    readerVersion: READER_VERSION,
  });
  return { report, form, lost };
};

/** What has changed in the end, once the years after the changed ones are judged by them, and by the rules of today. */
const diffsAfter = async (
  manager: EntityManager,
  reports: readonly StoredReport[],
  changed: readonly Changed[],
): Promise<ReportDiff[]> => {
  const own = new Set(changed.map(({ report }) => report.id));
  const after = await reportsAfter(
    manager,
    changed.map(({ report }) => report),
  );
  const rechecked = await recheck(manager, [
    ...new Set([...after, ...reports.map(({ id }) => id)]),
  ]);
  const findings = await findingsOf(manager, [...own]);
  const others = rechecked.filter(({ reportId }) => !own.has(reportId));
  return [
    ...changed.map(({ report, form, lost }) => ({
      report: nameOf(report),
      ...diffForms(report.form, form),
      ...diffFindings(report.findings, findings.get(report.id) ?? []),
      lost,
    })),
    ...(await diffsOf(manager, others)),
  ];
};

const auditChange = async (
  manager: EntityManager,
  { report, cells, facts }: ReportDiff,
  author: string,
): Promise<void> => {
  if (cells.length + facts.length === 0) return;
  const side = (which: 'before' | 'after') => ({
    cells: Object.fromEntries(cells.map((change) => [addressKey(change.cell), change[which]])),
    facts: Object.fromEntries(facts.map((change) => [change.name, change[which]])),
  });
  await audit(manager, {
    author,
    act: 'REREAD',
    subject: `report:${report.reportId}`,
    reason: `reader ${READER_VERSION}`,
    before: side('before'),
    after: side('after'),
  });
};
