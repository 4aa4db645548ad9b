import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { program } from '../../src/cli/program.js';
import { globalId } from '../../src/schema/global-id.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const docs = 'test/fixtures/corpus/docs';
const BAD = '东辰市自然资源和规划局/2023';
const author = ['--by', '李四', '--why', '与原件核对'];

/** Runs a command in this process; of standard error what the command itself says. */
async function nianbao(...args: string[]): Promise<{ status: number; out: string; err: string }> {
  const written = { out: '', err: '' };
  const catching = (stream: 'stdout' | 'stderr', to: 'out' | 'err') =>
    vi.spyOn(process[stream], 'write').mockImplementation(((
      text: string,
      done?: (error?: Error) => void,
    ) => {
      if (to === 'out' || text.startsWith('nianbao: ')) written[to] += text;
      if (typeof done === 'function') done();
      return true;
    }) as typeof process.stdout.write);
  const spies = [catching('stdout', 'out'), catching('stderr', 'err')];
  process.exitCode = 0;
  try {
    await program(['--lang', 'EN', ...args]);
    return { status: process.exitCode, ...written };
  } finally {
    process.exitCode = 0;
    spies.forEach((spy) => spy.mockRestore());
  }
}

let db: TestDatabase;
let folder: string;
beforeAll(async () => {
  db = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'nianbao-corrections-'));
  vi.stubEnv('DATABASE_URL', db.url ?? '');
  await nianbao(
    'import',
    `${docs}/bad01-rowTotal__html-plain.html`,
    `${docs}/real-zhoukou-psb-2024.txt`,
  );
});
beforeEach(() => void vi.stubEnv('DATABASE_URL', db.url ?? ''));
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await db.drop();
});

const reportId = async (): Promise<string> => {
  const [row] = await db.database.query<{ id: string }>(
    'select id from report where year in (2022, 2023)',
  );
  return globalId('Report', row!.id);
};

describe('nianbao explain', () => {
  it('lists findings with their ids, explains one by its check, and shows it', async () => {
    const listed = await nianbao('explain', BAD);
    expect(listed).toMatchObject({ status: 0, err: '' });
    const [id = ''] = listed.out.split(' ');
    expect(listed.out).toMatch(/^\S+ {2}ERROR A1 {2}3\(2\) Partially granted/);
    const explained = await nianbao('explain', BAD, 'A1', ...author);
    expect(explained.status).toBe(0);
    expect(explained.out).toMatch(/\n {4}explained \(李四, \d{4}-\d\d-\d\d\): 与原件核对\n$/);
    const dismissed = await nianbao('explain', await reportId(), id, ...author, '--dismiss');
    expect(dismissed.out).toContain('dismissed (李四');
  });

  it('says what is wrong', async () => {
    expect(await nianbao('explain', BAD, 'X1', ...author)).toMatchObject({
      status: 1,
      err: 'nianbao: FINDING_UNKNOWN: The report has no finding X1.\n',
    });
    expect((await nianbao('explain', BAD, 'A1')).status).toBe(2);
    const none = await nianbao('explain', '东辰市水利局/2023');
    expect(none.err).toBe(
      'nianbao: REPORT_UNKNOWN: There is no report of 东辰市水利局 for 2023.\n',
    );
    const strange = await nianbao('explain', 'somewhere');
    expect(strange.err).toMatch(/REPORT_UNKNOWN: somewhere is no id/);
  });
});

describe('nianbao correct', () => {
  it('corrects a cell and says what became of the findings', async () => {
    const cell = 'REQUESTS/PARTIALLY_GRANTED/total';
    const { status, out, err } = await nianbao('correct', BAD, cell, '51', ...author);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(
      /^东辰市自然资源和规划局 2023 ORGAN\n {2}.*Total: 53 → 51\n {2}- A1 ERROR .*\n {2}1 explanations were dropped/,
    );
    expect((await nianbao('explain', BAD)).out).not.toContain('A1');
  });

  it('takes a negative number behind --', async () => {
    const cell = 'APPEALS/reconsideration/upheld';
    const { status, out } = await nianbao('correct', BAD, cell, ...author, '--', '-3');
    expect(status).toBe(0);
    expect(out).toMatch(/: \d+ → -3\n/);
    expect((await nianbao('correct', BAD, cell, ...author, '/')).status).toBe(0);
  });

  it('files a report under another year, and back', async () => {
    const { status, out } = await nianbao('correct', BAD, '--year', '2022', ...author);
    expect(status).toBe(0);
    expect(out).toBe(
      '东辰市自然资源和规划局 2023 ORGAN\n  is filed now as 东辰市自然资源和规划局 2022 ORGAN (revision 1)\n',
    );
    const back = await nianbao('correct', await reportId(), '--year', '2023', ...author);
    expect(back.status).toBe(0);
  });

  it('says what is wrong', async () => {
    const cell = 'REQUESTS/received/total';
    const refusals: Record<string, string[]> = {
      NOT_A_NUMBER: [BAD, cell, '3.5', ...author],
      NO_SUCH_CELL: [BAD, 'REQUESTS/none/total', '3', ...author],
      REASON_REQUIRED: [BAD, cell, '3', '--by', '李四', '--why', ''],
      AGENCY_NOT_ON_ROSTER: [BAD, '--agency', '东辰市水利局', ...author],
      REPORT_UNKNOWN: ['东辰市自然资源和规划局/2019', cell, '3', ...author],
    };
    for (const [code, args] of Object.entries(refusals)) {
      const { status, err } = await nianbao('correct', ...args);
      expect(status).toBe(1);
      expect(err).toContain(`nianbao: ${code}: `);
    }
    for (const args of [
      [BAD, cell, ...author],
      [BAD, cell, '3'],
      [BAD, cell, '3', '--year', '2022', ...author],
      [BAD, '--scope', 'ALL', ...author],
    ]) {
      expect((await nianbao('correct', ...args)).status).toBe(2);
    }
  });
});

