import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFileBytes } from '../../src/cli/read-file.js';

describe('reading a named file', () => {
  let folder = '';
  const at = (name: string): string => join(folder, name);
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'nianbao-read-'));
    writeFileSync(at('a.txt'), '规章');
    mkdirSync(at('folder'));
    symlinkSync(at('circle'), at('circle'));
    symlinkSync(at('a.txt'), at('link'));
    writeFileSync(at('large'), '');
    truncateSync(at('large'), 31 * 1024 * 1024);
    execFileSync('mkfifo', [at('pipe')]);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('yields its bytes, also through a link', async () => {
    expect(Buffer.from(await readFileBytes(at('link'))).toString()).toBe('规章');
  });

  it.each([
    ['missing', 'FILE_NOT_FOUND'],
    ['a.txt/below', 'FILE_NOT_FOUND'],
    ['x'.repeat(300), 'FILE_NOT_FOUND'],
    ['circle', 'FILE_NOT_FOUND'],
    ['folder', 'NOT_A_FILE'],
    ['pipe', 'NOT_A_FILE'],
    ['large', 'FILE_TOO_LARGE'],
  ])('refuses %s with %s', async (name, code) => {
    await expect(readFileBytes(at(name))).rejects.toMatchObject({ name: 'IngestError', code });
  });

  it('refuses what is no file at all', async () => {
    await expect(readFileBytes('/dev/null')).rejects.toMatchObject({ code: 'NOT_A_FILE' });
    await expect(readFileBytes('\0')).rejects.toMatchObject({ name: 'IngestError' });
    await expect(readFileBytes('')).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' });
  });
});
