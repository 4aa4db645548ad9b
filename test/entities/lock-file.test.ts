import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeLock } from '../../src/entities/pglite/lock-file.js';

let directory: string;
let lock: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'nianbao-lock-'));
  lock = join(directory, 'lock');
});
afterEach(() => rm(directory, { recursive: true, force: true }));

describe('the lock of a data directory', () => {
  it('is refused to a second taker, who is told the pid', async () => {
    const giveBack = await takeLock(lock);
    await expect(takeLock(lock)).rejects.toMatchObject({ code: 'DATABASE_LOCKED' });
    await expect(takeLock(lock)).rejects.toThrow(`process ${process.pid} `);
    await giveBack();
  });

  it('is free again, and leaves no file, once it is given back', async () => {
    await (
      await takeLock(lock)
    )();
    await (
      await takeLock(lock)
    )();
    expect(await readdir(directory)).toEqual([]);
  });

  it('is held by a living process with its name', async () => {
    const holder = { pid: process.ppid, started: null, host: hostname() };
    await writeFile(lock, JSON.stringify(holder));
    await expect(takeLock(lock)).rejects.toThrow(`process ${process.ppid} `);
    expect(JSON.parse(await readFile(lock, 'utf8'))).toEqual(holder);
  });

  it.each([
    ['of a dead process', { pid: 4_194_300, started: null, host: hostname() }],
    [
      'of a process whose pid another has now',
      { pid: process.ppid, started: '1', host: hostname() },
    ],
    ['of this pid before a restart', { pid: process.pid, started: '1', host: hostname() }],
    ['that was never written to the end', null],
  ])('%s is taken over', async (_whose, holder) => {
    await writeFile(lock, holder ? JSON.stringify(holder) : '{');
    const giveBack = await takeLock(lock);
    expect(JSON.parse(await readFile(lock, 'utf8'))).toMatchObject({ pid: process.pid });
    expect(await readdir(directory)).toEqual(['lock']);
    await giveBack();
  });

  it('of another machine holds as long as it is touched', async () => {
    await writeFile(lock, JSON.stringify({ pid: 1, started: null, host: 'elsewhere' }));
    await expect(takeLock(lock)).rejects.toMatchObject({ code: 'DATABASE_LOCKED' });
    const longAgo = new Date(Date.now() - 120_000);
    await utimes(lock, longAgo, longAgo);
    await (
      await takeLock(lock)
    )();
  });

  it('is had by one of ten that find it dead at the same time', async () => {
    await writeFile(lock, '{');
    const takers = await Promise.allSettled(Array.from({ length: 10 }, () => takeLock(lock)));
    const had = takers.filter((taker) => taker.status === 'fulfilled');
    expect(had).toHaveLength(1);
    await had[0]!.value();
  });
});
