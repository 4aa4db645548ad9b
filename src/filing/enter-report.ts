import type { EntityManager } from 'typeorm';
import { audit } from '../accounts/audit-log.js';
import type { Database } from '../entities/database.js';
import { limits } from '../entities/limits.js';
import { addressKey } from '../format/form.js';
import type { FilledForm } from '../format/report.js';
import { IngestError } from '../ingest/ingest-error.js';
import type { IngestErrorCode } from '../ingest/ingest-error.js';
import { authoredOf } from './authored.js';
import type { Authored } from './authored.js';
import { sha256 } from './content-key.js';
import { addEntry } from './correction-rows.js';
import { documentOf } from './document-of.js';
import type { KnownDocument } from './document-of.js';
import { enteredForm } from './entered-form.js';
import type { EnteredReport } from './entered-form.js';
import { importForm } from './import-document.js';
import type { AgencyRegistry, ImportOptions, ImportOutcome } from './import-document.js';
import { mediaTypeOf } from './media-type.js';
import { refused } from './report-input.js';
import type { Refused, SourceInput } from './report-input.js';
import { TYPED_IN } from './versions.js';

export interface EntryRequest extends Authored {
  /** The document, e.g. a scan; kept as it is. */
  bytes: Uint8Array;
  fileName: string;
  url: string | null;
  /** Code of the region that the agency lies in or beneath, where its name does not tell it. */
  region: string | null;
  report: EnteredReport;
}

/** Faults of the file itself: there is nothing to copy numbers from. */
const NO_DOCUMENT: ReadonlySet<IngestErrorCode> = new Set(['EMPTY_FILE', 'FILE_TOO_LARGE']);

/**
 * Files a document that no reader can read with the numbers a person copied from it, in one transaction: its cells are
 * ENTERED, the checks run, and who did it is kept. The same document a second time changes nothing: its cells are
 * corrected one by one.
 * @returns refused with READABLE where the reader reads it, INCOMPLETE, NO_SUCH_CELL, NOT_A_NUMBER, AUTHOR_REQUIRED,
 *   REASON_REQUIRED, or as an import is
 * @throws DatabaseError
 */
export const enterReport = async (
  database: Database,
  registry: AgencyRegistry,
  request: EntryRequest,
  options: ImportOptions,
): Promise<ImportOutcome> => {
  const author = authoredOf(request);
  if ('kind' in author) return author;
  const form = enteredForm(request.report);
  if ('kind' in form) return form;
  const document = documentOf(form, { url: request.url, region: request.region });
  if ('kind' in document) return document;
  const readable = await refusalToEnter(request, options);
  if (readable) return readable;
  const entry = { ...document, source: sourceOf(request), readerVersion: TYPED_IN };
  return database.transaction((manager) => enter(manager, registry, entry, author, options), {
    timeoutMs: limits.long,
  });
};

const refusalToEnter = async (
  { bytes, fileName }: EntryRequest,
  { read }: ImportOptions,
): Promise<Refused | null> => {
  try {
    await read(bytes, fileName);
    return refused('READABLE', 'The document can be read: import it, and correct single cells.');
  } catch (error) {
    if (!(error instanceof IngestError)) throw error;
    return NO_DOCUMENT.has(error.code) ? refused(error.code, error.message) : null;
  }
};

const sourceOf = ({ bytes, fileName, url }: EntryRequest): SourceInput => ({
  fileName,
  mediaType: mediaTypeOrBinary(bytes, fileName),
  bytes,
  sha256: sha256(bytes),
  url,
});

const mediaTypeOrBinary = (bytes: Uint8Array, fileName: string): string => {
  try {
    return mediaTypeOf(bytes, fileName);
  } catch {
    // An encrypted file has no format that could be told.
    return 'application/octet-stream';
  }
};

type Entry = KnownDocument & { source: SourceInput; readerVersion: string };

const enter = async (
  manager: EntityManager,
  registry: AgencyRegistry,
  entry: Entry,
  author: Authored,
  options: ImportOptions,
): Promise<ImportOutcome> => {
  const outcome = await importForm(manager, registry, entry, options);
  if (outcome.kind === 'REFUSED' || outcome.kind === 'UNCHANGED') return outcome;
  await addEntry(manager, outcome.reportId, author);
  await audit(manager, {
    author: author.by,
    act: 'ENTER_REPORT',
    subject: `report:${outcome.reportId}`,
    reason: author.why,
    before: null,
    after: { sha256: entry.source.sha256, cells: enteredCells(entry.form) },
  });
  return outcome;
};

const enteredCells = (form: FilledForm): Record<string, string | null> =>
  Object.fromEntries(
    form.cells
      .filter(({ status }) => status === 'ENTERED')
      .map((cell) => [addressKey(cell), cell.value]),
  );
