import { basename, dirname, relative, resolve, sep } from 'node:path';
import { analyze, type Database } from '../entities/database.js';
import type { ManifestEntry } from '../filing/document-of.js';
import { importDocument, type ImportOutcome } from '../filing/import-document.js';
import { parseManifest } from '../filing/manifest.js';
import type { Language } from '../format/form.js';
import { decodeText } from '../ingest/decode.js';
import { ParserPool } from '../ingest/pool.js';
import { findOrCreateAgency } from '../registry/find-or-create-agency.js';
import { documentsOf, type DocumentFile } from './documents.js';
import { importWords as words } from './import-words.js';
import { concat, inOrder } from './in-order.js';
import { Output } from './output.js';
import { Progress } from './progress.js';
import { readFileBytes } from './read-file.js';
import { walk } from './walk.js';
import { withDatabase } from './with-database.js';

export interface ImportArguments {
  manifest?: string;
  status: 'PUBLISHED' | 'SUBMITTED';
  rosterOnly?: boolean;
}

type Result = { file: string; outcome: ImportOutcome };

/** @returns true where every document was filed */
export async function importPaths(
  paths: readonly string[],
  options: ImportArguments,
  language: Language,
): Promise<boolean> {
  const manifest = await readManifest(options.manifest);
  const { files, passedOver } = await walk(paths, new Set([options.manifest ?? '']));
  const results: Result[] = [];
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
    await analyze(database);
  });
  await tell(results, passedOver, language);
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
): Promise<Result> {
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

/** What a manifest says of a file, found by its path from the manifest's folder, else by its name alone. */
type Manifest = (file: string) => Partial<ManifestEntry> | null;

async function readManifest(path: string | undefined): Promise<Manifest> {
  if (path === undefined) return () => null;
  const entries = parseManifest(decodeText(await readFileBytes(path)).text);
  const folder = resolve(dirname(path));
  return (file) => {
    const fromFolder = relative(folder, resolve(file)).split(sep).join('/');
    return entries.get(fromFolder) ?? entries.get(file) ?? entries.get(basename(file)) ?? null;
  };
}

async function tell(
  results: readonly Result[],
  passedOver: number,
  language: Language,
): Promise<void> {
  const output = new Output(process.stdout);
  const count = (kind: ImportOutcome['kind']): number =>
    results.filter(({ outcome }) => outcome.kind === kind).length;
  const withErrors = results.filter(
    ({ outcome }) => outcome.kind !== 'REFUSED' && outcome.findings.ERROR > 0,
  );
  await output.write(
    words.summary({
      created: count('CREATED'),
      revised: count('REVISED'),
      unchanged: count('UNCHANGED'),
      refused: count('REFUSED'),
      withErrors: withErrors.length,
      passedOver,
    })[language],
  );
  for (const { file, outcome } of results) {
    if (outcome.kind === 'REFUSED')
      await output.write(`  ${file}: ${outcome.code}: ${outcome.message}`);
  }
}
