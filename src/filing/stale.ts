import { READER_VERSION, RULES_VERSION, TYPED_IN } from './versions.js';

/** By which versions a report was read and judged. */
export interface Versions {
  readerVersion: string;
  rulesVersion: string;
  /** Null: it was filed without a document and cannot be read again. */
  sourceDocumentId: string | null;
}

const canBeRead = ({ readerVersion, sourceDocumentId }: Versions): boolean =>
  sourceDocumentId !== null && readerVersion !== TYPED_IN;

/** True where this program's reader or rules are other ones than those the report went through. */
export const isStale = (report: Versions): boolean =>
  report.rulesVersion !== RULES_VERSION ||
  (canBeRead(report) && report.readerVersion !== READER_VERSION);

/** Reports `r` that `recheck` and `reread` take, all of them or the stale ones alone. */
export const takenBy = (act: 'recheck' | 'reread', all: boolean): string => {
  if (act === 'recheck') return all ? 'true' : `r.rules_version <> '${RULES_VERSION}'`;
  const stale = all ? '' : ` and r.reader_version <> '${READER_VERSION}'`;
  return `r.source_document_id is not null and r.reader_version <> '${TYPED_IN}'${stale}`;
};
