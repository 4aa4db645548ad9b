import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { metricDefinitions } from '../../src/rollup/metrics.js';
import { ask, data } from '../support/api.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { storeSmallCountry } from '../support/small-country.js';

let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
  await storeSmallCountry(test.database);
});
afterAll(() => test.drop());

const totals = async (args: string, fields: string): Promise<any> => {
  const list = args === '' ? 'totals' : `totals(${args})`;
  const answer = await data(test.database, `{ ${list} { totalCount nodes { ${fields} } } }`);
  return answer.totals;
};

describe('totals', () => {
  it('are a single one even of nothing, and none where there is nothing to group', async () => {
    const fields = `coverage { reports agencies expected reportsWithErrors unstatedCells }
      requests { received { total computedTotal } outcomesByCategory { counts { total } share } }
      appeals { reconsideration { total } } activeDisclosure { administrativeFeesWan }
      indicator(metric: GRANT_RATE) { value numerator denominator low high } reports { totalCount }`;
    const nothing = await totals('filter: { years: [] }', fields);
    expect(nothing.totalCount).toBe(1);
    expect(nothing.nodes[0]).toMatchObject({
      coverage: { reports: 0, agencies: 0, expected: null, reportsWithErrors: 0, unstatedCells: 0 },
      requests: { received: { total: null, computedTotal: null } },
      appeals: { reconsideration: { total: null } },
      activeDisclosure: { administrativeFeesWan: null },
      indicator: { value: null, numerator: null, denominator: null, low: null, high: null },
      reports: { totalCount: 0 },
    });
    for (const { counts, share } of nothing.nodes[0].requests.outcomesByCategory) {
      expect([counts.total, share]).toEqual([null, null]);
    }
    expect(await totals('filter: { years: [] }, groupBy: [YEAR]', 'id')).toEqual({
      totalCount: 0,
      nodes: [],
    });
  });

  it('name the values of every dimension that was asked for', async () => {
    const { nodes } = await totals(
      `filter: { years: [2024], regions: ["411602"], scopes: [ORGAN], sectors: ["EDUCATION"] },
       groupBy: [YEAR, PROVINCE, PREFECTURE, COUNTY, CHILD_REGION, LEVEL, KIND, SECTOR, AGENCY, SCOPE]`,
      `key { year scope level kind province { name } prefecture { name } county { name } childRegion { name }
         sector { code } agency { name } }`,
    );
    expect(nodes).toEqual([
      {
        key: {
          ...{ year: 2024, scope: 'ORGAN', level: 'COUNTY', kind: 'DEPARTMENT' },
          province: { name: '河南省' },
          prefecture: { name: '周口市' },
          county: { name: '川汇区' },
          childRegion: null,
          sector: { code: 'EDUCATION' },
          agency: { name: '川汇区教育体育局' },
        },
      },
    ]);
  });

  it('leave the key of a dimension that was not asked for null', async () => {
    const { nodes } = await totals('groupBy: [SCOPE]', 'key { scope year level agency { name } }');
    expect(nodes).toEqual([{ key: { scope: 'ORGAN', year: null, level: null, agency: null } }]);
  });

  it('count unstated cells table by table', async () => {
    const { nodes } = await totals(
      '',
      `coverage { all: unstatedCells two: unstatedCells(table: ACTIVE_DISCLOSURE)
         three: unstatedCells(table: REQUESTS) four: unstatedCells(table: APPEALS) }`,
    );
    expect(nodes[0].coverage).toEqual({ all: 9, two: 8, three: 1, four: 0 });
  });

  it('are added over consolidated reports of one level', async () => {
    const filter = 'scopes: [REGION_CONSOLIDATED]';
    const { nodes } = await totals(
      `filter: { ${filter}, levels: [PREFECTURE] }`,
      'coverage { reports } requests { received { total } }',
    );
    expect(nodes).toEqual([{ coverage: { reports: 1 }, requests: { received: { total: 115 } } }]);
    expect((await totals(`filter: { ${filter} }, groupBy: [AGENCY]`, 'id')).totalCount).toBe(1);
  });

  it.each([
    ['several scopes at once', 'filter: { scopes: [ORGAN, REGION_CONSOLIDATED] }'],
    ['consolidated reports of any level', 'filter: { scopes: [REGION_CONSOLIDATED] }'],
    [
      'consolidated reports by year alone',
      'filter: { scopes: [SYSTEM_CONSOLIDATED] }, groupBy: [YEAR]',
    ],
    ['children of two regions', 'filter: { regions: ["41", "11"] }, groupBy: [CHILD_REGION]'],
    [
      'a rate per something',
      'groupBy: [YEAR], orderBy: { metric: GRANT_RATE, per: REQUESTS_RECEIVED }',
    ],
    [
      'a negative least denominator',
      'groupBy: [YEAR], orderBy: { metric: GRANT_RATE, minimumDenominator: -1 }',
    ],
  ])('refuse %s', async (_, args) => {
    const { codes, data: answer } = await ask(
      test.database,
      `{ totals(${args}) { totalCount nodes { id } } }`,
    );
    expect([codes, answer]).toEqual([['BAD_USER_INPUT'], null]);
  });

  it.each([
    ['a row that is not printed', 'table: REQUESTS, row: "NOBODY", column: "total"'],
    ['a column that is not printed', 'table: REQUESTS, row: "received", column: "everybody"'],
    ['a row of another table', 'table: APPEALS, row: "received", column: "total"'],
    ['a missing column', 'table: REQUESTS, row: "received"'],
    [
      'a column where the row has one cell',
      'table: ACTIVE_DISCLOSURE, row: "penaltyDecisions", column: "total"',
    ],
    ['a NUL', 'table: REQUESTS, row: "received\\u0000", column: "total"'],
  ])('refuse contributions to %s', async (_, args) => {
    const { codes } = await ask(
      test.database,
      `{ totals(groupBy: [YEAR], first: 1) { nodes { contributions(${args}) { totalCount } } } }`,
    );
    expect(codes).toEqual(['BAD_USER_INPUT']);
  });

  it('refuse one cell and explain the other', async () => {
    const { codes, data: answer } = await ask(
      test.database,
      `{ bad: consolidation(region: "41", year: 2024) { published { id }
           contributions(table: REQUESTS, row: "NOBODY", column: "total") { totalCount } }
         good: consolidation(region: "41", year: 2024) {
           contributions(table: REQUESTS, row: "received", column: "total") { totalCount } } }`,
    );
    expect(codes).toEqual(['BAD_USER_INPUT']);
    expect(answer.good.contributions.totalCount).toBe(7);
  });

  it('give null for a report that does not state the cell, last', async () => {
    const { nodes } = await totals(
      'filter: { years: [2024], regions: ["4116"], sectors: ["PUBLIC_SECURITY", "EDUCATION"] }',
      `contributions(table: ACTIVE_DISCLOSURE, row: "administrativeFeesWan") { nodes { value report { agency { name } } } }`,
    );
    expect(nodes[0].contributions.nodes).toEqual([
      { value: '12313.437', report: { agency: { name: '周口市公安局' } } },
      { value: null, report: { agency: { name: '周口市教育局' } } },
      { value: null, report: { agency: { name: '川汇区教育体育局' } } },
    ]);
  });
});

