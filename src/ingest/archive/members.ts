import { IngestError } from '../ingest-error.js';
import { openArchive } from './open-archive.js';

/** One file of an archive, or why it could not be unpacked. */
export type Member = { name: string; bytes: Buffer } | { name: string; error: IngestError };

/** What operating systems put into archives beside the documents. */
const FURNITURE = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|~\$|\._)/i;
const UNSAFE = /(^|\/)\.\.(\/|$)|^\/|^[A-Za-z]:/;

/**
 * The files of a ZIP as offices send them, one after the other, so that only one is in memory. A damaged member costs its own
 * result; a bomb or an ambiguous directory costs the archive. Names serve as names alone: nothing is written anywhere.
 * @throws IngestError as openArchive
 */
export async function* membersOf(bytes: Uint8Array): AsyncGenerator<Member> {
  const archive = await openArchive(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  for (const name of archive.names) {
    if (FURNITURE.test(name)) continue;
    if (UNSAFE.test(name)) {
      const error = new IngestError(
        'CORRUPT_FILE',
        'The member’s name leads out of the archive.',
        name,
      );
      yield { name: name.replaceAll('..', '__'), error };
      continue;
    }
    yield await unpack(name, () => archive.read(name));
  }
}

async function unpack(name: string, read: () => Promise<Buffer | null>): Promise<Member> {
  try {
    return { name, bytes: (await read()) ?? Buffer.alloc(0) };
  } catch (error) {
    if (error instanceof IngestError && error.code !== 'ARCHIVE_BOMB') return { name, error };
    throw error;
  }
}
