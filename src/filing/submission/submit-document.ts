import type { Database } from '../../entities/database.js';
import { IngestError } from '../../ingest/ingest-error.js';
import { sha256 } from '../content-key.js';
import { documentOf } from '../document-of.js';
import type { ManifestEntry } from '../document-of.js';
import type { AgencyRegistry, ImportOptions } from '../import-document.js';
import { mediaTypeOf } from '../media-type.js';
import { refused } from '../report-input.js';
import { submit } from './submit.js';
import type { SubmissionOutcome, SubmissionTerms } from './submit.js';

/** A file as it was handed in. */
export interface HandedIn {
  bytes: Uint8Array;
  fileName: string;
  /** What the person says of it; it wins over the document. */
  manifest: Partial<ManifestEntry>;
}

/**
 * A document is read and handed in; its bytes are kept. The same bytes twice change nothing.
 * @returns refused as `submit`, or with the reader's code and place
 */
export const submitDocument = async (
  database: Database,
  registry: AgencyRegistry,
  { bytes, fileName, manifest }: HandedIn,
  terms: SubmissionTerms,
  read: ImportOptions['read'],
): Promise<SubmissionOutcome> => {
  try {
    const form = await read(bytes, fileName);
    const known = await nameOf(database, terms.agencyId);
    const document = documentOf(form, { ...manifest, agency: form.agency ?? known });
    if ('kind' in document) return document;
    const source = {
      ...{ fileName, bytes, sha256: sha256(bytes), url: document.url },
      mediaType: mediaTypeOf(bytes, fileName),
    };
    return await submit(database, registry, { ...document, source }, terms);
  } catch (error) {
    if (!(error instanceof IngestError)) throw error;
    const place = error.place === null ? '' : ` (${error.place})`;
    return refused(error.code, `${error.message}${place}`);
  }
};

/** A document that does not tell its agency is of the one it was handed in for. */
const nameOf = async (database: Database, agencyId: string | null): Promise<string | null> => {
  if (agencyId === null) return null;
  const [line] = await database.query<{ name: string }>('select name from agency where id = $1', [
    agencyId,
  ]);
  return line?.name ?? null;
};
