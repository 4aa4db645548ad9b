import { documentsIn } from '../ingest/archive/documents-in.js';
import type { DocumentFile } from '../ingest/archive/documents-in.js';
import { IngestError } from '../ingest/ingest-error.js';
import { readFileBytes } from './read-file.js';

/** The documents of a file: itself, or the members of an archive one after the other. Never throws. */
export async function* documentsOf(file: string): AsyncGenerator<DocumentFile> {
  try {
    yield* documentsIn(await readFileBytes(file), file);
  } catch (error) {
    if (!(error instanceof IngestError)) throw error;
    yield { file, error };
  }
}
