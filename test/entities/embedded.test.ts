import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/entities/database.js';
import type { Database } from '../../src/entities/database.js';
import { startChild } from '../support/child.js';
import { createEmbeddedDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';

let test: TestDatabase;
let database: Database;
beforeAll(async () => {
  test = await createEmbeddedDatabase();
  database = test.database;
  await database.query(`insert into setting values ('kept', '1')`);
});
afterAll(() => test.drop());

const one = (): Promise<unknown[]> => database.query('select 1 as one');

describe('the embedded engine', () => {
  it('does not stop the event loop while it works', async () => {
    let ticks = 0;
    const ticking = setInterval(() => ticks++, 10);
    await database.query('select count(*) from generate_series(1, 400000) n where n % 7 = 1');
    clearInterval(ticking);
    expect(ticks).toBeGreaterThan(5);
  });

  it('lets callers wait for a statement that is ended, and serves them then', async () => {
    const endless = `with recursive n as (select 1 as i union all select i + 1 from n) select count(*) from n`;
    const ended = database.query(endless, [], { timeoutMs: 500 });
    const waiting = [1, 2, 3].map(one);
    await expect(ended).rejects.toMatchObject({ code: 'QUERY_TIMEOUT', status: 504 });
    expect(await Promise.all(waiting)).toEqual([1, 2, 3].map(() => [{ one: 1 }]));
  });

  it('starts anew after it failed, with what was committed', async () => {
    // It cannot take rows from a client: it ends itself, some time after it has answered.
    const copying = database.query('copy setting from stdin', [], { timeoutMs: 3000 });
    await expect(copying).rejects.toMatchObject({ name: 'DatabaseError' });
    while (!(await one().catch(() => null))) await sleep(100);
    expect(await database.query('select key from setting')).toEqual([{ key: 'kept' }]);
  });
});

describe('an embedded engine that is restarted', () => {
  it('has what was committed, and serves those who ask meanwhile', async () => {
    const restarted = database.restart();
    expect(await one()).toEqual([{ one: 1 }]);
    await restarted;
    expect(await database.query('select key from setting')).toEqual([{ key: 'kept' }]);
  });
});

describe('the data directory of an embedded database', () => {
  it('is made whole or not at all', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'nianbao-embedded-'));
    await mkdir(join(dataDir, 'database.unfinished.1', 'base'), { recursive: true });
    const made = await openDatabase({ databaseUrl: null, dataDir });
    expect(await made.query('select 1 as one')).toEqual([{ one: 1 }]);
    await made.close();
    expect(await readdir(dataDir)).toEqual(['database']);
    await rm(dataDir, { recursive: true });
  }, 60_000);

  it('is refused to a second process, which is told the pid', async () => {
    const other = startChild('./write-for-ever.ts', test.dataDir);
    expect(await other.ended).toBe(1);
    expect(other.errors()).toContain(`process ${process.pid} `);
    expect(await one()).toEqual([{ one: 1 }]);
  });

  it('keeps every row that a killed process was told is committed, and is free at once', async () => {
    await database.close();
    const writer = startChild('./write-for-ever.ts', test.dataDir);
    let committed = 0;
    for await (const line of writer.lines) {
      committed = Number(line);
      if (committed === 150) writer.process.kill('SIGKILL');
    }
    expect(await writer.ended).toBe('SIGKILL');
    expect(committed).toBeGreaterThanOrEqual(150);
    database = await openDatabase({ databaseUrl: null, dataDir: test.dataDir });
    const [row] = await database.query<{ n: number }>(
      `select count(*)::int as n from setting where key like 'row %'`,
    );
    await database.close();
    expect([committed, committed + 1]).toContain(row!.n);
  }, 60_000);
});
