import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { program } from '../../src/cli/program.js';
import { Resumption } from '../../src/cli/resumption.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { zip } from '../support/office.js';
import { readFileSync } from 'node:fs';

const docs = 'test/fixtures/corpus/docs';

/** Runs a command in this process. */
async function nianbao(...args: string[]): Promise<{ status: number; out: string }> {
  const written: string[] = [];
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation(((
    text: string,
    done?: (error?: Error) => void,
  ) => {
    written.push(text);
    done?.();
    return true;
  }) as typeof process.stdout.write);
  process.exitCode = 0;
  try {
    await program(['--lang', 'EN', ...args]);
    return { status: process.exitCode, out: written.join('') };
  } finally {
    process.exitCode = 0;
    spy.mockRestore();
  }
}

describe('nianbao check', () => {
  it('says what is wrong in sentences, with the cell, its repair and its place', async () => {
    const { status, out } = await nianbao('check', `${docs}/bad01-rowTotal__html-plain.html`);
    expect(status).toBe(1);
    expect(out).toContain('53 → 51  [table 2 row 7 column 10]');
    expect(out).toContain('1 read, 0 not read; 1 errors, 0 warnings, 0 notes.');
  });

  it('finds nothing in a sound report', async () => {
    const { status, out } = await nianbao('check', `${docs}/real-zhoukou-psb-2024.txt`);
    expect(status).toBe(0);
    expect(out).toContain('Nothing was found.');
  });

  it('shows the three tables with the cells in question marked', async () => {
    const { out } = await nianbao('check', '--show', `${docs}/bad01-rowTotal__html-plain.html`);
    expect(out).toMatch(/3\(2\) Partially granted.* 46 .*\[53\]/);
    expect(out.indexOf('Table 2')).toBeLessThan(out.indexOf('Table 4'));
  });

  it('reads the members of an archive, each with its own result', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nianbao-zip-'));
    const file = join(folder, 'reports.zip');
    writeFileSync(
      file,
      zip([
        ['甲.txt', readFileSync(`${docs}/real-zhoukou-psb-2024.txt`)],
        ['乙.bin', 'nothing'],
        ['丙.zip', zip([['x.txt', 'y']])],
      ]),
    );
    const { status, out } = await nianbao('check', file);
    rmSync(folder, { recursive: true });
    expect(status).toBe(1);
    expect(out).toContain(`${file}/甲.txt — 周口市公安局 2024 ORGAN`);
    expect(out).toMatch(/乙\.bin\n {2}not read: NOT_A_REPORT/);
    expect(out).toMatch(/丙\.zip\n {2}not read: UNSUPPORTED_FORMAT/);
  });
});

describe('nianbao import', () => {
  let db: TestDatabase;
  let folder: string;
  beforeAll(async () => {
    db = await createTestDatabase();
    folder = mkdtempSync(join(tmpdir(), 'nianbao-import-'));
    mkdirSync(join(folder, 'sub'));
    copyFileSync(`${docs}/real-zhoukou-psb-2024.txt`, join(folder, 'zhoukou.txt'));
    copyFileSync(`${docs}/neg-notice.html`, join(folder, 'notice.html'));
    copyFileSync(`${docs}/bad01-rowTotal__html-plain.html`, join(folder, 'sub', 'bad.html'));
    writeFileSync(join(folder, 'style.css'), 'p{}');
    writeFileSync(
      join(folder, 'files.csv'),
      'file,agency,year,publishedOn,url\nsub/bad.html,周口市川汇区自然资源局,2022,2023/1/31,https://www.example.gov.cn/a.html\n',
    );
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await db.drop();
  });
  beforeEach(() => void vi.stubEnv('DATABASE_URL', db.url ?? ''));

  const reports = () =>
    db.database.query<{ name: string; year: number; revision: number; status: string }>(
      `select a.name, r.year, r.revision, r.status, r.published_on::text as "publishedOn"
       from report r join agency a on a.id = r.agency_id order by r.year, r.revision`,
    );

  it('reads a folder, takes the manifest’s word over the page’s, and tells what failed and why', async () => {
    const { status, out } = await nianbao(
      'import',
      folder,
      '--manifest',
      join(folder, 'files.csv'),
    );
    expect(status).toBe(1);
    expect(out).toContain('2 new, 0 revised, 0 unchanged, 1 not filed; 1 with errors.');
    expect(out).toContain('1 files that are no documents were passed over.');
    expect(out).toMatch(/notice\.html: NOT_A_REPORT/);
    expect(out).toMatch(/bad\.html: [12] errors?, the first: .*53/);
    expect(await reports()).toEqual([
      {
        name: '周口市川汇区自然资源局',
        year: 2022,
        revision: 1,
        status: 'PUBLISHED',
        publishedOn: '2023-01-31',
      },
      { name: '周口市公安局', year: 2024, revision: 1, status: 'PUBLISHED', publishedOn: null },
    ]);
  });

  it('changes nothing for the same bytes, and files a newer version as a new revision', async () => {
    const file = join(folder, 'zhoukou.txt');
    expect((await nianbao('import', file)).out).toContain('0 new, 0 revised, 1 unchanged');
    writeFileSync(file, `${readFileSync(file, 'utf8')}\n补充说明。\n`);
    const { status, out } = await nianbao('import', file);
    expect(status).toBe(0);
    expect(out).toContain('0 new, 1 revised, 0 unchanged');
    expect((await reports()).map((r) => [r.year, r.revision])).toEqual([
      [2022, 1],
      [2024, 1],
      [2024, 2],
    ]);
  });

  it('takes what parse printed, a report a line, and tells which line is wrong', async () => {
    const parsed = await nianbao('parse', `${docs}/bad01-rowTotal__html-plain.html`);
    const file = join(folder, 'reports.ndjson');
    writeFileSync(file, `${parsed.out}\n{"file":\n`);
    const { status, out } = await nianbao('import', file);
    expect(status).toBe(1);
    expect(out).toMatch(/(?:1 new, 0 revised|0 new, 1 revised), 0 unchanged, 1 not filed; 1 with/);
    expect(out).toContain(`${file}:3: LINE_INVALID: not JSON`);
    expect((await nianbao('import', file)).out).toContain('1 unchanged, 1 not filed');
    rmSync(file);
  });

  it('of files goes on behind the documents that were done when it was cut short', async () => {
    const files = [join(folder, 'zhoukou.txt'), join(folder, 'notice.html')];
    const options = { status: 'PUBLISHED' };
    const before = await Resumption.of(db.database, [...files, ''], options);
    for (let n = 0; n < 50; n++) await before.step();
    const { out } = await nianbao('import', ...files);
    expect(out).toContain('0 new, 0 revised, 0 unchanged, 0 not filed');
    expect((await nianbao('import', ...files)).out).toContain('1 unchanged, 1 not filed');
  });

  it('with --roster-only never creates an agency', async () => {
    const { status, out } = await nianbao('import', '--roster-only', `${docs}/gen09__docx.docx`);
    expect(status).toBe(1);
    expect(out).toMatch(/gen09__docx\.docx: AGENCY_NOT_ON_ROSTER/);
  });

  it('with --status SUBMITTED files a report that is not published', async () => {
    const { out } = await nianbao('import', '--status', 'SUBMITTED', `${docs}/gen09__docx.docx`);
    expect(out).toContain('1 new');
    const [row] = await db.database.query(
      `select status, is_current from report where status <> 'PUBLISHED'`,
    );
    expect(row).toEqual({ status: 'SUBMITTED', is_current: false });
  });
});
