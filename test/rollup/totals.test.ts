import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contributionsOf } from '../../src/rollup/contributions.js';
import { Refusal } from '../../src/rollup/refusal.js';
import { groupCondition, type SqlParams } from '../../src/rollup/report-filter.js';
import type {
  Dimension,
  ReportFilterInput,
  ReportGroup,
  TotalGroup,
  TotalOrder,
} from '../../src/rollup/shapes.js';
import { totalOfGroup, totals } from '../../src/rollup/totals.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { aReport, anAgency, storePlaces, storeWorld } from '../support/world.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
  await storePlaces(test.database);
  await storeWorld(test.database, {
    agencies: [
      anAgency({ id: 1, name: '甲', sectors: ['EDUCATION', 'TAXATION'] }),
      anAgency({ id: 2, name: '乙', level: 'PREFECTURE', region: '411600', sectors: ['TAXATION'] }),
      anAgency({ id: 3, name: '丙', level: null, region: '110101', kind: 'GOVERNMENT' }),
    ],
    reports: [
      aReport({
        id: 1,
        year: 2020,
        edition: 'E2019',
        unstated: [3, 2, 1],
        errors: 1,
        requests: {
          received: { naturalPerson: 5, businessEnterprise: null, total: 6 },
          UNSPECIFIED_OTHER: { naturalPerson: 1, total: 1 },
          completed: { naturalPerson: 4, total: 4 },
        },
        disclosure: {
          regulations: { produced: 3, disclosed: 2, totalDisclosed: 9 },
          licensing: { itemsLastYear: 7, change: -1, decisions: 100 },
          administrativeFees: { itemsLastYear: 12, change: 0 },
        },
      }),
      aReport({
        id: 2,
        agency: 1,
        year: 2024,
        requests: {
          // 总计 is blank: the row counts with its stated columns.
          received: { naturalPerson: 7, otherOrganization: 2, total: null },
          GRANTED: { naturalPerson: 3, total: 3 },
          completed: { total: 10 },
        },
        appeals: { reconsideration: { upheld: 2, corrected: 1, total: null } },
        disclosure: {
          regulations: { issued: 1, repealed: null, inForce: 40 },
          licensingDecisions: { decisions: 2_000_000_000 },
          administrativeFeesWan: { amountWan: '12313.437' },
        },
      }),
      aReport({
        id: 3,
        agency: 2,
        region: '411600',
        unstated: [0, 4, 0],
        requests: {
          received: { total: 3_000_000_000 },
          GRANTED: { total: 1 },
          completed: { total: 2 },
        },
        disclosure: {
          regulations: { issued: null, inForce: 2 },
          licensingDecisions: { decisions: 3_000_000_000 },
          administrativeFeesWan: { amountWan: '0.563001' },
        },
      }),
      aReport({ id: 4, agency: 3, region: '110101', requests: { received: { total: 1 } } }),
      aReport({ id: 5, agency: 3, region: '110101', scope: 'REGION_CONSOLIDATED' }),
    ],
  });
});
afterAll(() => test.drop());

async function ask(
  filter: ReportFilterInput,
  groupBy: readonly Dimension[] = [],
  orderBy: Partial<TotalOrder> | null = null,
): Promise<TotalGroup[]> {
  const order = orderBy && {
    metric: 'REQUESTS_RECEIVED',
    per: null,
    descending: true,
    minimumDenominator: 0,
    ...orderBy,
  };
  const page = await totals(
    test.database,
    { filter, groupBy, orderBy: order },
    { first: 100, after: null },
  );
  return page.items.map((item) => item.node);
}

const only = async (filter: ReportFilterInput): Promise<TotalGroup> => (await ask(filter))[0]!;
const refusal = { name: 'Refusal', extensions: { code: 'BAD_USER_INPUT' } };

