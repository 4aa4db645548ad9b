import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ArchiveError } from '../../src/export/archive/archive-error.js';
import { verifyArchive } from '../../src/export/archive/verify-archive.js';
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
    const question = { year: 2024, region: '990000' };
    const manifest = await writeArchive(db.database, question, path, (id) => id);
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
    const described = files.get('dictionary.csv')!.toString();
    const lines = files.get('reports.ndjson')!.toString('utf8').trimEnd().split('\n');
    for (const line of lines) {
      const { id, cells, ...others } = JSON.parse(line);
      for (const key of Object.keys(others)) expect(described).toContain(`reports.ndjson,${key},`);
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

  it('of the country leaves the fictional province out', async () => {
    const other = join(folder, 'country.zip');
    const question = { year: 2024, region: null };
    const all = await writeArchive(db.database, question, other, (id) => id);
    expect(all).toMatchObject({ region: null, reports: 0 });
    await db.database.query(
      `update report set region_code = '411602', province_code = '410000', prefecture_code = '411600', county_code = '411602'
       where id = $1`,
      [ids[0]],
    );
    const one = await writeArchive(db.database, question, other, (id) => id);
    expect(one.reports).toBe(1);
    const rest = await writeArchive(
      db.database,
      { year: 2024, region: '990000' },
      other,
      (id) => id,
    );
    expect(rest.reports).toBe(2);
  });

  const manifestWith = (change: object) => (files: Map<string, Buffer>) => {
    const told = JSON.parse(files.get('manifest.json')!.toString('utf8'));
    files.set('manifest.json', Buffer.from(JSON.stringify({ ...told, ...change })));
    return zip([...files]);
  };

  it.each<[string, (files: Map<string, Buffer>) => Uint8Array, RegExp]>([
    [
      'whose CSV has another text than its JSON, hashes made to fit',
      (files) => rehashed(files, (csv) => csv.replace(/(,READ,\d+),\d+\r/, '$1,7777\r')),
      /told in two ways/,
    ],
    [
      'whose CSV has another figure than its JSON, hashes made to fit',
      (files) => rehashed(files, (csv) => csv.replace(/,READ,(\d)/, ',READ,9$1')),
      /told in two ways/,
    ],
    ['whose manifest lists no file', manifestWith({ files: [] }), /does not list/],
    ['of another format', manifestWith({ format: 'other' }), /none that this release reads/],
    ['with another number of reports', manifestWith({ reports: 4 }), /3 reports, not 4/],
    ['with a file too many', (files) => zip([...files, ['more.txt', 'x']]), /more.txt is no part/],
    ['without a file', (files) => zip([...files].filter(([n]) => n !== 'README.txt')), /no README/],
    ['with a file twice', (files) => zip([...files, ['cells.csv', 'x']]), /there twice/],
    [
      'whose manifest is no JSON',
      (files) => zip([...files.set('manifest.json', Buffer.from('x'))]),
      /none that/,
    ],
    ['that is no archive', () => Buffer.from('hello'), /cannot be opened/],
    ['with a bit turned over', (files) => turned(zip([...files])), /damaged/],
  ])('%s is refused with a sentence', async (_, change, sentence) => {
    const other = join(folder, 'refused.zip');
    writeFileSync(other, change(await filesOf()));
    await expect(verifyArchive(other)).rejects.toThrow(ArchiveError);
    await expect(verifyArchive(other)).rejects.toThrow(sentence);
    rmSync(other);
  });
});

/** With other cells, and a manifest that agrees with them. */
const rehashed = (files: Map<string, Buffer>, change: (csv: string) => string): Uint8Array => {
  const csv = files.get('cells.csv')!.toString('utf8');
  const changed = Buffer.from(change(csv));
  expect(changed.toString('utf8')).not.toBe(csv);
  const manifest = JSON.parse(files.get('manifest.json')!.toString('utf8'));
  const file = manifest.files.find(({ name }: { name: string }) => name === 'cells.csv');
  file.bytes = changed.length;
  file.sha256 = createHash('sha256').update(changed).digest('hex');
  const manifested = Buffer.from(JSON.stringify(manifest));
  return zip([...files.set('cells.csv', changed).set('manifest.json', manifested)]);
};

/** The signature of the first member is wrong. */
const turned = (bytes: Uint8Array): Uint8Array => {
  const other = Uint8Array.from(bytes);
  other[0] = other[0]! ^ 0xff;
  return other;
};
