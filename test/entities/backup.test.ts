import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealAudit, verifyAudit } from '../../src/accounts/audit-chain.js';
import { restoreBackup } from '../../src/entities/backup/restore-backup.js';
import { fingerprintsOf, writeBackup } from '../../src/entities/backup/write-backup.js';
import { verifySums } from '../../src/filing/kept/verify-sums.js';
import { foldSums } from '../../src/filing/kept/fold-sums.js';
import { importDocument } from '../../src/filing/import-document.js';
import { changeRoster } from '../../src/filing/roster/change-roster.js';
import { ingest } from '../../src/ingest/ingest.js';
import { findOrCreateAgency } from '../../src/registry/find-or-create-agency.js';
import { seedRegistry } from '../../src/registry/seed-registry.js';
import type { Database } from '../../src/entities/database.js';
import {
  createEmbeddedDatabase,
  createTestDatabase,
  type TestDatabase,
} from '../support/database.js';
import { viewerWith } from '../support/viewers.js';

/** A database with something in most of its tables, over to the other engine and back. */

let folder: string;
const opened: TestDatabase[] = [];
const open = async (made: Promise<TestDatabase>): Promise<Database> => {
  const db = await made;
  opened.push(db);
  return db.database;
};

const fileOne = async (database: Database, name: string, agency: string): Promise<void> => {
  const outcome = await importDocument(
    database,
    { findOrCreateAgency },
    readFileSync(`test/fixtures/corpus/docs/${name}`),
    name,
    { agency, year: 2024 },
    { read: ingest, status: 'PUBLISHED', createAgencies: true },
  );
  expect(outcome.kind).toMatch(/CREATED|REVISED/);
};

let source: Database;
let file: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-backup-'));
  file = join(folder, 'backup');
  source = await open(createTestDatabase());
  await seedRegistry(source);
  await fileOne(source, 'real-zhoukou-psb-2024.txt', '砚州市公安局');
  await fileOne(source, 'bad03-grandTotal__docx.docx', '砚州市公安局');
  await fileOne(source, 'bad05-forward__xlsx.xlsx', '砚州市教育局');
  const key = { region: '990100', year: 2024 };
  const made = await changeRoster(source, { key, source: 'AGENCIES', calendar: {}, by: '审' });
  expect(made.kind).toBe('MADE');
  await viewerWith(source, '审核员', ['REVIEWER', { region: '990100' }]);
  await foldSums(source);
  await sealAudit(source);
});
afterAll(async () => {
  for (const db of opened) await db.drop();
  rmSync(folder, { recursive: true, force: true });
});

describe('a backup', { timeout: 120_000 }, () => {
  it('goes from a server into an embedded database and back, every table as it was', async () => {
    const written = await writeBackup(source, file);
    expect(written['report']?.rows).toBe(3);
    expect(written['role_grant']?.rows).toBe(1);
    expect(written['audit_seal']?.rows).toBe(1);
    const embedded = await open(createEmbeddedDatabase());
    expect(await restoreBackup(embedded, file)).toEqual(written);
    const again = join(folder, 'again');
    expect(await writeBackup(embedded, again)).toEqual(written);
    const server = await open(createTestDatabase());
    expect(await restoreBackup(server, again)).toEqual(written);
    expect(await fingerprintsOf(server)).toEqual(await fingerprintsOf(source));
    // What was restored goes on as if nothing had been.
    for (const database of [embedded, server]) {
      await fileOne(database, 'real-zhoukou-psb-2024.txt', '砚州市财政局');
      expect(await verifySums(database)).toBeNull();
      expect(await verifyAudit(database)).toMatchObject({ broken: null });
    }
    const references = await server.query<{ n: string }>(
      `select count(*) as n from pg_constraint where contype = 'f' and condeferrable`,
    );
    expect(references).toEqual([{ n: '0' }]);
  });

  it.runIf(process.platform !== 'win32')(
    'may be read by its owner alone, also where a broken one was left behind',
    async () => {
      const own = join(folder, 'own');
      writeFileSync(`${own}.part`, 'left behind');
      await writeBackup(source, own);
      expect((statSync(own).mode & 0o777).toString(8)).toBe('600');
      expect(existsSync(`${own}.part`)).toBe(false);
    },
  );

  it('is put into an empty database alone', async () => {
    await expect(restoreBackup(source, file)).rejects.toMatchObject({ code: 'DATABASE_NOT_EMPTY' });
  });

  it.each([
    ['cut off', (text: string) => text.slice(0, -200), 'BACKUP_INVALID'],
    [
      'of another schema',
      (text: string) => text.replace(/"schema":"\w+"/, '"schema":"Other1"'),
      'SCHEMA_DIFFERS',
    ],
    [
      'with a figure changed',
      (text: string) => text.replace('"natural_person":32', '"natural_person":33'),
      'BACKUP_DIFFERS',
    ],
    ['with a row lost', (text: string) => text.replace(/(T agency\n)R .*\n/, '$1'), null],
    ['no backup', () => 'hello', 'BACKUP_INVALID'],
  ])('that is %s leaves nothing behind', async (_, change, code) => {
    const text = gunzipSync(readFileSync(file)).toString('utf8');
    const changed = change(text);
    expect(changed).not.toBe(text);
    const other = join(folder, 'other');
    writeFileSync(other, gzipSync(changed));
    const target = await open(createTestDatabase());
    const restoring = restoreBackup(target, other);
    await (code === null
      ? expect(restoring).rejects.toThrow()
      : expect(restoring).rejects.toMatchObject({ code }));
    const tables = await fingerprintsOf(target);
    expect(Object.values(tables).every(({ rows }) => rows === 0)).toBe(true);
  });

  it('that is no compressed file is told so', async () => {
    const other = join(folder, 'plain');
    writeFileSync(other, 'H {}');
    const target = await open(createTestDatabase());
    await expect(restoreBackup(target, other)).rejects.toMatchObject({ code: 'BACKUP_INVALID' });
  });
});
