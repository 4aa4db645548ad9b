import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consolidation } from '../../src/rollup/consolidation.js';
import { contributionsOf } from '../../src/rollup/contributions.js';
import { reportCondition, type SqlParams } from '../../src/rollup/report-filter.js';
import { threeTablesOf } from '../../src/rollup/three-tables.js';
import { totals } from '../../src/rollup/totals.js';
import { createEmbeddedDatabase, type TestDatabase } from '../support/database.js';
import { aReport, anAgency, storePlaces, storeWorld } from '../support/world.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await createEmbeddedDatabase();
  await storePlaces(test.database);
  await storeWorld(test.database, {
    agencies: [anAgency({ id: 1 }), anAgency({ id: 2, region: null, level: null })],
    reports: [
      aReport({
        id: 1,
        requests: {
          received: { naturalPerson: 3, total: null },
          completed: { total: 4 },
          GRANTED: { total: 1 },
        },
        disclosure: { administrativeFeesWan: { amountWan: '1.50' } },
      }),
      aReport({ id: 2, region: null, requests: { received: { total: 4_000_000_000 } } }),
    ],
  });
});
afterAll(() => test.drop());

describe('on the embedded engine', () => {
  it('totals, their order and their pages are the same', async () => {
    const orderBy = { metric: 'GRANT_RATE', per: null, descending: true, minimumDenominator: 0 };
    const question = { filter: {}, groupBy: ['PROVINCE', 'AGENCY'] as const, orderBy };
    const first = await totals(test.database, question, { first: 1, after: null });
    expect(first.items[0]?.node.key).toEqual({ province: '410000', agency: '1' });
    expect(first.items[0]?.node.tables.activeDisclosure.administrativeFeesWan).toBe('1.5');
    const second = await totals(test.database, question, {
      first: 1,
      after: first.items[0]!.cursor,
    });
    expect(second.items[0]?.node.key).toEqual({ province: null, agency: '2' });
    expect(second.hasNextPage).toBe(false);
    const [all] = (
      await totals(
        test.database,
        { filter: {}, groupBy: [], orderBy: null },
        { first: 1, after: null },
      )
    ).items;
    expect(all?.node.tables.requests.received.total).toBe(4_000_000_003);
  });

  it('tables, contributions and consolidations are the same', async () => {
    const tables = await threeTablesOf(test.database, [{ id: '1', year: 2024 }]);
    expect(tables.get('1')?.requests.received).toMatchObject({ naturalPerson: 3, total: null });
    const current = (params: SqlParams) => reportCondition({}, params);
    const cell = { table: 'REQUESTS', row: 'received', column: 'total' } as const;
    const given = await contributionsOf(test.database, current, cell, { first: 9, after: null });
    expect(given.items.map(({ node }) => node.value)).toEqual(['4000000000', '3']);
    const province = await consolidation(test.database, {
      region: '410000',
      year: 2024,
      statuses: null,
    });
    expect(province?.coverage.reports).toBe(2);
  });
});
