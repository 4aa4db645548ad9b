import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/entities/database.js';
import type { Database } from '../../src/entities/database.js';
import { createEmbeddedDatabase, createTestDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';

const count = async (database: Database): Promise<number> => {
  const [row] = await database.query<{ n: number }>('select count(*)::int as n from sector');
  return row!.n;
};

const insert = `insert into sector values ($1, 1, 'x', 'x')`;

describe.each([
  ['a PostgreSQL server', createTestDatabase],
  ['the embedded engine', createEmbeddedDatabase],
])('transactions on %s', (_name, create) => {
  let test: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    test = await create();
    database = test.database;
  });
  afterAll(() => test.drop());

  it('commit what they did', async () => {
    const answer = await database.transaction(async (manager) => {
      await manager.query(insert, ['A']);
      return 42;
    });
    expect([answer, await count(database)]).toEqual([42, 1]);
  });

  it('leave nothing behind when they throw, and pass the error on', async () => {
    const failure = new Error('changed my mind');
    const failing = database.transaction(async (manager) => {
      await manager.query(insert, ['B']);
      throw failure;
    });
    await expect(failing).rejects.toBe(failure);
    expect(await count(database)).toBe(1);
  });

  it('do not see each other, however many run at once', async () => {
    const runs = Array.from({ length: 20 }, (_, n) =>
      database.transaction(async (manager) => {
        await manager.query(insert, [`C${n}`]);
        if (n % 2 === 1) throw new Error('odd');
      }),
    );
    const outcomes = await Promise.allSettled(runs);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    expect(await count(database)).toBe(11);
  });

  it('turn a duplicate key into a CONFLICT without a word of the driver', async () => {
    const twice = database.query(insert, ['A']);
    await expect(twice).rejects.toMatchObject({
      code: 'CONFLICT',
      status: 409,
      message: 'another change came in between',
    });
  });

  it('refuse a text with a NUL as bad input', async () => {
    const zero = String.fromCharCode(0);
    await expect(database.query(insert, [`X${zero}`])).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      status: 400,
    });
    expect(await count(database)).toBe(11);
  });

  it('end a statement that takes too long, and go on', async () => {
    const slow = `select count(*) from generate_series(1, 200000000) n where n % 7 = 1`;
    const started = performance.now();
    const run = database.query(slow, [], { timeoutMs: 400 });
    await expect(run).rejects.toMatchObject({ code: 'QUERY_TIMEOUT', status: 504 });
    expect(performance.now() - started).toBeLessThan(4000);
    expect(await count(database)).toBe(11);
  });

  it('allow longer where a call asks for it', async () => {
    const rows = await database.query(`select pg_sleep(5.6), 1 as one`, [], { timeoutMs: 20_000 });
    expect(rows).toMatchObject([{ one: 1 }]);
  });

  it('refuse a database that a newer version has migrated', async () => {
    const later = `insert into schema_migration ("timestamp", name) values (9000000000000, 'Later9000000000000')`;
    await database.query(later);
    await expect(database.migrate()).rejects.toMatchObject({ code: 'SCHEMA_NEWER' });
    await expect(database.migrate()).rejects.toThrow('Later9000000000000');
    await database.query(`delete from schema_migration where name like 'Later%'`);
    await database.migrate();
  });
});

describe('two at once on a PostgreSQL server', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase();
    await test.database.query(insert, ['A']);
    await test.database.query(insert, ['B']);
  });
  afterAll(() => test.drop());

  const rename = `update sector set ordinal = ordinal + 1 where code = $1`;

  it('that wait for each other both come through, one of them in a second attempt', async () => {
    let attempts = 0;
    const bothHold = barrier(2);
    const swap = (first: string, second: string): Promise<void> =>
      test.database.transaction(async (manager) => {
        attempts++;
        await manager.query(rename, [first]);
        if (attempts <= 2) await bothHold();
        await manager.query(rename, [second]);
      });
    await Promise.all([swap('A', 'B'), swap('B', 'A')]);
    const rows = await test.database.query('select ordinal from sector');
    expect(rows).toEqual([{ ordinal: 3 }, { ordinal: 3 }]);
    expect(attempts).toBe(3);
  });

  it('that change the same row serializably are repeated, and after three attempts a CONFLICT', async () => {
    let attempts = 0;
    const losing = test.database.transaction(
      async (manager) => {
        attempts++;
        await manager.query('select * from sector');
        await test.database.query(rename, ['A']);
        await manager.query(rename, ['A']);
      },
      { isolation: 'REPEATABLE READ' },
    );
    await expect(losing).rejects.toMatchObject({ code: 'CONFLICT', sqlState: '40001' });
    expect(attempts).toBe(3);
  });

  it('one waiting for a lock of the other is told so after two seconds', async () => {
    const waiting = test.database.transaction(async (manager) => {
      await manager.query(rename, ['A']);
      await expect(test.database.query(rename, ['A'])).rejects.toMatchObject({
        code: 'OVERLOADED',
        status: 503,
        retryAfter: 1,
      });
    });
    await waiting;
  });

  it('writing to a server that has become read-only is refused as such', async () => {
    const failing = test.database.transaction(async (manager) => {
      await manager.query('set transaction read only');
      await manager.query(rename, ['A']);
    });
    await expect(failing).rejects.toMatchObject({ code: 'READ_ONLY', status: 503, retryAfter: 5 });
  });

  it('callers more than the pool has connections are told after two seconds, and none is lost', async () => {
    const small = await openDatabase({ databaseUrl: test.url, dataDir: '', poolSize: 2 });
    const started = performance.now();
    const runs = Array.from({ length: 3 }, () => small.query('select pg_sleep(3)'));
    const outcomes = await Promise.allSettled(runs);
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused).toMatchObject([{ reason: { code: 'OVERLOADED', status: 503 } }]);
    expect(performance.now() - started).toBeLessThan(5000);
    await expect(small.ping()).resolves.toBeUndefined();
    await small.close();
  });
});

/** Resolves for all once `size` have come. */
const barrier = (size: number): (() => Promise<void>) => {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  let come = 0;
  return () => {
    if (++come === size) open();
    return opened;
  };
};