describe('contributions to an indicator', () => {
  it('add up to its numerator, whatever rows it is made of', async () => {
    const fields = Object.keys(metricDefinitions).map(
      (metric) => `${metric}: indicator(metric: ${metric}) { numerator }
        of_${metric}: indicatorContributions(metric: ${metric}, first: 100) {
          totalCount nodes { value report { year } } }`,
    );
    let stated = 0;
    for (const field of fields) {
      const { nodes } = await totals('filter: { years: [2023, 2024] }', field);
      const [figure, given] = Object.values<any>(nodes[0]);
      const values: number[] = given.nodes.flatMap(({ value }: any) =>
        value === null ? [] : Number(value),
      );
      const sum = values.reduce((a, b) => a + b, 0);
      expect(given.nodes).toHaveLength(given.totalCount);
      expect(sum, field).toBeCloseTo(Number(figure.numerator ?? 0), 6);
      stated += values.length;
    }
    expect(stated).toBeGreaterThan(fields.length);
  });
});

describe('a consolidation', () => {
  it('of no such region is null', async () => {
    const { consolidation } = await data(
      test.database,
      '{ consolidation(region: "419999", year: 2024) { id } }',
    );
    expect(consolidation).toBeNull();
  });

  it('checks the arguments of what it does not know yet', async () => {
    const missing = (args: string): Promise<{ codes: unknown[]; data: any }> =>
      ask(
        test.database,
        `{ consolidation(region: "41", year: 2024) { missing${args} { totalCount } } }`,
      );
    expect((await missing('')).data.consolidation).toEqual({ missing: null });
    expect((await missing('(first: 0)')).codes).toEqual(['BAD_USER_INPUT']);
    expect((await missing('(filter: { regions: ["419999"] })')).codes).toEqual(['BAD_USER_INPUT']);
  });

  it('of a place without reports adds up nothing', async () => {
    const { consolidation } = await data(
      test.database,
      `{ consolidation(region: "44", year: 2024) { coverage { reports } requests { received { total } }
           published { id } differences { label } } }`,
    );
    expect(consolidation).toEqual({
      coverage: { reports: 0 },
      requests: { received: { total: null } },
      published: null,
      differences: [],
    });
  });
});
