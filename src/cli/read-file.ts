import type { Stats } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { IngestError } from '../ingest/ingest-error.js';
import { LARGEST_FILE } from '../ingest/limits.js';

const MESSAGES: Readonly<Record<string, readonly [IngestError['code'], string]>> = {
  ENOENT: ['FILE_NOT_FOUND', 'There is no such file.'],
  ENOTDIR: ['FILE_NOT_FOUND', 'There is no such file.'],
  EISDIR: ['NOT_A_FILE', 'It is a folder, not a file.'],
  EACCES: ['FILE_UNREADABLE', 'The file may not be read.'],
  EPERM: ['FILE_UNREADABLE', 'The file may not be read.'],
  ELOOP: ['FILE_NOT_FOUND', 'The link leads in a circle.'],
  ENAMETOOLONG: ['FILE_NOT_FOUND', 'The name is too long.'],
};

/**
 * The bytes of a file.
 * @throws IngestError FILE_NOT_FOUND, NOT_A_FILE, FILE_UNREADABLE, FILE_TOO_LARGE (before it is read)
 */
export async function readFileBytes(path: string): Promise<Uint8Array> {
  try {
    // Opening a pipe would wait for its writer for ever.
    accept(await stat(path));
    const file = await open(path, 'r');
    try {
      accept(await file.stat());
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (error) {
    throw error instanceof IngestError ? error : asIngestError(error);
  }
}

function accept(status: Stats): void {
  if (status.isDirectory()) throw new IngestError('NOT_A_FILE', 'It is a folder, not a file.');
  if (!status.isFile()) throw new IngestError('NOT_A_FILE', 'It is no regular file.');
  if (status.size > LARGEST_FILE) {
    throw new IngestError('FILE_TOO_LARGE', 'Files of more than 30 MB are not read.');
  }
}

export function asIngestError(error: unknown): IngestError {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const known = MESSAGES[code];
  if (known) return new IngestError(...known);
  return new IngestError(
    'FILE_UNREADABLE',
    `The file could not be read (${code || 'unknown cause'}).`,
  );
}
