import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadFirstData } from '../../src/server/first-data.js';
import {
  createEmbeddedDatabase,
  createTestDatabase,
  type TestDatabase,
} from '../support/database.js';

let embedded: TestDatabase;
beforeAll(async () => {
  embedded = await createEmbeddedDatabase();
});
afterAll(() => embedded.drop());

const rows = `select reltuples::int as rows from pg_class where relname = 'sector'`;

test('the first data are loaded once, and the planner knows how many they are', async () => {
  let loads = 0;
  const load = async (): Promise<void> => {
    loads += 1;
    await embedded.database.query(
      `insert into sector (code, ordinal, name_zh, name_en)
       select 'S' || n, n + 1000, n::text, n::text from generate_series(1, 40) n`,
    );
  };
  await embedded.database.query('delete from sector');
  await loadFirstData(embedded.database, load);
  expect(await embedded.database.query(rows)).toEqual([{ rows: 40 }]);
  await loadFirstData(embedded.database, load);
  expect(loads).toBe(1);
});

test('a load that was cut short is done again at the next start', async () => {
  await embedded.database.query(`delete from setting where key = 'samples'`);
  const fails = loadFirstData(embedded.database, () => Promise.reject(new Error('killed')));
  await expect(fails).rejects.toThrow('killed');
  let again = false;
  await loadFirstData(embedded.database, () => Promise.resolve((again = true)));
  expect(again).toBe(true);
});

test('a database that DATABASE_URL names gets no sample data', async () => {
  const server = await createTestDatabase();
  try {
    await loadFirstData(server.database, () => Promise.reject(new Error('loaded')));
  } finally {
    await server.drop();
  }
});