describe('a total', () => {
  it('adds what is stated, and counts a row without 总计 with its stated columns', async () => {
    const { requests, appeals } = (await only({ years: [2024] })).tables;
    expect(requests.received).toEqual({
      naturalPerson: 7,
      businessEnterprise: null,
      researchInstitution: null,
      publicInterestOrganization: null,
      legalServiceAgency: null,
      otherOrganization: 2,
      total: 9 + 3_000_000_000 + 1,
    });
    expect(appeals.reconsideration).toMatchObject({
      upheld: 2,
      corrected: 1,
      pending: null,
      total: 3,
    });
    expect(appeals.litigationDirect.total).toBeNull();
  });

  it('counts decisions of either edition together, and nothing else of table two', async () => {
    const { activeDisclosure } = (await only({ regions: ['410000'] })).tables;
    expect(activeDisclosure).toEqual({
      regulations: { issued: 1, repealed: null, inForce: null },
      normativeDocuments: { issued: null, repealed: null, inForce: null },
      licensingDecisions: 5_000_000_100,
      penaltyDecisions: null,
      coercionDecisions: null,
      administrativeFeesWan: '12314.000001',
    });
  });

  it('states 现行有效件数 where its reports are all of one year', async () => {
    const inForce = (group: TotalGroup) => group.tables.activeDisclosure.regulations.inForce;
    expect(inForce(await only({}))).toBeNull();
    expect(inForce(await only({ years: [2024] }))).toBe(42);
    expect((await ask({}, ['YEAR'])).map(inForce)).toEqual([null, 42]);
  });

  it('lists the outcomes of the editions that are in it', async () => {
    const outcomes = async (filter: ReportFilterInput) =>
      (await only(filter)).tables.requests.outcomes.map(({ outcome }) => outcome);
    const [older, newer, both] = [
      await outcomes({ years: [2020] }),
      await outcomes({ years: [2024] }),
      await outcomes({}),
    ];
    expect([older.length, newer.length, both.length]).toEqual([19, 21, 22]);
    expect(older.at(-1)).toBe('UNSPECIFIED_OTHER');
    expect(newer).not.toContain('UNSPECIFIED_OTHER');
    expect(both.slice(-2)).toEqual(['OTHER_REASON', 'UNSPECIFIED_OTHER']);
  });

  it('says how many reports, agencies and unstated cells it covers', async () => {
    expect((await only({})).coverage).toEqual({
      reports: 4,
      agencies: 3,
      expected: null,
      reportsWithErrors: 1,
      unstatedCells: { activeDisclosure: 3, requests: 6, appeals: 1 },
    });
  });

  it('is one even of nothing, where nothing is grouped', async () => {
    const [group, ...others] = await ask({ years: [1999] });
    expect(others).toEqual([]);
    expect(group?.coverage.reports).toBe(0);
    expect(group?.tables.requests.received.total).toBeNull();
    expect(group?.tables.requests.outcomes).toHaveLength(21);
    expect(await ask({ years: [1999] }, ['YEAR'])).toEqual([]);
  });
});

