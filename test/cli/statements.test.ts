import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';

const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** Runs `nianbao statements` from its source with some passages on standard input. */
function statements(
  input: string,
  ...args: string[]
): Promise<{ status: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', loader, cli, 'statements', ...args], {
      env: { ...process.env, LANG: 'C', LC_ALL: '' },
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
    child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
    child.on('close', (status) => resolve({ status, stdout, stderr }));
    child.stdin.end(input);
  });
}

describe('nianbao statements', () => {
  it('masks personal data in the sentences', async () => {
    const { stdout } = await statements('张某（13812341234）等收到政府信息公开申请3件。');
    expect(JSON.parse(stdout)).toMatchObject([
      { value: '3', sentence: expect.stringContaining('138****1234') },
    ]);
    expect(stdout).not.toContain('13812341234');
  });

  it('prints one array for each line, empty for an empty line', async () => {
    const passages = '收到政府信息公开申请3件。\r\n\n未收到依申请公开。';
    const { status, stdout, stderr } = await statements(passages);
    expect([status, stderr]).toEqual([0, '']);
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toEqual([
      [{ metric: 'REQUESTS_RECEIVED', value: '3', sentence: '收到政府信息公开申请3件。' }],
      [],
      [{ metric: 'REQUESTS_RECEIVED', value: '0', sentence: '未收到依申请公开。' }],
    ]);
  });

  it('takes the year of the report', async () => {
    const { stdout } = await statements('结转2023年政府信息公开申请3件。\n', '--year', '2024');
    expect(stdout).toContain('REQUESTS_CARRIED_IN');
  });

  it('refuses what is no year', async () => {
    const { status, stdout } = await statements('', '--year', 'x');
    expect([status, stdout]).toEqual([2, '']);
  });
});
