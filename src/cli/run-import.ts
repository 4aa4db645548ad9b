import { basename } from 'node:path';
import { analyze, type Database } from '../entities/database.js';
import { foldSums } from '../filing/kept/fold-sums.js';
import { importDocument } from '../filing/import-document.js';
import type { Language } from '../format/form.js';
import { ParserPool } from '../ingest/pool.js';
import { findOrCreateAgency } from '../registry/find-or-create-agency.js';
import { documentsOf, type DocumentFile } from './documents.js';
import { concat, inOrder } from './in-order.js';
import { Progress } from './progress.js';
import { readManifest, type Manifest } from './read-manifest.js';
import { tellOutcomes, type FileOutcome } from './tell-outcomes.js';
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
  const results: FileOutcome[] = [];
  await withDatabase(async (database) => {
    const pool = new ParserPool();
    const progress = new Progress(files.length);
    try {
      const documents = concat(files, documentsOf);
      const filed = inOrder(documents, AHEAD, (d) => file(database, pool, d, manifest, options));
      for await (const result of filed) {
        results.push(result);
        progress.step();
      }
    } finally {
      progress.end();
      await pool.close();
    }
    await foldSums(database);
    await analyze(database);
  });
  await tellOutcomes(results, passedOver, language);
  return results.every(({ outcome }) => outcome.kind !== 'REFUSED');
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
