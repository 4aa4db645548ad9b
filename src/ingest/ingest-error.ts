/** Codes of a file that could not be read; `docs/errors.md` has the table, the API uses the same. */
export type IngestErrorCode =
  | 'UNSUPPORTED_FORMAT'
  | 'UNSUPPORTED_LEGACY_FORMAT'
  | 'NOT_A_REPORT'
  | 'EMPTY_FILE'
  | 'CORRUPT_FILE'
  | 'TRUNCATED_FILE'
  | 'ENCRYPTED_FILE'
  | 'FILE_TOO_LARGE'
  | 'FILE_NOT_FOUND'
  | 'NOT_A_FILE'
  | 'FILE_UNREADABLE'
  | 'ARCHIVE_BOMB'
  | 'ARCHIVE_AMBIGUOUS'
  | 'XML_DTD_FORBIDDEN'
  | 'NESTING_TOO_DEEP'
  | 'TABLE_TOO_LARGE'
  | 'ENCODING_UNKNOWN'
  | 'ENCODING_DAMAGED'
  | 'NO_TEXT_LAYER'
  | 'PARSE_TIMEOUT'
  | 'PARSE_MEMORY'
  | 'PARSE_FAILED';

/** A file that cannot be read as a report: what is wrong, in a sentence, and where. */
export class IngestError extends Error {
  override readonly name = 'IngestError';

  constructor(
    readonly code: IngestErrorCode,
    message: string,
    /** Byte offset, line, page or part, where it can be told. */
    readonly place: string | null = null,
    /** Links found on a page that only carries the report as an attachment. */
    readonly links: readonly { text: string; href: string }[] = [],
  ) {
    super(message);
  }
}
