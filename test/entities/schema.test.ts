import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Agency } from '../../src/entities/agency.js';
import { migrations } from '../../src/entities/data-source.js';
import type { Database } from '../../src/entities/database.js';
import { createEmbeddedDatabase, createTestDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';

/** What TypeORM would change so that the tables are as the entities say; comments stand in the migrations alone. */
const pendingChanges = async (database: Database): Promise<string[]> => {
  const commented = await database.query<{ statement: string }>(
    `select format('comment on column %s.%I is null', attrelid::regclass, attname) as statement
       from pg_description
       join pg_attribute on attrelid = objoid and attnum = objsubid
       join pg_class c on c.oid = attrelid
      where c.relnamespace = 'public'::regnamespace`,
  );
  for (const { statement } of commented) await database.query(statement);
  const { upQueries } = await database.dataSource.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query).filter((query) => !query.startsWith('COMMENT ON'));
};

describe.each([
  ['a PostgreSQL server', createTestDatabase],
  ['the embedded engine', createEmbeddedDatabase],
])('the schema on %s', (_name, create) => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await create();
  });
  afterAll(() => test.drop());

  it('is what the entities say', async () => {
    expect(await pendingChanges(test.database)).toEqual([]);
  });

  it('migrates a second time without a change', async () => {
    await test.database.migrate();
    const run = await test.database.query<{ name: string }>('select name from schema_migration');
    expect(run.map(({ name }) => name)).toEqual(migrations.map(({ name }) => name));
  });

  it('stores and finds an agency through its entity, and refuses the same name in the same region', async () => {
    const agencies = test.database.dataSource.getRepository(Agency);
    const values = {
      name: '周口市公安局',
      normalisedName: '周口市公安局',
      kind: 'DEPARTMENT' as const,
    };
    const { id } = await agencies.save({ ...values });
    expect(await agencies.findOneByOrFail({ id })).toMatchObject({ ...values, regionCode: null });
    await expect(agencies.insert({ ...values })).rejects.toMatchObject({ code: '23505' });
  });

  it('gives a date as text and an update its rows', async () => {
    const rows = await test.database.query(
      `update agency set name = name returning date '2024-12-31' as day, id`,
    );
    expect(rows).toEqual([{ day: '2024-12-31', id: expect.any(String) as string }]);
  });
});
