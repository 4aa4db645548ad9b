import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ArchiveError, verifyArchive } from '../../src/export/archive/verify-archive.js';
import { writeArchive } from '../../src/export/archive/write-archive.js';
import { importDocument } from '../../src/filing/import-document.js';
import { loadForm } from '../../src/filing/load-forms.js';
import { ingest } from '../../src/ingest/ingest.js';
import { openArchive } from '../../src/ingest/archive/open-archive.js';
import { findOrCreateAgency } from '../../src/registry/find-or-create-agency.js';
import { seedRegistry } from '../../src/registry/seed-registry.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { zip } from '../support/office.js';

const DOCUMENTS = [
  'real-zhoukou-psb-2024.txt',
  'bad03-grandTotal__docx.docx',
  'bad05-forward__xlsx.xlsx',
];

let db: TestDatabase;
let folder: string;
let path: string;
const ids: string[] = [];

beforeAll(async () => {
  db = await createTestDatabase();
  await seedRegistry(db.database);
  for (const name of DOCUMENTS) {
    const outcome = await importDocument(
      db.database,
      { findOrCreateAgency },
      readFileSync(`test/fixtures/corpus/docs/${name}`),
      name,
      { year: 2024, agency: `示例市${DOCUMENTS.indexOf(name)}局` },
      { read: ingest, status: 'PUBLISHED', createAgencies: true },
    );
    if (outcome.kind === 'REFUSED') throw new Error(outcome.message);
    ids.push(outcome.reportId);
  }
  folder = mkdtempSync(join(tmpdir(), 'nianbao-archive-'));
  path = join(folder, '2024.zip');
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await db.drop();
});

const filesOf = async (): Promise<Map<string, Buffer>> => {
  const archive = await openArchive(readFileSync(path));
  const files = new Map<string, Buffer>();
  for (const name of archive.names) files.set(name, (await archive.read(name))!);
  return files;
};

describe('the archive of a year', () => {
  it('holds every published report, a dictionary of each column and hashes, and nothing is left beside it', async () => {
    const manifest = await writeArchive(db.database, 2024, path, (id) => id);
    expect(manifest.reports).toBe(DOCUMENTS.length);
    const files = await filesOf();
    expect([...files.keys()].sort()).toEqual([
      'README.txt',
      'cells.csv',
      'dictionary.csv',
      'manifest.json',
      'reports.ndjson',
    ]);
    const heads = files.get('cells.csv')!.toString('utf8').slice(1).split('\r\n')[0]!.split(',');
    for (const head of heads)
      expect(files.get('dictionary.csv')!.toString()).toContain(`,${head},`);
    const lines = files.get('reports.ndjson')!.toString('utf8').trimEnd().split('\n');
    for (const line of lines) {
      const { id, cells } = JSON.parse(line);
      const form = await loadForm(db.database, id);
      expect(cells.map((c: any) => [c.status, c.value])).toEqual(
        form.cells.map((c) => [c.status, c.value]),
      );
    }
    expect(readdirSync(folder)).toEqual(['2024.zip']);
  });

  it('is read again without a difference', async () => {
    expect(await verifyArchive(path)).toMatchObject({ year: 2024, reports: 3 });
  });

  it.each([
    ['a figure', (text: string) => text.replace(/,READ,(\d)/, ',READ,9$1'), 'cells.csv'],
    ['a missing line', (text: string) => text.replace(/\r\n[^\r]+\r\n$/, '\r\n'), 'cells.csv'],
    ['a word', (text: string) => text.replace('数据字典', '字典'), 'README.txt'],
  ])('that was changed in %s is found out', async (_, change, name) => {
    const files = await filesOf();
    const changed = change(files.get(name)!.toString('utf8'));
    expect(changed).not.toBe(files.get(name)!.toString('utf8'));
    const parts = [...files].map(([n, bytes]) => [n, n === name ? changed : bytes] as const);
    const other = join(folder, 'changed.zip');
    writeFileSync(other, zip(parts));
    await expect(verifyArchive(other)).rejects.toThrow(ArchiveError);
    rmSync(other);
  });
});
