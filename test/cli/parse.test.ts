import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
const docs = fileURLToPath(new URL('../fixtures/corpus/docs/', import.meta.url));
const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

interface Run {
  status: number | null;
  lines: any[];
  stdout: string;
  stderr: string;
}

/** Runs the command line from its source. */
function nianbao(...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', loader, cli, ...args], {
      env: { ...process.env, LANG: 'C', LC_ALL: '' },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
    child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
    child.on('close', (status) => {
      const lines = stdout.startsWith('{')
        ? stdout
            .trimEnd()
            .split('\n')
            .map((line) => JSON.parse(line))
        : [];
      resolve({ status, lines, stdout, stderr });
    });
  });
}

describe('nianbao parse', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'nianbao-parse-'));
    writeFileSync(join(folder, 'empty.txt'), '');
    writeFileSync(join(folder, 'scan.png'), Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
    writeFileSync(join(folder, 'large.html'), `<p>${'x'.repeat(11 * 1024 * 1024)}`);
    writeFileSync(join(folder, 'deep.html'), '<div>'.repeat(100_000));
    writeFileSync(join(folder, 'wide.html'), '<table><tr><td colspan="100000">a<td>b</table>');
    mkdirSync(join(folder, 'folder.html'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('prints one line for each file in the order given, and goes on after those it cannot read', async () => {
    const files = [
      join(docs, 'real-zhoukou-psb-2024.txt'),
      join(folder, 'missing.html'),
      join(docs, 'gen05__html-word__thousands.html'),
      join(folder, 'empty.txt'),
      join(folder, 'folder.html'),
      join(folder, 'scan.png'),
      join(folder, 'large.html'),
      join(folder, 'deep.html'),
      join(folder, 'wide.html'),
      join(docs, 'neg-notice.html'),
      join(docs, 'bad02-cell__txt-tab.txt'),
    ];
    const run = await nianbao('parse', ...files);
    expect(run.status).toBe(1);
    expect(run.lines.map((l) => l.file)).toEqual(files);
    expect(run.lines.map((l) => (l.ok ? l.agency : l.error.code))).toEqual([
      '周口市公安局',
      'FILE_NOT_FOUND',
      '云岭县人民政府',
      'EMPTY_FILE',
      'NOT_A_FILE',
      'UNSUPPORTED_FORMAT',
      'FILE_TOO_LARGE',
      'NESTING_TOO_DEEP',
      'TABLE_TOO_LARGE',
      'NOT_A_REPORT',
      '东辰市自然资源和规划局',
    ]);
    expect(run.lines[1].error.message).toBe(`${files[1]}: There is no such file.`);
    expect(run.lines[10].findings).toContainEqual(
      expect.objectContaining({ check: 'A1', severity: 'ERROR' }),
    );
    expect(run.stderr).toBe('');
  });

  it('prints the report of 周口市公安局 as the contract shows it', async () => {
    const run = await nianbao('parse', join(docs, 'real-zhoukou-psb-2024.txt'));
    expect(run.status).toBe(0);
    expect(run.lines[0]).toMatchObject({
      ok: true,
      agency: '周口市公安局',
      year: 2024,
      scope: 'ORGAN',
      title: '周口市公安局 2024 年政府信息公开工作年度报告',
      editions: { activeDisclosure: 'E2021', requests: 'E2021', appeals: 'E2021' },
      activeDisclosure: { licensingDecisions: 1761224, administrativeFeesWan: '12313.437' },
      requests: { received: { naturalPerson: 32, total: 32 }, completed: { total: 30 } },
      publishedOn: null,
      unifiedSocialCreditCode: null,
    });
    expect(run.lines[0].sections.map((s: any) => s.ordinal)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(run.lines[0].cells).toBeUndefined();
  });

  it('adds all cells with --cells, each with its place', async () => {
    const run = await nianbao(
      'parse',
      '--cells',
      join(docs, 'zhoukou-2024__html-pcell__breaks.html'),
    );
    expect(run.lines[0].cells).toHaveLength(10 + 25 * 7 + 15);
    expect(run.lines[0].cells).toContainEqual({
      table: 'ACTIVE_DISCLOSURE',
      row: 'licensingDecisions',
      column: null,
      status: 'READ',
      value: '1761224',
      raw: '1761224',
      locator: 'table 1 row 7 column 2',
    });
  });

  it('exits with 2 on wrong usage and prints nothing on standard output', async () => {
    for (const args of [[], ['parse'], ['parse', '--nothing', 'x'], ['unknown']]) {
      const run = await nianbao(...args);
      expect(run).toMatchObject({ status: 2, stdout: '' });
      expect(run.stderr).not.toBe('');
    }
  });

  it('explains itself in both languages', async () => {
    const english = await nianbao('parse', '--help');
    expect(english).toMatchObject({ status: 0 });
    expect(english.stdout).toContain('Exit status: 0 all files were read');
    const chinese = await nianbao('--lang', 'ZH', 'parse', '--help');
    expect(chinese.stdout).toContain('用法：');
    expect(chinese.stdout).toContain('退出状态');
    expect((await nianbao('parse', '--help', '--lang', 'ZH')).stdout).toContain('退出状态');
  });

  it('stops without an error when nobody reads any more', async () => {
    const file = join(docs, 'gen05__html-word__thousands.html');
    const child = spawn(process.execPath, [
      '--import',
      loader,
      cli,
      'parse',
      '--cells',
      ...Array<string>(12).fill(file),
    ]);
    let stderr = '';
    child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });
});
