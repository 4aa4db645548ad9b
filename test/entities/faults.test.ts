import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/entities/database.js';
import type { Database } from '../../src/entities/database.js';
import { createTestUrl } from '../support/database.js';
import { FaultyProxy } from '../support/faulty-proxy.js';
import { administer } from '../support/template-database.js';

describe('a PostgreSQL server that fails', () => {
  let url: string;
  let drop: () => Promise<void>;
  let proxy: FaultyProxy;
  let database: Database;
  beforeAll(async () => {
    ({ url, drop } = await createTestUrl({ empty: true }));
    const { hostname, port } = new URL(url);
    proxy = new FaultyProxy({ host: hostname, port: Number(port) });
    await proxy.up();
    database = await openDatabase({ databaseUrl: proxy.address(url), dataDir: '' });
  });
  afterAll(async () => {
    await database.close();
    await proxy.down();
    await drop();
  });

  const unavailable = { code: 'DATABASE_UNAVAILABLE', status: 503, retryAfter: 1 };
  const one = (): Promise<unknown[]> => database.query('select 1 as one');

  const secondsUntilSuccess = async (): Promise<number> => {
    const started = performance.now();
    while (!(await one().catch(() => null))) await sleep(50);
    return (performance.now() - started) / 1000;
  };

  it('by killing the connections costs the statements under way, and no later one', async () => {
    const running = [1, 2, 3].map(() => database.query('select pg_sleep(3)'));
    const seen = Promise.allSettled(running);
    await sleep(300);
    await administer(
      url,
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'select pg_sleep%'`,
    );
    expect(await seen).toMatchObject([1, 2, 3].map(() => ({ reason: unavailable })));
    expect(await one()).toEqual([{ one: 1 }]);
  });

  it('by cutting idle connections costs nothing', async () => {
    await Promise.all([one(), one(), one()]);
    proxy.cut();
    await sleep(100);
    expect(await one()).toEqual([{ one: 1 }]);
  });

  it('in the middle of a transaction rolls it back and says so', async () => {
    const broken = database.transaction(async (manager) => {
      await manager.query('create table half_written (n int)');
      proxy.cut();
      await sleep(100);
      await manager.query('insert into half_written values (1)');
    });
    await expect(broken).rejects.toMatchObject(unavailable);
    expect(await database.query(`select to_regclass('half_written') as found`)).toEqual([
      { found: null },
    ]);
  });

  it('by refusing is answered at once, and used again within two seconds of its return', async () => {
    await proxy.down();
    const started = performance.now();
    await expect(one()).rejects.toMatchObject(unavailable);
    await expect(database.ping()).rejects.toMatchObject(unavailable);
    expect(performance.now() - started).toBeLessThan(1000);
    await proxy.up();
    expect(await secondsUntilSuccess()).toBeLessThan(2);
  });

  it('by freezing is answered within six seconds, and used again within two of its thaw', async () => {
    await one();
    proxy.freeze();
    const started = performance.now();
    const calls = [...Array.from({ length: 12 }, one), database.ping()];
    const outcomes = await Promise.allSettled(calls);
    expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
    for (const outcome of outcomes) {
      const { status } = (outcome as { reason: { status: number } }).reason;
      expect([503, 504]).toContain(status);
    }
    expect(performance.now() - started).toBeLessThan(6000);
    proxy.thaw();
    expect(await secondsUntilSuccess()).toBeLessThan(2);
  });

  it('from the start is waited for', async () => {
    await proxy.down();
    const early = await openDatabase({ databaseUrl: proxy.address(url), dataDir: '' });
    await expect(early.migrate()).rejects.toMatchObject(unavailable);
    await proxy.up();
    await early.migrate();
    expect(await early.query('select count(*)::int as n from report')).toEqual([{ n: 0 }]);
    await early.close();
  });
});

describe('an empty PostgreSQL database', () => {
  it('is migrated once when five start at the same time', async () => {
    const { url, drop } = await createTestUrl({ empty: true });
    const open = (): Promise<Database> => openDatabase({ databaseUrl: url, dataDir: '' });
    const all = await Promise.all([open(), open(), open(), open(), open()]);
    await Promise.all(all.map((database) => database.migrate()));
    const run = await all[0].query<{ name: string }>('select name from schema_migration');
    const names = run.map(({ name }) => name);
    expect(names.length).toBeGreaterThan(0);
    expect(names).toEqual([...new Set(names)]);
    await Promise.all(all.map((database) => database.close()));
    await drop();
  });
});
