import { afterAll, beforeAll, expect, it } from 'vitest';
import { globalId } from '../../src/schema/global-id.js';
import { ask, data } from '../support/api.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { storeSmallCountry } from '../support/small-country.js';

let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
  await storeSmallCountry(test.database);
  await test.database.query('delete from report_section');
  const sections: [number, number, string][] = [
    [101, 1, '全年未收取信息处理费。联系人王某，电话13812341234！\n100%办结'],
    [103, 1, '共收到申请3件，未收取费用；均已办结。'],
    [103, 5, '未收取\n其他'],
    [202, 1, '一切如常。'],
  ];
  for (const [report, ordinal, text] of sections) {
    await test.database.query(
      `insert into report_section (report_id, ordinal, heading, text) values ($1, $2, '总体情况', $3)`,
      [report, ordinal, text],
    );
  }
});
afterAll(() => test.drop());

const SEARCH = `query ($text: String!, $filter: ReportFilter, $first: Int! = 20, $after: String) {
  searchText(text: $text, filter: $filter, first: $first, after: $after) {
    searched next hits { ordinal heading sentence report { id } } } }`;

const search = async (variables: Record<string, unknown>): Promise<any> =>
  (await data(test.database, SEARCH, variables)).searchText;

const found = async (variables: Record<string, unknown>): Promise<string[]> =>
  (await search(variables)).hits.map(({ sentence }: { sentence: string }) => sentence);

it('finds the sentences that hold a text, those of the report filed last first', async () => {
  const { hits, next, searched } = await search({ text: '未收取' });
  expect(hits).toEqual([
    ...[
      [1, '共收到申请3件，未收取费用；'],
      [5, '未收取'],
    ].map(([ordinal, sentence]) => ({
      ...{ ordinal, sentence, heading: '总体情况' },
      report: { id: globalId('Report', '103') },
    })),
    {
      ...{ ordinal: 1, sentence: '全年未收取信息处理费。', heading: '总体情况' },
      report: { id: globalId('Report', '101') },
    },
  ]);
  expect(next).toBeNull();
  expect(searched).toBe(14);
});

it('takes signs of patterns for themselves', async () => {
  expect(await found({ text: '100%' })).toEqual(['100%办结']);
  expect(await found({ text: '1_0' })).toEqual([]);
  expect(await found({ text: '%办' })).toEqual(['100%办结']);
});

it('does not find personal data, and masks those beside what is found', async () => {
  expect(await found({ text: '13812341234' })).toEqual([]);
  const [sentence] = await found({ text: '联系人王某' });
  expect(sentence).not.toContain('13812341234');
});

it('goes on behind the last report that it told of', async () => {
  const before = await search({ text: '未收取', first: 1 });
  expect(before.hits).toHaveLength(2);
  expect(before.next).toBe(globalId('Report', '103'));
  const rest = await search({ text: '未收取', first: 1, after: before.next });
  expect(rest.hits.map((hit: any) => hit.sentence)).toEqual(['全年未收取信息处理费。']);
});

it('looks only where the filter says', async () => {
  expect(await found({ text: '未收取', filter: { years: [1999] } })).toEqual([]);
});

it.each([
  [{ text: '未' }, 'BAD_USER_INPUT'],
  [{ text: '未'.repeat(51) }, 'BAD_USER_INPUT'],
  [{ text: '未收取', after: 'x' }, 'BAD_USER_INPUT'],
  [{ text: '未收取', first: 101 }, 'BAD_USER_INPUT'],
  [{ text: '未收取', filter: { statuses: ['DRAFT'] } }, 'FORBIDDEN'],
])('refuses %j', async (variables, code) => {
  expect((await ask(test.database, SEARCH, variables)).codes[0]).toBe(code);
});
