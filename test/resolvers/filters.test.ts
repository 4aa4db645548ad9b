import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { globalId } from '../../src/schema/global-id.js';
import { ask, data } from '../support/api.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { storeSmallCountry } from '../support/small-country.js';

let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
  await storeSmallCountry(test.database);
});
afterAll(() => test.drop());

type Filter = Record<string, unknown> | null;

const REPORTS = `query ($filter: ReportFilter) {
  reports(filter: $filter) { totalCount nodes { id } }
  totals(filter: $filter, groupBy: [SCOPE, LEVEL]) { nodes { coverage { reports } } }
}`;

/** Database ids of the reports that match, which a total counts as well. */
async function matching(filter: Filter): Promise<number[]> {
  const { reports, totals } = await data(test.database, REPORTS, { filter });
  const added = totals.nodes.map((total: any) => total.coverage.reports as number);
  expect(added.reduce((sum: number, n: number) => sum + n, 0)).toBe(reports.totalCount);
  expect(reports.nodes).toHaveLength(reports.totalCount);
  return reports.nodes
    .map(({ id }: { id: string }) => Number(Buffer.from(id, 'base64url').toString().split(':')[1]))
    .sort((a: number, b: number) => a - b);
}

const refusal = async (filter: Filter): Promise<unknown> =>
  (await ask(test.database, REPORTS, { filter })).codes[0];

const everywhere = [101, 103, 104, 105, 106, 107, 108, 109, 111, 112, 113, 115, 116, 202];
const agency = (id: number): string => globalId('Agency', String(id));

describe('a filter of reports', () => {
  it('means the newest published ORGAN reports of the country where it says nothing', async () => {
    expect(await matching(null)).toEqual(everywhere);
    expect(await matching({})).toEqual(everywhere);
    const nulls = ['years', 'regions', 'levels', 'kinds', 'sectors', 'agencies', 'editions'];
    const others = ['scopes', 'statuses', 'withFindings', 'withoutFindings'];
    expect(
      await matching(Object.fromEntries([...nulls, ...others].map((name) => [name, null]))),
    ).toEqual(everywhere);
  });

  it('matches nothing where one of its lists is empty', async () => {
    const lists = [
      'years',
      'regions',
      'levels',
      'kinds',
      'sectors',
      'agencies',
      'editions',
      'scopes',
    ];
    for (const name of [...lists, 'statuses', 'withFindings', 'withoutFindings']) {
      expect([name, await matching({ [name]: [] })]).toEqual([name, []]);
    }
  });

  it.each<[string, Filter, number[]]>([
    ['years', { years: [2020, 2023] }, [103, 105]],
    ['a year far away', { years: [2147483647, -5] }, []],
    [
      'a region with everything beneath',
      { regions: ['4116'], years: [2024] },
      [106, 107, 108, 109, 111, 202],
    ],
    ['a province by its prefix', { regions: ['11'] }, [112]],
    [
      'regions that contain each other, once',
      { regions: ['4116', '411602'], years: [2024] },
      [106, 107, 108, 109, 111, 202],
    ],
    ['the country, undecided regions included', { regions: ['000000'] }, everywhere],
    ['the fictional province, where it is named', { regions: ['99'] }, [114]],
    ['a fictional agency, where it is named', { agencies: [agency(10)] }, [114]],
    ['levels', { levels: ['COUNTY'] }, [107, 108, 113, 115]],
    ['kinds', { kinds: ['GOVERNMENT'] }, [108, 109]],
    ['sectors', { sectors: ['PUBLIC_SECURITY'], years: [2024] }, [101, 112, 202]],
    ['agencies', { agencies: [agency(2)] }, [103, 104, 105, 202]],
    ['editions', { editions: ['E2019'] }, [105]],
    ['another scope', { scopes: ['REGION_CONSOLIDATED'] }, [110]],
    [
      'several scopes',
      { scopes: ['ORGAN', 'REGION_CONSOLIDATED'], agencies: [agency(6)] },
      [109, 110],
    ],
    [
      'published, said aloud',
      { statuses: ['PUBLISHED'], agencies: [agency(2)] },
      [103, 104, 105, 202],
    ],
    ['findings', { withFindings: ['ERROR', 'WARNING'] }, [106, 107]],
    ['without findings', { withoutFindings: ['ERROR', 'WARNING'], regions: ['411602'] }, [108]],
    [
      'all together',
      {
        years: [2024],
        regions: ['41'],
        sectors: ['EDUCATION'],
        levels: ['COUNTY'],
        withFindings: ['INFO'],
      },
      [107],
    ],
  ])('by %s', async (_, filter, expected) => {
    expect(await matching(filter)).toEqual(expected);
  });

  it.each<[string, Filter]>([
    ['a region that does not exist', { regions: ['419999'] }],
    ['a region beside one that does', { regions: ['410000', '419999'] }],
    ['a sector that does not exist', { sectors: ['NONE'] }],
    ['a sector with a NUL', { sectors: ['\0'] }],
    ['half of a surrogate pair', { sectors: ['\ud800'] }],
    ['an agency that does not exist', { agencies: [agency(999)] }],
    ['an id of another type', { agencies: [globalId('Report', '101')] }],
    ['an id that is none', { agencies: ['x'] }],
    ['more entries than anybody needs', { years: Array.from({ length: 1001 }, (_, i) => i) }],
  ])('refuses %s', async (_, filter) => {
    expect(await refusal(filter)).toBe('BAD_USER_INPUT');
  });

  it.each(['DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED', 'WITHDRAWN'])(
    'refuses to show %s to the public',
    async (status) => {
      expect(await refusal({ statuses: [status] })).toBe('FORBIDDEN');
      expect(await refusal({ statuses: ['PUBLISHED', status] })).toBe('FORBIDDEN');
      const query = `{ consolidation(region: "41", year: 2024, statuses: [PUBLISHED, ${status}]) { year } }`;
      expect((await ask(test.database, query)).codes).toEqual(['FORBIDDEN']);
    },
  );

  it('refuses in one list and answers the other', async () => {
    const { data: answer, codes } = await ask(
      test.database,
      `{ bad: agency(id: "${agency(2)}") { reports(filter: { sectors: ["NONE"] }) { totalCount } }
         good: agencies(first: 1) { totalCount } }`,
    );
    expect(codes).toEqual(['BAD_USER_INPUT']);
    expect(answer).toEqual({ bad: null, good: { totalCount: 12 } });
  });
});

