import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { catalogue } from '../../src/checks/catalogue.js';
import { ask, data } from '../support/api.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { storeSmallCountry } from '../support/small-country.js';

let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
  await storeSmallCountry(test.database);
});
afterAll(() => test.drop());

const region = async (code: string, fields: string): Promise<any> =>
  (await data(test.database, `{ region(code: "${code}") { ${fields} } }`)).region;
const names = (list: { nodes: { name: string }[] }): string[] => list.nodes.map((n) => n.name);

describe('a region', () => {
  it('stands beneath its ancestors, from the country down', async () => {
    expect(
      await region(
        '411602001',
        'code name level fictional validUntil parent { code } ancestors { name }',
      ),
    ).toEqual({
      ...{ code: '411602001', name: '陈州街道', level: 'TOWNSHIP', fictional: false },
      validUntil: null,
      parent: { code: '411602' },
      ancestors: [{ name: '中国' }, { name: '河南省' }, { name: '周口市' }, { name: '川汇区' }],
    });
  });

  it('may be the country or the fictional province, which have no parent', async () => {
    expect(await region('00', 'level parent { code } ancestors { code }')).toEqual({
      ...{ level: 'COUNTRY', parent: null, ancestors: [] },
    });
    expect(await region('99', 'fictional parent { code } ancestors { code }')).toEqual({
      ...{ fictional: true, parent: null, ancestors: [] },
    });
  });

  it('has children of whatever level, the abolished ones not among them', async () => {
    const children = 'children { totalCount nodes { name level } }';
    expect((await region('41', children)).children).toEqual({
      totalCount: 2,
      nodes: [
        { name: '周口市', level: 'PREFECTURE' },
        { name: '济源市', level: 'COUNTY' },
      ],
    });
    expect((await region('4116', children)).children.nodes).toEqual([
      { name: '川汇区', level: 'COUNTY' },
    ]);
  });

  it('that was abolished is still found, with what became of it', async () => {
    expect(await region('411601', 'name validUntil successors { name }')).toEqual({
      ...{ name: '旧县', validUntil: '2010-01-01', successors: [{ name: '川汇区' }] },
    });
  });

  it('has the agencies of everything beneath', async () => {
    const { agencies, education, elsewhere } = await region(
      '4116',
      `agencies { totalCount }
       education: agencies(filter: { sectors: ["EDUCATION"] }) { nodes { name } }
       elsewhere: agencies(filter: { regions: ["11"] }) { totalCount }`,
    );
    expect(agencies.totalCount).toBe(7);
    expect(names(education)).toEqual(['周口市教育委员会', '周口市教育局', '川汇区教育体育局']);
    expect(elsewhere.totalCount).toBe(0);
  });

  it('of no such code is null', async () => {
    expect(await region('419999', 'name')).toBeNull();
  });
});

describe('the list of regions', () => {
  const regions = async (args: string): Promise<string[]> =>
    names((await data(test.database, `{ regions(${args}) { nodes { name } } }`)).regions);

  it('goes by level, place and name', async () => {
    expect(await regions('level: PROVINCE')).toEqual(['北京市', '河南省', '广东省', '示例省']);
    expect(await regions('under: "41"')).toEqual(['周口市', '川汇区', '陈州街道', '济源市']);
    expect(await regions('under: "411602001"')).toEqual([]);
    expect(await regions('under: "00", level: PREFECTURE')).toEqual(['周口市', '东莞市']);
    expect(await regions('under: "99"')).toEqual(['甲市']);
    expect(await regions('search: "东城"')).toEqual(['东城区', '东城街道']);
    expect(await regions('search: "旧县"')).toEqual([]);
  });

  it('refuses a region that does not exist', async () => {
    const { codes } = await ask(test.database, '{ regions(under: "419999") { totalCount } }');
    expect(codes).toEqual(['BAD_USER_INPUT']);
    const prefix = await ask(test.database, '{ regions(under: "419") { totalCount } }');
    expect(prefix.codes).toEqual(['BAD_USER_INPUT']);
  });
});

describe('an agency', () => {
  const agency = async (search: string, fields: string): Promise<any> => {
    const query = `query ($search: String) { agencies(filter: { search: $search }, first: 1) { nodes { ${fields} } } }`;
    return (await data(test.database, query, { search })).agencies.nodes[0];
  };

  it('has names, a code, a place and fields of work', async () => {
    expect(
      await agency(
        '周口市公安局',
        'name aliases unifiedSocialCreditCode kind level region { name } consolidatesInto { name } sectors { code name }',
      ),
    ).toEqual({
      name: '周口市公安局',
      aliases: ['100%_公安', '周口公安'],
      unifiedSocialCreditCode: '11411600006000001X',
      ...{ kind: 'DEPARTMENT', level: 'PREFECTURE' },
      region: { name: '周口市' },
      consolidatesInto: { name: '周口市' },
      sectors: [{ code: 'PUBLIC_SECURITY', name: 'PUBLIC_SECURITY' }],
    });
  });

  it('of a national system consolidates into no region; of an undecided place has none', async () => {
    expect(await agency('税务', 'level region { name } consolidatesInto { name }')).toEqual({
      ...{ level: 'COUNTRY', region: { name: '周口市' }, consolidatesInto: null },
    });
    expect(await agency('鼓楼区', 'region { name }')).toEqual({ region: null });
  });

  it('knows what it was and what it became', async () => {
    const lineage = 'predecessors { name } successors { name }';
    expect(await agency('周口市教育局', lineage)).toEqual({
      ...{ predecessors: [{ name: '周口市教育委员会' }], successors: [] },
    });
    expect(await agency('周口市教育委员会', lineage)).toEqual({
      ...{ predecessors: [], successors: [{ name: '周口市教育局' }] },
    });
  });

  it('has its reports, newest year first, and those of a fictional region too', async () => {
    const { reports, some } = await agency(
      '周口市公安局',
      `reports { totalCount nodes { year } }
       some: reports(filter: { years: [2022, 2020], editions: [E2021] }) { nodes { year } }`,
    );
    expect(reports.totalCount).toBe(4);
    expect(reports.nodes.map((n: any) => n.year)).toEqual([2024, 2023, 2022, 2020]);
    expect(some.nodes).toEqual([{ year: 2022 }]);
    const { reports: fictional } = await agency('甲市', 'reports { totalCount }');
    expect(fictional.totalCount).toBe(1);
  });
});

describe('reference lists', () => {
  it('name every sector in either language', async () => {
    const { sectors } = await data(
      test.database,
      '{ sectors { code name name2: name(language: EN) } }',
    );
    expect(sectors.map((s: any) => s.code)).toEqual(['EDUCATION', 'PUBLIC_SECURITY', 'TAXATION']);
  });

  it('name every check of the catalogue in its order', async () => {
    const { checks } = await data(
      test.database,
      '{ checks { code severity title en: title(language: EN) formula basis } }',
    );
    expect(checks.map((check: any) => check.code)).toEqual(catalogue.map(({ code }) => code));
    expect(checks[0]).toMatchObject({ title: catalogue[0]!.title.ZH, en: catalogue[0]!.title.EN });
  });
});
