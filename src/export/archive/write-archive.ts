import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { Database } from '../../entities/database.js';
import { limits } from '../../entities/limits.js';
import type { Transaction } from '../../entities/transaction.js';
import { BYTE_ORDER_MARK, cellRecords, csvLines } from '../write/csv.js';
import { reportJson } from '../report-json.js';
import { exportedReports, printedForm, type ExportedReport } from '../report-record.js';
import { regionCondition, COUNTRY } from '../../rollup/region-condition.js';
import { SqlParams } from '../../rollup/sql-params.js';
import { archiveCellColumns, archiveFiles, dictionary, readme } from './archive-files.js';
import { listedFiles, type ArchivedFile, type ArchiveManifest } from './archive-manifest.js';
import { verifyArchive } from './verify-archive.js';

/** Reports in memory at a time. */
const AT_ONCE = 100;

/** Which reports an archive holds: of the region and all beneath it; null: of the country without the fictional province. */
export interface ArchiveQuestion {
  year: number;
  region: string | null;
}

const idsSql = (where: string, { year, after }: { year: string; after: string }): string => `
  select report.id from report
  where report.year = ${year} and report.is_current and (${where}) and report.id > ${after}::bigint
  order by report.id limit ${AT_ONCE}`;

/**
 * Writes the archive of a year: its published reports as of one moment as JSON and as cells, a data dictionary and a
 * manifest of hashes. It is read again, and only then takes its name.
 * @param idOf the id by which the API knows a report
 * @throws ArchiveError where it is not read as it was written
 */
export async function writeArchive(
  database: Database,
  question: ArchiveQuestion,
  path: string,
  idOf: (reportId: string) => string,
): Promise<ArchiveManifest> {
  const folder = await mkdtemp(join(dirname(path), `.${basename(path)}-`));
  try {
    const reports = await database.transaction(
      (manager) => writeReports(manager, question, folder, idOf),
      {
        isolation: 'REPEATABLE READ',
        timeoutMs: limits.long,
      },
    );
    await writeFile(join(folder, archiveFiles.dictionary), dictionary());
    await writeFile(join(folder, archiveFiles.readme), readme(question, reports));
    const files: ArchivedFile[] = [];
    for (const name of listedFiles) files.push(await archived(folder, name));
    const manifest: ArchiveManifest = { ...HEAD, ...question, reports, files };
    await writeFile(join(folder, archiveFiles.manifest), `${JSON.stringify(manifest, null, 2)}\n`);
    const whole = join(folder, 'whole.zip');
    await zip(folder, [...listedFiles, archiveFiles.manifest], whole);
    await verifyArchive(whole);
    await rename(whole, path);
    return manifest;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const HEAD = { format: 'nianbao-archive', version: 1 } as const;

async function writeReports(
  manager: Transaction,
  question: ArchiveQuestion,
  folder: string,
  idOf: (reportId: string) => string,
): Promise<number> {
  const lines = new Appender(join(folder, archiveFiles.reports));
  const cells = new Appender(join(folder, archiveFiles.cells));
  await cells.write(BYTE_ORDER_MARK + csvLines([archiveCellColumns]));
  let count = 0;
  for await (const report of reportsOf(manager, question)) {
    const id = idOf(report.id);
    await lines.write(`${JSON.stringify({ id, ...reportJson(report) })}\n`);
    const { regionCode, revision } = report;
    const records = cellRecords(printedForm(report));
    await cells.write(csvLines(records.map((record) => [id, regionCode, revision, ...record])));
    count += 1;
  }
  await lines.end();
  await cells.end();
  return count;
}

async function* reportsOf(
  manager: Transaction,
  { year, region }: ArchiveQuestion,
): AsyncGenerator<ExportedReport> {
  for (let after = '0'; ;) {
    const params = new SqlParams();
    const where = regionCondition([region ?? COUNTRY], params);
    const sql = idsSql(where, { year: params.add(year), after: params.add(after) });
    const ids = await manager.query<{ id: string }[]>(sql, params.values);
    yield* await exportedReports(
      manager,
      ids.map(({ id }) => id),
    );
    const last = ids.at(-1);
    if (!last) return;
    after = last.id;
  }
}

/** A file that grows, no faster than the disk. */
class Appender {
  private readonly stream;
  private readonly done: Promise<void>;

  constructor(path: string) {
    this.stream = createWriteStream(path);
    this.done = new Promise<void>((resolve, reject) => {
      this.stream.once('finish', () => resolve()).once('error', reject);
    });
    this.done.catch(() => undefined);
  }

  async write(text: string): Promise<void> {
    if (this.stream.write(text)) return;
    const drained = new Promise<void>((resolve) => {
      this.stream.once('drain', () => resolve());
    });
    await Promise.race([drained, this.done]);
  }

  async end(): Promise<void> {
    this.stream.end();
    await this.done;
  }
}

async function archived(folder: string, name: string): Promise<ArchivedFile> {
  const path = join(folder, name);
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return { name, bytes: (await stat(path)).size, sha256: hash.digest('hex') };
}

async function zip(folder: string, names: readonly string[], path: string): Promise<void> {
  const archive = new ZipFile();
  for (const name of names) archive.addFile(join(folder, name), name);
  archive.end();
  await pipeline(
    Readable.from(archive.outputStream, { objectMode: false }),
    createWriteStream(path),
  );
}
