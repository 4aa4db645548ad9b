import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  consolidation,
  consolidationContributions,
  consolidationDifferences,
  publishedConsolidation,
} from '../../src/rollup/consolidation.js';
import type { ReportStatus } from '../../src/rollup/shapes.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { aReport, anAgency, storePlaces, storeWorld, type Figures } from '../support/world.js';

const received = (
  total: number | null,
  naturalPerson: number | null = null,
): Record<string, Figures> => ({
  received: { naturalPerson, total },
  completed: { total },
});

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
  await storePlaces(test.database);
  await storeWorld(test.database, {
    agencies: [
      anAgency({
        id: 1,
        name: '周口市人民政府',
        kind: 'GOVERNMENT',
        level: 'PREFECTURE',
        region: '411600',
        consolidatesInto: '411600',
      }),
      anAgency({
        id: 2,
        name: '川汇区教育局',
        level: 'COUNTY',
        region: '411602',
        consolidatesInto: '411602',
      }),
      anAgency({
        id: 3,
        name: '周口市税务局',
        level: 'PREFECTURE',
        region: '411600',
        consolidatesInto: null,
      }),
      // A city bureau's branch in a county: located there, consolidated by the city.
      anAgency({
        id: 4,
        name: '周口市公安局川汇分局',
        level: 'PREFECTURE',
        region: '411602',
        consolidatesInto: '411600',
      }),
      // A government located in 周口市 whose own region is not known more closely.
      anAgency({
        id: 5,
        name: '某乡人民政府',
        kind: 'GOVERNMENT',
        level: 'TOWNSHIP',
        region: '411600',
        consolidatesInto: '411600',
      }),
      anAgency({
        id: 6,
        name: '甲市教育局',
        level: 'PREFECTURE',
        region: '990100',
        consolidatesInto: '990100',
      }),
    ],
    reports: [
      aReport({ id: 1, region: '411600', requests: received(5, 5) }),
      aReport({ id: 2, region: '411602', requests: received(null, 3), errors: 1 }),
      aReport({ id: 3, region: '411600', requests: received(1000) }),
      aReport({ id: 4, region: '411602', requests: received(10) }),
      aReport({ id: 5, region: '411600', status: 'ACCEPTED', requests: received(100) }),
      aReport({ id: 6, region: '990100', requests: received(7) }),
      aReport({ id: 7, agency: 2, year: 2023, region: '411602', requests: received(50) }),
      aReport({
        id: 11,
        agency: 1,
        region: '411600',
        scope: 'REGION_CONSOLIDATED',
        requests: {
          received: { naturalPerson: 9, businessEnterprise: 4, total: 18 },
          completed: { total: 15 },
        },
        disclosure: { licensingDecisions: { decisions: 4 } },
      }),
      aReport({ id: 12, agency: 5, region: '411600', scope: 'REGION_CONSOLIDATED' }),
    ],
  });
});
afterAll(() => test.drop());

const ask = (region: string, statuses: readonly ReportStatus[] | null = null) =>
  consolidation(test.database, { region, year: 2024, statuses });

describe('a consolidation', () => {
  it('adds the ORGAN reports of all that consolidate into the region or one beneath it', async () => {
    const city = await ask('411600');
    expect(city?.tables.requests.received).toMatchObject({ naturalPerson: 8, total: 18 });
    expect(city?.coverage).toMatchObject({
      reports: 3,
      agencies: 3,
      expected: null,
      reportsWithErrors: 1,
    });
    expect((await ask('411602'))?.tables.requests.received.total).toBe(3);
    expect((await ask('410000'))?.coverage.reports).toBe(3);
  });

  it('leaves organs of national systems out, and fictional regions out of the country', async () => {
    expect((await ask('000000'))?.coverage.reports).toBe(3);
    expect((await ask('990000'))?.tables.requests.received.total).toBe(7);
  });

  it('takes accepted reports where they are asked for', async () => {
    expect((await ask('411600', ['ACCEPTED', 'PUBLISHED']))?.tables.requests.received.total).toBe(
      118,
    );
    expect((await ask('411600', ['ACCEPTED']))?.coverage.reports).toBe(1);
  });

  it('is null where there is no such region, and of nothing where nobody reports', async () => {
    expect(await ask('123456')).toBeNull();
    const empty = await ask('110000');
    expect(empty?.coverage.reports).toBe(0);
    expect(empty?.tables.requests.received.total).toBeNull();
  });

  it('explains each cell by its members', async () => {
    const question = { region: '411600', year: 2024, statuses: null };
    const cell = { table: 'REQUESTS', row: 'received', column: 'total' } as const;
    const page = await consolidationContributions(test.database, question, cell, {
      first: 2,
      after: null,
    });
    expect(page.items.map(({ node }) => [node.report.id, node.value])).toEqual([
      ['4', '10'],
      ['1', '5'],
    ]);
    expect(page.hasNextPage).toBe(true);
    expect(await page.totalCount()).toBe(3);
  });
});

describe('the report that a government published', () => {
  it('is the consolidated one of the region’s own government', async () => {
    const report = await publishedConsolidation(test.database, { region: '411600', year: 2024 });
    expect(report?.id).toBe('11');
    expect(
      await publishedConsolidation(test.database, { region: '411600', year: 2023 }),
    ).toBeNull();
    expect(
      await publishedConsolidation(test.database, { region: '411602', year: 2024 }),
    ).toBeNull();
  });

  it('differs in the cells that both state', async () => {
    const city = await ask('411600');
    expect(await consolidationDifferences(test.database, city!)).toEqual([
      {
        table: 'REQUESTS',
        row: 'received',
        column: 'naturalPerson',
        computed: '8',
        published: '9',
      },
    ]);
    const county = await ask('411602');
    expect(await consolidationDifferences(test.database, county!)).toEqual([]);
  });
});
