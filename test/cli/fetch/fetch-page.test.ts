import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { fetchCodes } from '../../../src/cli/fetch/fetch-error.js';
import { program } from '../../../src/cli/program.js';

it('docs/fetch.md has every code of the fetcher with its meaning', () => {
  const rows = [
    ...readFileSync('docs/fetch.md', 'utf8').matchAll(/^\| `([A-Z_]+)` +\| (.+?) +\|$/gm),
  ];
  const documented = Object.fromEntries(rows.map(([, code, meaning]) => [code!, meaning]));
  expect(documented).toMatchObject(fetchCodes);
  expect(Object.keys(documented)).toEqual([...Object.keys(fetchCodes), 'NOT_A_LIST']);
});

describe('nianbao fetch', () => {
  const run = async (...args: string[]): Promise<{ status: unknown; told: string }> => {
    const told: string[] = [];
    const write = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      told.push(String(text));
      return true;
    });
    try {
      await program(['--lang', 'EN', 'fetch', ...args]);
      return { status: process.exitCode, told: told.join('') };
    } finally {
      write.mockRestore();
      process.exitCode = 0;
    }
  };

  it('is off where no host is allowed', async () => {
    vi.stubEnv('FETCH_ALLOW', '');
    const { status, told } = await run('https://www.moe.gov.cn/');
    expect([status, told]).toEqual([2, expect.stringContaining('No host is allowed')]);
    vi.unstubAllEnvs();
  });

  it('refuses what is no suffix of a host', async () => {
    const { status, told } = await run('https://www.moe.gov.cn/', '--allow', 'https://x/');
    expect([status, told]).toEqual([2, expect.stringContaining('is no suffix of a host')]);
  });
});
