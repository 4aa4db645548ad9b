import { runChecks } from '../checks/run.js';
import type { FilledForm, Finding } from '../format/report.js';
import type { DocumentFile } from '../ingest/archive/documents-in.js';
import { IngestError } from '../ingest/ingest-error.js';
import { ParserPool, PoolClosed } from '../ingest/pool.js';
import { documentsOf } from './documents.js';
import { concat, inOrder } from './in-order.js';

/** How many documents are read ahead of the one that is given. */
const AHEAD = 4;

/** A document that was read, with the findings of the reader and of the checks that need no other report; or why it was not. */
export type Reading =
  | { file: string; form: FilledForm; findings: readonly Finding[]; bytes: Uint8Array }
  | { file: string; error: { code: string; message: string } };

/** Reads files and the members of archives, several at once, and gives them in the order asked. */
export async function* readFiles(files: readonly string[]): AsyncGenerator<Reading> {
  const pool = new ParserPool();
  try {
    yield* inOrder(concat(files, documentsOf), AHEAD, (document) => readDocument(pool, document));
  } finally {
    await pool.close();
  }
}

async function readDocument(pool: ParserPool, document: DocumentFile): Promise<Reading> {
  const { file } = document;
  if ('error' in document) return { file, error: document.error };
  try {
    const form = await pool.read(document.bytes, file);
    const findings = [...form.findings, ...runChecks(form, {}).findings];
    return { file, form, findings, bytes: document.bytes };
  } catch (error) {
    if (error instanceof IngestError) return { file, error };
    if (!(error instanceof PoolClosed))
      process.stderr.write(`nianbao: ${file}: ${String(error)}\n`);
    return { file, error: { code: 'PARSE_FAILED', message: 'The reader failed on this file.' } };
  }
}