const AGENCIES = `query ($filter: AgencyFilter) { agencies(filter: $filter) { totalCount nodes { name } } }`;

async function agencies(filter: Filter): Promise<string[]> {
  const { agencies: found } = await data(test.database, AGENCIES, { filter });
  expect(found.nodes).toHaveLength(found.totalCount);
  return found.nodes.map(({ name }: { name: string }) => name);
}

describe('a filter of agencies', () => {
  it('lists them by region code and name, the undecided last', async () => {
    expect(await agencies(null)).toEqual([
      '北京市公安局东城分局',
      '河南省公安厅',
      '周口市人民政府',
      '周口市公安局',
      '周口市教育委员会',
      '周口市教育局',
      '国家税务总局周口市税务局',
      '川汇区人民政府',
      '川汇区教育体育局',
      '济源市教育体育局',
      '甲市公安局',
      '鼓楼区教育局',
    ]);
  });

  it('goes by location, level, kind and sector', async () => {
    expect(await agencies({ regions: ['411602'] })).toEqual(['川汇区人民政府', '川汇区教育体育局']);
    expect(await agencies({ regions: ['000000'], kinds: ['DISPATCHED_BODY'] })).toEqual([
      '北京市公安局东城分局',
    ]);
    expect(await agencies({ levels: ['COUNTRY'] })).toEqual(['国家税务总局周口市税务局']);
    expect(await agencies({ regions: ['99'], sectors: ['PUBLIC_SECURITY'] })).toEqual([
      '甲市公安局',
    ]);
    for (const name of ['regions', 'levels', 'kinds', 'sectors']) {
      expect(await agencies({ [name]: [] })).toEqual([]);
    }
  });

  it('finds names, aliases and codes by a part of them', async () => {
    expect(await agencies({ search: '周口市公安' })).toEqual(['周口市公安局']);
    expect(await agencies({ search: '周口公安' })).toEqual(['周口市公安局']);
    expect(await agencies({ search: 'zksgaj' })).toEqual(['周口市公安局']);
    expect(await agencies({ search: 'GAJ' })).toContain('周口市公安局');
    expect(await agencies({ search: '600000' })).toEqual(['周口市公安局']);
    expect(await agencies({ search: '1x' })).toEqual(['周口市公安局']);
    expect(await agencies({ search: '不存在' })).toEqual([]);
    expect(await agencies({ search: '\u200b' })).toEqual([]);
  });

  it('takes %, _ and \\ as they are written', async () => {
    expect(await agencies({ search: '100%_公' })).toEqual(['周口市公安局']);
    expect(await agencies({ search: '100__公' })).toEqual([]);
    expect(await agencies({ search: '%' })).toEqual(['周口市公安局']);
    expect(await agencies({ search: '\\' })).toEqual([]);
    expect(await agencies({ search: `' OR 1=1 --` })).toEqual([]);
  });

  it.each(['\0', 'a\0b', '\ud800', '\udc00x', 'x'.repeat(201)])(
    'refuses to search for %j',
    async (search) => {
      const { codes } = await ask(test.database, AGENCIES, { filter: { search } });
      expect(codes).toEqual(['BAD_USER_INPUT']);
      const regions = await ask(
        test.database,
        'query ($search: String) { regions(search: $search) { totalCount } }',
        { search },
      );
      expect(regions.codes).toEqual(['BAD_USER_INPUT']);
    },
  );
});
