import { extname } from 'node:path';
import { detectFormat } from '../detect.js';
import { IngestError } from '../ingest-error.js';
import { membersOf } from './members.js';
import type { Member } from './members.js';

/** A document to be read, or why there is none: a file, or a member of an archive as `archive.zip/member.docx`. */
export type DocumentFile =
  { file: string; bytes: Uint8Array } | { file: string; error: IngestError };

/**
 * The documents in the bytes of a file: itself, or the members of an archive one after the other.
 * @throws IngestError where the archive cannot be opened
 */
export async function* documentsIn(bytes: Uint8Array, file: string): AsyncGenerator<DocumentFile> {
  if (!isArchive(bytes)) {
    yield { file, bytes };
    return;
  }
  for await (const member of membersOf(bytes)) yield memberOf(file, member);
}

/** An archive of documents, as against a document format that is packed as an archive. */
export function isArchive(bytes: Uint8Array): boolean {
  try {
    return detectFormat(bytes) === 'ZIP';
  } catch {
    // What is wrong with the file is told when it is read.
    return false;
  }
}

function memberOf(file: string, member: Member): DocumentFile {
  const name = `${file}/${member.name}`;
  if ('error' in member) return { file: name, error: member.error };
  if (isArchive(member.bytes)) {
    const error = new IngestError(
      'UNSUPPORTED_FORMAT',
      `An archive (${extname(member.name) || 'ZIP'}) inside an archive is not read; unpack it first.`,
    );
    return { file: name, error };
  }
  return { file: name, bytes: member.bytes };
}
