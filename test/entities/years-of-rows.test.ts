import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { RowsByYear1765100000000 } from '../../migrations/1765100000000-rows-by-year.js';
import { prepareYears } from '../../src/entities/years-of-rows.js';
import {
  createEmbeddedDatabase,
  createTestDatabase,
  type TestDatabase,
} from '../support/database.js';
import { aReport, anAgency, storePlaces, storeWorld } from '../support/world.js';

let test: TestDatabase;
afterEach(() => test.drop());

const reports = [2007, 2023, 2041].map((year, i) =>
  aReport({
    ...{ id: i + 1, agency: 1, year },
    requests: { received: { naturalPerson: year, total: year } },
    appeals: { reconsideration: { upheld: 1, total: 1 } },
    disclosure: { administrativeFeesWan: { amountWan: '12.5' } },
  }),
);
const world = { agencies: [anAgency({ id: 1 })], reports };

const parts = (): Promise<{ part: string; id: string; total: string }[]> =>
  test.database.query(
    `select tableoid::regclass::text as part, report_id as id, total from request_row order by report_id`,
  );

/** As at the end of a year: the program makes room for those that come. */
const prepare = async (last: number): Promise<void> => {
  const runner = test.database.dataSource.createQueryRunner();
  await prepareYears(runner, last).finally(() => runner.release());
};

/** Runs the migration alone; `before` is told each of its statements, until it answers false. */
async function migrated(
  direction: 'up' | 'down',
  before: (sql: string) => Promise<boolean> = () => Promise.resolve(false),
): Promise<void> {
  const runner = test.database.dataSource.createQueryRunner();
  let watching = true;
  const watched = new Proxy(runner, {
    get: (target, property) =>
      property === 'query'
        ? async (sql: string, params?: unknown[]) => {
            watching &&= await before(sql);
            return (await target.query(sql, params)) as unknown;
          }
        : (Reflect.get(target, property, target) as unknown),
  });
  await runner.startTransaction();
  await new RowsByYear1765100000000()[direction](watched);
  await runner.commitTransaction();
  await runner.release();
}

describe.each([
  ['a PostgreSQL server', createTestDatabase],
  ['the embedded engine', createEmbeddedDatabase],
])('printed rows on %s', (_name, create) => {
  it('lie in the partition of their year, and move to it once it is made', async () => {
    test = await create();
    await storePlaces(test.database);
    await storeWorld(test.database, world);
    expect(await parts()).toEqual([
      { part: 'request_row_earlier', id: '1', total: '2007' },
      { part: 'request_row_2023', id: '2', total: '2023' },
      { part: 'request_row_default', id: '3', total: '2041' },
    ]);
    await prepare(2041);
    await prepare(2041);
    expect((await parts()).at(-1)).toEqual({ part: 'request_row_2041', id: '3', total: '2041' });
  });

  it('follow their report to another year, and end with it', async () => {
    test = await create();
    await storePlaces(test.database);
    await storeWorld(test.database, world);
    await test.database.query('update report set year = 2022 where id = 2');
    expect((await parts())[1]).toEqual({ part: 'request_row_2022', id: '2', total: '2023' });
    await test.database.query('delete from report where id = 2');
    expect(await parts()).toHaveLength(2);
  });

  it('cannot be of another year than their report', async () => {
    test = await create();
    await storePlaces(test.database);
    await storeWorld(test.database, world);
    await expect(
      test.database.query('update request_row set year = 2020 where report_id = 2'),
    ).rejects.toMatchObject({ sqlState: '23503' });
  });

  it('are the same after going back to tables without years', async () => {
    test = await create();
    await storePlaces(test.database);
    await storeWorld(test.database, world);
    const printed = (): Promise<unknown[]> =>
      test.database.query(
        `select report_id, ordinal, "row", edition, amount_wan from active_disclosure_row order by 1`,
      );
    const before = await printed();
    await migrated('down');
    expect(await printed()).toEqual(before);
    await migrated('up');
    expect(await printed()).toEqual(before);
  });
});

it('are copied while others read', async () => {
  test = await createTestDatabase();
  await storePlaces(test.database);
  await storeWorld(test.database, world);
  const reader = new pg.Client({ connectionString: test.url ?? '' });
  await reader.connect();
  try {
    await migrated('down');
    const answers: unknown[] = [];
    await migrated('up', async (sql) => {
      if (sql.includes('access exclusive')) return false;
      answers.push((await reader.query('select from request_row')).rowCount);
      return true;
    });
    expect(answers.length).toBeGreaterThan(10);
    expect(new Set(answers)).toEqual(new Set([3]));
  } finally {
    await reader.end();
  }
});
