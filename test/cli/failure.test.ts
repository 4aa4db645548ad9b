import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { failure } from '../../src/cli/failure.js';
import { program } from '../../src/cli/program.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-failure-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** How a command that fails as a whole ends. */
async function ending(environment: Record<string, string>, ...args: string[]): Promise<string> {
  const before = { ...process.env };
  Object.assign(process.env, environment);
  try {
    await program(args);
    return 'no failure';
  } catch (error) {
    const { text, status } = failure(error);
    return `${status} ${text}`;
  } finally {
    process.env = before;
  }
}

test('a database that is away is a sentence, not a stack', async () => {
  const away = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' };
  expect(await ending(away, 'samples', 'remove')).toBe('69 the database is not available');
});

test('an embedded database that another process holds is named with the pid', async () => {
  const lock = { pid: process.ppid, started: null, host: 'x' };
  writeFileSync(join(folder, 'lock'), JSON.stringify(lock));
  const said = await ending({ DATABASE_URL: '', DATA_DIR: folder }, 'samples', 'remove');
  expect(said).toContain(`69 process ${process.ppid} uses the embedded database`);
  expect(said).not.toContain('\n');
});

test('a bad setting and a manifest that cannot be used are wrong usage', async () => {
  expect(await ending({ DATABASE_URL: 'mysql://x' }, 'samples', 'remove')).toMatch(
    /^2 DATABASE_URL must be/,
  );
  const missing = join(folder, 'none.csv');
  expect(await ending({}, 'import', '--manifest', missing, folder)).toBe(
    `2 ${missing}: There is no such file.`,
  );
  const bad = join(folder, 'bad.csv');
  writeFileSync(bad, 'file,year\na.html,MMXX\n');
  expect(await ending({}, 'import', '--manifest', bad, folder)).toBe(
    `2 ${bad}: line 2: MMXX is no year`,
  );
});

test('a fault of the program is shown in full', () => {
  expect(failure(new TypeError('x is undefined'))).toMatchObject({ status: 70 });
  expect(failure(new TypeError('x is undefined')).text).toContain('failure.test.ts');
});
