import { basename } from 'node:path';
import { analyze, type Database } from '../entities/database.js';
import { foldSums } from '../filing/kept/fold-sums.js';
import { importDocument } from '../filing/import-document.js';
import type { Language } from '../format/form.js';
import type { DocumentFile } from '../ingest/archive/documents-in.js';
import { ParserPool } from '../ingest/pool.js';
import { findOrCreateAgency } from '../registry/find-or-create-agency.js';
import { documentsOf } from './documents.js';
import { importWords as words } from './import-words.js';
import { behind, concat, inOrder } from './in-order.js';
import { Progress } from './progress.js';
import { readManifest, type Manifest } from './read-manifest.js';
import { Resumption } from './resumption.js';
import { holdsLines, importLinesOf } from './run-import-lines.js';
import { Tally, tellTally, type FileOutcome } from './tell-outcomes.js';
import { walk } from './walk.js';
import { withDatabase } from './with-database.js';

export interface ImportArguments {
  manifest?: string;
  status: 'PUBLISHED' | 'SUBMITTED';
  rosterOnly?: boolean;
}

/** @returns true where every document was filed */
export async function importPaths(
  paths: readonly string[],
  options: ImportArguments,
  language: Language,
): Promise<boolean> {
  const manifest = await readManifest(options.manifest);
  const { files, passedOver } = await walk(paths, new Set([options.manifest ?? '']));
  const tally = new Tally();
  await withDatabase(async (database) => {
    const documents = files.filter((path) => !holdsLines(path));
    if (documents.length > 0) {
      await importFiles(database, documents, manifest, options, tally, language);
    }
    const { status, rosterOnly } = options;
    const how = { status, createAgencies: rosterOnly !== true };
    for (const path of files.filter(holdsLines)) {
      await importLinesOf(database, path, how, tally, language);
    }
    await foldSums(database);
    await analyze(database);
  });
  await tellTally(tally, passedOver, language);
  return tally.refused.length === 0;
}

async function importFiles(
  database: Database,
  files: readonly string[],
  manifest: Manifest,
  options: ImportArguments,
  tally: Tally,
  language: Language,
): Promise<void> {
  const resumption = await Resumption.of(database, [...files, options.manifest ?? ''], options);
  if (resumption.done > 0) {
    process.stderr.write(`${words.resumedFiles(resumption.done)[language]}\n`);
  }
  const pool = new ParserPool();
  const progress = new Progress(files.length);
  progress.step(resumption.done);
  try {
    const documents = behind(concat(files, documentsOf), resumption.done);
    const filed = inOrder(documents, AHEAD, (d) => file(database, pool, d, manifest, options));
    for await (const result of filed) {
      tally.add(result);
      progress.step();
      await resumption.step();
    }
    await resumption.end();
  } finally {
    progress.end();
    await pool.close();
  }
}

/** Documents read and filed at once. */
const AHEAD = 4;

async function file(
  database: Database,
  pool: ParserPool,
  document: DocumentFile,
  manifest: Manifest,
  options: ImportArguments,
): Promise<FileOutcome> {
  if ('error' in document) {
    const { code, message } = document.error;
    return { file: document.file, outcome: { kind: 'REFUSED', code, message } };
  }
  const entry = manifest(document.file);
  const outcome = await importDocument(
    database,
    { findOrCreateAgency },
    document.bytes,
    basename(document.file),
    entry,
    {
      read: (bytes, name) => pool.read(bytes, name),
      status: options.status,
      createAgencies: options.rosterOnly !== true,
    },
  );
  return { file: document.file, outcome };
}
