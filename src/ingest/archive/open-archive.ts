import { crc32 } from 'node:zlib';
import yauzl from 'yauzl';
import { IngestError } from '../ingest-error.js';
import { entryName } from './entry-name.js';

/** Bounds of an archive, and of a package such as DOCX or XLSX, which is one. */
export const ARCHIVE_LIMITS = {
  entries: 2_000,
  /** Bytes of one part, unpacked. */
  part: 64 * 2 ** 20,
  /** Bytes of all parts that are read, unpacked. */
  all: 128 * 2 ** 20,
  /** Unpacked to packed, judged once a part passes 1 MiB. */
  ratio: 200,
} as const;

export interface Archive {
  /** Names of the files in it, folders left out, in the archive's order. */
  names: readonly string[];
  /** The bytes of one part; null where there is none. CRC and size are verified. */
  read(name: string): Promise<Buffer | null>;
}

/**
 * Opens a ZIP without unpacking anything.
 * @throws IngestError TRUNCATED_FILE, CORRUPT_FILE, ENCRYPTED_FILE, ARCHIVE_AMBIGUOUS (two parts of one name, letter case
 * aside), ARCHIVE_BOMB (too many entries, parts that overlap, sizes past ARCHIVE_LIMITS when read).
 */
export async function openArchive(bytes: Buffer): Promise<Archive> {
  const zip = await open(bytes);
  const entries = await list(zip);
  refuseOverlaps(entries);
  const byName = index(entries);
  let budget: number = ARCHIVE_LIMITS.all;
  return {
    names: [...byName.keys()],
    async read(name) {
      const entry = byName.get(name);
      if (!entry) return null;
      const part = await inflate(zip, entry, name, budget);
      budget -= part.length;
      return part;
    },
  };
}

function open(bytes: Buffer): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(
      bytes,
      { lazyEntries: true, decodeStrings: false, validateEntrySizes: true },
      (error, zip) => (error ? reject(corrupt(error, bytes)) : resolve(zip)),
    );
  });
}

function list(zip: yauzl.ZipFile): Promise<yauzl.Entry[]> {
  if (zip.entryCount > ARCHIVE_LIMITS.entries) {
    return Promise.reject(
      new IngestError(
        'ARCHIVE_BOMB',
        `The archive holds ${zip.entryCount} entries; at most ${ARCHIVE_LIMITS.entries} are read.`,
      ),
    );
  }
  return new Promise((resolve, reject) => {
    const entries: yauzl.Entry[] = [];
    zip.on('entry', (entry: yauzl.Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', (error: Error) => reject(corrupt(error)));
    zip.readEntry();
  });
}

/** Parts may not share bytes: a few kilobytes referenced a thousand times are a bomb. */
function refuseOverlaps(entries: readonly yauzl.Entry[]): void {
  const byOffset = entries.toSorted(
    (a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader,
  );
  byOffset.forEach((entry, i) => {
    const next = byOffset[i + 1];
    if (
      next &&
      entry.relativeOffsetOfLocalHeader + 30 + entry.compressedSize >
        next.relativeOffsetOfLocalHeader
    ) {
      throw new IngestError('ARCHIVE_BOMB', 'Parts of the archive overlap each other.');
    }
  });
}

function index(entries: readonly yauzl.Entry[]): Map<string, yauzl.Entry> {
  const byName = new Map<string, yauzl.Entry>();
  const folded = new Set<string>();
  for (const entry of entries) {
    const name = entryName(entry);
    if (name.endsWith('/')) continue;
    const key = name.toLowerCase();
    if (folded.has(key)) {
      throw new IngestError(
        'ARCHIVE_AMBIGUOUS',
        `The archive holds two parts named ${name}; which of them counts cannot be told.`,
        name,
      );
    }
    folded.add(key);
    byName.set(name, entry);
  }
  return byName;
}

async function inflate(
  zip: yauzl.ZipFile,
  entry: yauzl.Entry,
  name: string,
  budget: number,
): Promise<Buffer> {
  if (entry.generalPurposeBitFlag & 1) {
    throw new IngestError('ENCRYPTED_FILE', `The part ${name} is encrypted.`, name);
  }
  const stream = await new Promise<NodeJS.ReadableStream & { destroy(): void }>(
    (resolve, reject) => {
      zip.openReadStream(entry, (error, s) => (error ? reject(corrupt(error)) : resolve(s)));
    },
  );
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      refuseSize(name, size, entry.compressedSize, budget);
      chunks.push(chunk);
    }
  } catch (error) {
    stream.destroy();
    throw error instanceof IngestError ? error : corrupt(error as Error);
  }
  const part = Buffer.concat(chunks, size);
  if (crc32(part) !== entry.crc32) {
    throw new IngestError('CORRUPT_FILE', `The part ${name} does not match its checksum.`, name);
  }
  return part;
}

function refuseSize(name: string, size: number, packed: number, budget: number): void {
  const bomb =
    size > ARCHIVE_LIMITS.part ||
    size > budget ||
    (size > 2 ** 20 && size > packed * ARCHIVE_LIMITS.ratio);
  if (bomb) {
    throw new IngestError(
      'ARCHIVE_BOMB',
      `The part ${name} unpacks to more than ${Math.floor(size / 2 ** 20)} MiB from ${packed} bytes.`,
      name,
    );
  }
}

/** yauzl tells a cut archive by the directory it does not find at the end. */
function corrupt(error: Error, bytes?: Buffer): IngestError {
  const cut = /end of central directory|unexpected EOF|past (the )?end|out of range/i.test(
    error.message,
  );
  const looksLikeZip = bytes === undefined || bytes.subarray(0, 2).toString('latin1') === 'PK';
  return cut && looksLikeZip
    ? new IngestError(
        'TRUNCATED_FILE',
        'The archive ends before its directory: the file is cut off.',
      )
    : new IngestError('CORRUPT_FILE', 'The archive is damaged and cannot be unpacked.');
}
