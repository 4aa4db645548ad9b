import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import yauzl from 'yauzl';
import { formOfJson } from '../report-json.js';
import { harmless } from '../write/csv.js';
import { ArchiveError } from './archive-error.js';
import { archiveFiles } from './archive-files.js';
import { listedFiles, manifestOf, type ArchiveManifest } from './archive-manifest.js';

/**
 * Reads an archive again: it holds the files of the manifest and no other, every one has its size and hash, and both
 * files of reports say the same, cell for cell.
 * @returns its manifest
 * @throws ArchiveError with the first difference, also where the archive is damaged
 */
export async function verifyArchive(path: string): Promise<ArchiveManifest> {
  try {
    return await verified(path);
  } catch (error) {
    // The disk’s faults are no faults of the archive.
    const isOfSystem = error instanceof Error && 'syscall' in error;
    if (error instanceof ArchiveError || isOfSystem) throw error;
    const { message } = error as Error;
    throw new ArchiveError(`The archive is damaged: ${message}.`, { cause: error });
  }
}

async function verified(path: string): Promise<ArchiveManifest> {
  const zip = await open(path);
  try {
    const entries = await entriesOf(zip);
    const streamOf = (name: string): Promise<Readable> => {
      const entry = entries.get(name);
      if (!entry) throw new ArchiveError(`The archive has no ${name}.`);
      return stream(zip, entry);
    };
    const manifest = manifestOf(await textOf(await streamOf(archiveFiles.manifest)));
    const known = [...listedFiles, archiveFiles.manifest];
    const other = [...entries.keys()].find((name) => !known.includes(name));
    if (other !== undefined) throw new ArchiveError(`${other} is no part of an archive.`);
    for (const { name, bytes, sha256 } of manifest.files) {
      const found = await digest(await streamOf(name));
      if (found.bytes !== bytes || found.sha256 !== sha256) {
        throw new ArchiveError(`${name} is not what the manifest says.`);
      }
    }
    await compare(
      manifest,
      reports(await streamOf(archiveFiles.reports)),
      cells(await streamOf(archiveFiles.cells)),
    );
    return manifest;
  } finally {
    zip.close();
  }
}

interface Figure {
  key: string;
  /** Status, number and text in one. */
  said: string;
}

const said = (status: string, value: string, raw: string): string =>
  JSON.stringify([status, value, raw]);

async function compare(
  { reports: expected }: ArchiveManifest,
  told: AsyncGenerator<readonly Figure[]>,
  listed: AsyncGenerator<Figure>,
): Promise<void> {
  let count = 0;
  for await (const figures of told) {
    count += 1;
    for (const figure of figures) {
      const next = await listed.next();
      const other = next.done ? null : next.value;
      if (other?.key !== figure.key || other.said !== figure.said) {
        throw new ArchiveError(`${figure.key} is told in two ways.`);
      }
    }
  }
  if (!(await listed.next()).done) throw new ArchiveError('There are cells of no report.');
  if (count !== expected) throw new ArchiveError(`There are ${count} reports, not ${expected}.`);
}

async function* reports(source: Readable): AsyncGenerator<readonly Figure[]> {
  for await (const line of linesOf(source)) {
    const { id } = JSON.parse(line) as { id: string };
    yield formOfJson(line).cells.map(({ table, row, column, status, value, raw }) => ({
      key: `${id}/${table}/${row}/${column ?? ''}`,
      said: said(status, value ?? '', harmless(raw ?? '')),
    }));
  }
}

/** Lines as JSON ends them; other ends of lines stand within texts. */
async function* linesOf(source: Readable): AsyncGenerator<string> {
  let rest = '';
  source.setEncoding('utf8');
  for await (const chunk of source) {
    const lines = `${rest}${String(chunk)}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

async function* cells(source: Readable): AsyncGenerator<Figure> {
  const lines = source.pipe(parse({ columns: true, bom: true }));
  for await (const line of lines as AsyncIterable<Record<string, string>>) {
    const { reportId = '', table = '', row = '', column = '' } = line;
    const { status = '', value = '', raw = '' } = line;
    yield { key: `${reportId}/${table}/${row}/${column}`, said: said(status, value, raw) };
  }
}

const open = (path: string): Promise<yauzl.ZipFile> =>
  new Promise((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false }, (error, zip) =>
      error ? reject(new ArchiveError('The archive cannot be opened.')) : resolve(zip),
    );
  });

const entriesOf = (zip: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> =>
  new Promise((resolve, reject) => {
    const entries = new Map<string, yauzl.Entry>();
    zip.on('entry', (entry: yauzl.Entry) => {
      if (entries.has(entry.fileName)) {
        reject(new ArchiveError(`${entry.fileName} is there twice.`));
        return;
      }
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', reject);
    zip.readEntry();
  });

const stream = (zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Readable> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)));
  });

async function digest(source: Readable): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of source) {
    hash.update(chunk as Buffer);
    bytes += (chunk as Buffer).length;
  }
  return { bytes, sha256: hash.digest('hex') };
}

async function textOf(source: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of source) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
