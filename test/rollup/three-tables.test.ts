import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { threeTablesOf } from '../../src/rollup/three-tables.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { aReport, anAgency, storePlaces, storeWorld } from '../support/world.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
  await storePlaces(test.database);
  await storeWorld(test.database, {
    agencies: [anAgency({ id: 1 })],
    reports: [
      aReport({
        id: 1,
        requests: { received: { naturalPerson: 9_007_199_254_740_991, total: null } },
        appeals: { reconsideration: { upheld: 1, total: 2 } },
        disclosure: {
          regulations: { issued: 1, repealed: 0, inForce: 3 },
          administrativeFeesWan: { amountWan: '123456789012.123456' },
        },
      }),
      aReport({
        id: 2,
        agency: 1,
        year: 2020,
        edition: null,
        disclosure: { penalty: { itemsLastYear: 2, decisions: 5 } },
      }),
    ],
  });
});
afterAll(() => test.drop());

const ofYear = (id: string) => ({ id, year: id === '2' ? 2020 : 2024 });

describe('the tables of a report', () => {
  it('are what it prints: a blank 总计 stays blank, amounts stay exact', async () => {
    const tables = (await threeTablesOf(test.database, [ofYear('1')])).get('1');
    expect(tables?.requests.received).toMatchObject({
      naturalPerson: 9_007_199_254_740_991,
      total: null,
    });
    expect(tables?.appeals.reconsideration).toMatchObject({ upheld: 1, corrected: null, total: 2 });
    expect(tables?.activeDisclosure.regulations).toEqual({ issued: 1, repealed: 0, inForce: 3 });
    expect(tables?.activeDisclosure.administrativeFeesWan).toBe('123456789012.123456');
  });

  it('have every row of the edition, of the year’s where the document lacks table three', async () => {
    const tables = await threeTablesOf(test.database, ['2', '1', '99'].map(ofYear));
    expect([...tables.keys()].toSorted()).toEqual(['1', '2']);
    expect(tables.get('1')?.requests.outcomes).toHaveLength(21);
    expect((await threeTablesOf(test.database, [{ id: '1', year: 2023 }])).size).toBe(0);
    const older = tables.get('2')!;
    expect(older.requests.outcomes).toHaveLength(19);
    expect(older.requests.outcomes.every(({ counts }) => counts.total === null)).toBe(true);
    expect(older.activeDisclosure.penaltyDecisions).toBe(5);
  });
});