describe('nianbao enter', () => {
  it(
    'prints the form to be filled in, and files it with its scan',
    { timeout: 90_000 },
    async () => {
      const template = (await nianbao('enter', '--template', '2024')).out;
      expect(template).toContain(
        'REQUESTS/received/total,"一、本年新收政府信息公开申请数量 · 总计",\n',
      );
      const numbers = join(folder, 'numbers.csv');
      const scan = join(folder, 'scan.png');
      writeFileSync(numbers, template.replace(/,$/gm, ',0'));
      writeFileSync(scan, Buffer.from('\x89PNG\r\n\x1a\n scan', 'latin1'));
      const args = [scan, numbers, '--agency', '周口市水利局', '--year', '2024', ...author];
      const { status, out, err } = await nianbao('enter', ...args);
      expect({ status, err }).toEqual({ status: 0, err: '' });
      expect(out).toMatch(/^entered: 周口市水利局 2024 ORGAN · ERROR 0, /);
      expect((await nianbao('enter', ...args)).out).toMatch(/^This document is filed already/);
      const [stored] = await db.database.query(
        `select d.file_name, r.reader_version from report r join source_document d on d.id = r.source_document_id
       join agency a on a.id = r.agency_id where a.name = '周口市水利局'`,
      );
      expect(stored).toEqual({ file_name: 'scan.png', reader_version: 'TYPED_IN' });
    },
  );

  it('refuses what can be read, and says what is missing', async () => {
    const numbers = join(folder, 'some.json');
    const cells = { 'REQUESTS/received/total': '3' };
    writeFileSync(numbers, JSON.stringify({ agency: '周口市水利局', year: 2023, cells }));
    const scan = join(folder, 'scan.png');
    const incomplete = await nianbao('enter', scan, numbers, ...author);
    expect(incomplete.err).toMatch(/INCOMPLETE: 174 cells are not given: REQUESTS\/received\//);
    expect((await nianbao('enter', scan, numbers)).status).toBe(2);
    writeFileSync(numbers, '{"cells": {"REQUESTS/none": 1}}');
    await expect(nianbao('enter', scan, numbers, ...author)).rejects.toThrow(/no cell/);
  });
});

describe('nianbao reread and recheck', () => {
  it('find nothing to do where everything is of today', async () => {
    const nothing =
      '0 reports looked at, 0 changed, 0 not read. Nothing was kept; --apply keeps it.\n';
    expect(await nianbao('reread')).toMatchObject({ status: 0, out: nothing });
    expect(await nianbao('recheck')).toMatchObject({ status: 0, out: nothing });
  });

  it(
    'show cells, totals and findings that change, keep them with --apply, and name who asked',
    { timeout: 90_000 },
    async () => {
      // As if older programs had read another number and judged it by other rules.
      await db.database.query(
        `update report set reader_version = '0', rules_version = '0' where reader_version <> 'TYPED_IN'`,
      );
      await db.database.query(
        `update report_evidence e set cells = jsonb_set(e.cells, array['rows', (n - 1)::text, '4', '6'], '"31"')
         from report r, jsonb_array_elements((select cells -> 'rows' from report_evidence o where o.report_id = r.id))
           with ordinality as rows (packed, n)
         where r.id = e.report_id and r.year = 2024 and r.reader_version = '0' and packed ->> 1 = 'received'`,
      );
      const shown = await nianbao('reread');
      expect(shown.status).toBe(0);
      expect(shown.out).toContain('周口市公安局 2024 ORGAN (1)\n');
      expect(shown.out).toMatch(/Requests received this year · Total: 31 → 32\n/);
      expect(shown.out).toMatch(
        /Totals that change \(published reports\):\n {2}2024 ORGAN 410000 .*Total: \+1 \(1 reports\)\n/,
      );
      expect(shown.out).toMatch(/2 reports looked at, 1 changed, 0 not read\. Nothing was kept/);
      const kept = await nianbao('reread', '--apply', '--by', '李四');
      expect(kept.out).toBe(
        shown.out.replace('Nothing was kept; --apply keeps it.', 'The changes were kept.'),
      );
      const [entry] = await db.database.query(
        `select author from audit_entry where act = 'REREAD'`,
      );
      expect(entry).toEqual({ author: '李四' });
      expect((await nianbao('recheck')).out).toMatch(/^0 reports looked at/);
      await db.database.query(`update report set rules_version = '0'`);
      const checked = await nianbao('recheck', '--apply');
      expect(checked.out).toMatch(
        /^3 reports looked at, 0 changed, 0 not read\. The changes were kept/m,
      );
    },
  );

  it('take a document that cannot be read for a failure', async () => {
    await db.database.query(`update report set reader_version = '0' where year = 2024`);
    await db.database.query(
      `update source_document set bytes = '\\x00' where file_name like 'real-zhoukou%'`,
    );
    const { status, out } = await nianbao('reread', '--apply');
    expect(status).toBe(1);
    expect(out).toMatch(/周口市公安局 2024 ORGAN\n {4}not read: [A-Z_]+: /);
  });
});
