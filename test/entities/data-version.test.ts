import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DataVersion } from '../../src/entities/data-version.js';
import type { Database } from '../../src/entities/database.js';
import { createEmbeddedDatabase, createLonelyDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';

describe.each([
  ['a PostgreSQL server', createLonelyDatabase],
  ['the embedded engine', createEmbeddedDatabase],
])('the version of the data on %s', (_name, create) => {
  let test: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    test = await create();
    database = test.database;
  });
  afterAll(() => test.drop());

  it('stays as long as nothing is committed', async () => {
    const version = new DataVersion(() => database);
    const first = await version.read();
    await database.query('select count(*) from report');
    expect(await version.read()).toBe(first);
    expect(await new DataVersion(() => database).read()).toBe(first);
  });

  it('is another after every commit', async () => {
    const version = new DataVersion(() => database);
    const seen = new Set([await version.read()]);
    for (let i = 0; i < 5; i++) {
      await database.query(
        `insert into setting values ('a', '1') on conflict (key) do update set value = '2'`,
      );
      seen.add(await version.read());
    }
    expect(seen.size).toBe(6);
  });

  it('is read once for those who ask together, anew for who asks while it is read', async () => {
    let statements = 0;
    const counting = {
      prepared: () => {
        statements += 1;
        return new Promise((resolve) =>
          setTimeout(() => resolve([{ version: String(statements) }]), 20),
        );
      },
    } as unknown as Database;
    const version = new DataVersion(() => counting);
    const together = await Promise.all([version.read(), version.read(), version.read()]);
    expect(together).toEqual(['1', '1', '1']);
    const early = version.read();
    await new Promise((resolve) => setTimeout(resolve, 10));
    const late = [version.read(), version.read()];
    expect([await early, ...(await Promise.all(late))]).toEqual(['2', '3', '3']);
  });

  it('fails with those who wait for it, and is read again for the next', async () => {
    let fails = true;
    const failing = {
      prepared: () =>
        fails ? Promise.reject(new Error('away')) : Promise.resolve([{ version: 'back' }]),
    } as unknown as Database;
    const version = new DataVersion(() => failing);
    await expect(version.read()).rejects.toThrow('away');
    fails = false;
    expect(await version.read()).toBe('back');
  });
});