describe('groups', () => {
  it('come in key order with null last', async () => {
    const keys = async (...groupBy: Dimension[]) =>
      (await ask({}, groupBy)).map(({ key }) => Object.values(key).join(' '));
    expect(await keys('PREFECTURE')).toEqual(['411600', '']);
    expect(await keys('LEVEL')).toEqual(['PROVINCE', 'PREFECTURE', '']);
    expect(await keys('KIND', 'YEAR')).toEqual([
      'GOVERNMENT 2024',
      'DEPARTMENT 2020',
      'DEPARTMENT 2024',
    ]);
    expect(await keys('AGENCY')).toEqual(['3', '1', '2']);
    expect(await keys('YEAR', 'YEAR')).toEqual(['2020', '2024']);
  });

  it('of the next region beneath the one of the filter skip levels that are not there', async () => {
    const children = async (...regions: string[]) =>
      (await ask({ regions }, ['CHILD_REGION'])).map(({ key }) => key.childRegion);
    expect((await ask({}, ['CHILD_REGION'])).map(({ key }) => key.childRegion)).toEqual([
      '110000',
      '410000',
    ]);
    expect(await children('110000')).toEqual(['110101']);
    expect(await children('410000')).toEqual(['411600', null]);
    expect(await children('411600', '411600')).toEqual([null]);
    await expect(children('410000', '110000')).rejects.toMatchObject(refusal);
  });

  it('count a merged department in each of its sectors, of those that are asked for', async () => {
    const counts = async (filter: ReportFilterInput) =>
      (await ask(filter, ['SECTOR'])).map(({ key, coverage }) => [key.sector, coverage.reports]);
    expect(await counts({})).toEqual([
      ['EDUCATION', 2],
      ['TAXATION', 3],
      [null, 1],
    ]);
    expect(await counts({ sectors: ['TAXATION'] })).toEqual([['TAXATION', 3]]);
  });

  it('come by an indicator, those without one last, equal ones in key order', async () => {
    const years = [2024];
    const order = async (orderBy: Partial<TotalOrder>) =>
      (await ask({ years }, ['AGENCY'], orderBy)).map(({ key }) => key.agency);
    expect(await order({})).toEqual(['2', '1', '3']);
    expect(await order({ descending: false })).toEqual(['3', '1', '2']);
    expect(await order({ metric: 'GRANT_RATE' })).toEqual(['2', '1', '3']);
    expect(await order({ metric: 'GRANT_RATE', descending: false })).toEqual(['1', '2', '3']);
    expect(await order({ metric: 'GRANT_RATE', minimumDenominator: 3 })).toEqual(['1']);
    expect(await order({ metric: 'OUTCOME_GRANTED', per: 'REQUESTS_RECEIVED' })).toEqual([
      '1',
      '2',
      '3',
    ]);
    expect(await order({ metric: 'LITIGATION_TOTAL' })).toEqual(['3', '1', '2']);
  });

  it('with a key that is null come last in every order', async () => {
    const order = async (descending: boolean, ...groupBy: Dimension[]) =>
      (await ask({ years: [2024] }, groupBy, { descending })).map(({ key }) =>
        Object.values(key).join(' '),
      );
    expect(await order(true, 'LEVEL')).toEqual(['PREFECTURE', 'PROVINCE', '']);
    expect(await order(false, 'LEVEL')).toEqual(['PROVINCE', 'PREFECTURE', '']);
    expect(await order(false, 'PREFECTURE', 'AGENCY')).toEqual(['411600 2', ' 3', ' 1']);
  });

  it('are the same when they are asked for page by page', async () => {
    const question = { filter: {}, groupBy: ['YEAR', 'AGENCY'] as const, orderBy: null };
    const seen: unknown[] = [];
    let after = null;
    for (let pages = 0; pages < 4; pages += 1) {
      const page = await totals(test.database, question, { first: 1, after });
      seen.push(page.items[0]?.node.key);
      expect(page.hasNextPage).toBe(pages < 3);
      expect(await page.totalCount()).toBe(4);
      after = page.items[0]!.cursor;
    }
    expect(seen).toEqual((await ask({}, ['YEAR', 'AGENCY'])).map(({ key }) => key));
    expect((await totals(test.database, question, { first: 1, after })).items).toEqual([]);
  });

  it('refuse a cursor of another order', async () => {
    const question = { filter: {}, groupBy: ['YEAR'] as const, orderBy: null };
    for (const after of [[], ['x'], [2020, 1], [null], [1e30]]) {
      const page = totals(test.database, question, { first: 1, after });
      await expect(page).rejects.toMatchObject(refusal);
    }
  });
});

describe('totals of several scopes', () => {
  it('are refused unless they are groups of their own', async () => {
    const scopes = ['ORGAN', 'GOVERNMENT_LEVEL'] as const;
    await expect(ask({ scopes })).rejects.toBeInstanceOf(Refusal);
    await expect(ask({ scopes }, ['YEAR'])).rejects.toMatchObject(refusal);
    expect((await ask({ scopes }, ['SCOPE'])).map(({ key }) => key)).toEqual([{ scope: 'ORGAN' }]);
    expect(await ask({ scopes: ['ORGAN', 'ORGAN'] })).toHaveLength(1);
  });

  it.each(['REGION_CONSOLIDATED', 'SYSTEM_CONSOLIDATED'] as const)(
    'of %s need one level, or groups by level or agency',
    async (scope) => {
      const scopes = [scope];
      await expect(ask({ scopes })).rejects.toMatchObject(refusal);
      await expect(ask({ scopes, levels: ['COUNTY', 'PROVINCE'] })).rejects.toMatchObject(refusal);
      await expect(ask({ scopes }, ['PROVINCE', 'YEAR'])).rejects.toMatchObject(refusal);
      await expect(ask({ scopes: [scope, 'ORGAN'] }, ['SCOPE'])).rejects.toMatchObject(refusal);
      expect(await ask({ scopes, levels: ['COUNTY', 'COUNTY'] })).toHaveLength(1);
      await expect(ask({ scopes }, ['LEVEL'])).resolves.toBeDefined();
      await expect(ask({ scopes }, ['AGENCY'])).resolves.toBeDefined();
    },
  );

  it('refuse an order by a rate of a rate, or by what is no metric', async () => {
    const order = (orderBy: Partial<TotalOrder>) => ask({}, ['YEAR'], orderBy);
    await expect(order({ metric: 'GRANT_RATE', per: 'REQUESTS_COMPLETED' })).rejects.toMatchObject(
      refusal,
    );
    await expect(order({ per: 'REFUSAL_RATE' })).rejects.toMatchObject(refusal);
    await expect(order({ metric: 'toString' })).rejects.toMatchObject(refusal);
    await expect(ask({}, [], { metric: 'GRANT_RATE', per: 'GRANT_RATE' })).rejects.toMatchObject(
      refusal,
    );
  });
});

describe('one group', () => {
  const group = (key: ReportGroup['key'], groupBy: readonly Dimension[]): ReportGroup => ({
    filter: { years: [2024] },
    groupBy,
    key,
  });

  it('is found again by its key, also where its key is null', async () => {
    const again = await totalOfGroup(test.database, group({ level: null }, ['LEVEL']));
    expect(again?.coverage.reports).toBe(1);
    expect(again?.tables.requests.received.total).toBe(1);
    const noSector = await totalOfGroup(test.database, group({ sector: null }, ['SECTOR']));
    expect(noSector?.tables.requests.received.total).toBe(1);
  });

  it('is none where no report belongs to it, and refused where its key is incomplete', async () => {
    expect(await totalOfGroup(test.database, group({ year: 1999 }, ['YEAR']))).toBeNull();
    expect((await totalOfGroup(test.database, group({}, [])))?.coverage.reports).toBe(3);
    const mixed = {
      filter: { scopes: ['ORGAN', 'GOVERNMENT_LEVEL'] },
      groupBy: ['SCOPE'],
      key: {},
    };
    await expect(totalOfGroup(test.database, mixed as ReportGroup)).rejects.toMatchObject(refusal);
  });
});

describe('contributions to a cell', () => {
  const ofAll = (params: SqlParams) => groupCondition({ filter: {}, groupBy: [], key: {} }, params);
  const given = async (row: string, column: string | null, table = 'REQUESTS') => {
    const cell = { table: table as 'REQUESTS', row, column };
    const page = await contributionsOf(test.database, ofAll, cell, { first: 50, after: null });
    expect(await page.totalCount()).toBe(4);
    return page.items.map(({ node }) => [Number(node.report.id), node.value]);
  };

  it('come largest first, reports that do not state it last', async () => {
    expect(await given('received', 'total')).toEqual([
      [3, '3000000000'],
      [2, '9'],
      [1, '6'],
      [4, '1'],
    ]);
    expect(await given('received', 'naturalPerson')).toEqual([
      [2, '7'],
      [1, '5'],
      [3, null],
      [4, null],
    ]);
  });

  it('take decisions of either edition and exact amounts', async () => {
    expect((await given('licensingDecisions', null, 'ACTIVE_DISCLOSURE')).slice(0, 3)).toEqual([
      [3, '3000000000'],
      [2, '2000000000'],
      [1, '100'],
    ]);
    expect((await given('administrativeFeesWan', null, 'ACTIVE_DISCLOSURE')).slice(0, 2)).toEqual([
      [2, '12313.437'],
      [3, '0.563001'],
    ]);
  });

  it('come page by page, over equal and missing values too', async () => {
    const cell = { table: 'REQUESTS', row: 'received', column: 'naturalPerson' } as const;
    const seen: string[] = [];
    let after = null;
    do {
      const page = await contributionsOf(test.database, ofAll, cell, { first: 1, after });
      seen.push(...page.items.map(({ node }) => node.report.id));
      after = page.hasNextPage ? page.items[0]!.cursor : null;
    } while (after);
    expect(seen).toEqual(['2', '1', '3', '4']);
  });

  it.each([
    ['REQUESTS', 'received', null],
    ['REQUESTS', 'REFUSED', 'total'],
    ['REQUESTS', 'received', 'upheld'],
    ['APPEALS', 'received', 'total'],
    ['ACTIVE_DISCLOSURE', 'licensingDecisions', 'decisions'],
  ])('are refused for %s %s %s, which the form does not print', async (table, row, column) => {
    await expect(given(row, column, table)).rejects.toMatchObject(refusal);
  });
});
