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

const POLICE = globalId('Agency', '2');
const DISTRICT_EDUCATION = globalId('Agency', '4');

async function report(
  fields: string,
  { agency = POLICE, year = 2024, args = '' } = {},
): Promise<any> {
  const query = `query ($agency: ID!, $year: Int!) { report(agency: $agency, year: $year ${args}) { ${fields} } }`;
  return (await data(test.database, query, { agency, year })).report;
}

describe('a report', () => {
  it('is the newest published revision', async () => {
    expect(await report('revision status title publishedOn scope year')).toEqual({
      revision: 2,
      status: 'PUBLISHED',
      title: '周口市公安局2024年政府信息公开工作年度报告',
      publishedOn: '2025-01-20',
      scope: 'ORGAN',
      year: 2024,
    });
    expect(await report('id', { year: 2021 })).toBeNull();
    expect(await report('id', { args: ', scope: REGION_CONSOLIDATED' })).toBeNull();
  });

  it('knows its agency, its region and its editions', async () => {
    expect(
      await report(
        'agency { name report(year: 2020) { year } } region { fullName } editions { activeDisclosure requests appeals }',
      ),
    ).toEqual({
      agency: { name: '周口市公安局', report: { year: 2020 } },
      region: { fullName: '周口市' },
      editions: { activeDisclosure: 'E2021', requests: 'E2021', appeals: 'E2021' },
    });
  });

  it('answers with its three tables, amounts as exact decimals', async () => {
    const { activeDisclosure, requests, appeals } = await report(
      `activeDisclosure { normativeDocuments { issued repealed inForce } licensingDecisions penaltyDecisions
         coercionDecisions administrativeFeesWan }
       requests { received { naturalPerson businessEnterprise total computedTotal } carriedOut { total }
         completed { total } outcomes { outcome } }
       appeals { reconsideration { upheld corrected otherResult pending total computedTotal } }`,
    );
    expect(activeDisclosure).toEqual({
      normativeDocuments: { issued: 1, repealed: 2, inForce: 14 },
      licensingDecisions: 1761224,
      penaltyDecisions: 4544,
      coercionDecisions: 12687,
      administrativeFeesWan: '12313.437',
    });
    expect(requests).toMatchObject({
      received: { naturalPerson: 32, businessEnterprise: 0, total: 32, computedTotal: 32 },
      carriedOut: { total: 2 },
      completed: { total: 30 },
    });
    expect(requests.outcomes).toHaveLength(21);
    expect(appeals.reconsideration).toEqual({
      ...{ upheld: 1, corrected: 1, otherResult: 0, pending: 0 },
      ...{ total: 2, computedTotal: 2 },
    });
  });

  it('states nothing where the document states nothing', async () => {
    const { activeDisclosure } = await report(
      'activeDisclosure { regulations { issued } licensingDecisions administrativeFeesWan }',
      { agency: DISTRICT_EDUCATION },
    );
    expect(activeDisclosure).toEqual({
      regulations: { issued: null },
      licensingDecisions: null,
      administrativeFeesWan: null,
    });
  });

  it('keeps a blank 总计 blank, and counts its row with the stated columns', async () => {
    const { requests, indicator } = await report(
      `requests { outcomes(categories: [GRANTED]) { outcome category label label2: label(language: EN)
           counts { naturalPerson total computedTotal } }
         outcomesByCategory { category label(language: EN) counts { total } share } }
       indicator(metric: OUTCOME_GRANTED, per: REQUESTS_COMPLETED) { metric per value numerator denominator low high }`,
      { agency: DISTRICT_EDUCATION },
    );
    expect(requests.outcomes).toEqual([
      {
        outcome: 'GRANTED',
        category: 'GRANTED',
        label: '（一）予以公开',
        label2: '(1) Granted',
        counts: { naturalPerson: 1, total: null, computedTotal: 1 },
      },
    ]);
    expect(requests.outcomesByCategory[0]).toEqual({
      category: 'GRANTED',
      label: '(1) Granted',
      counts: { total: 1 },
      share: 0.25,
    });
    expect(indicator).toMatchObject({
      ...{ metric: 'OUTCOME_GRANTED', per: 'REQUESTS_COMPLETED', value: 0.25 },
      ...{ numerator: '1', denominator: '4' },
    });
    expect(indicator.low).toBeCloseTo(0.0456, 3);
    expect(indicator.high).toBeCloseTo(0.6994, 3);
  });

  it('lists no outcome for no category', async () => {
    const { requests } = await report('requests { outcomes(categories: []) { outcome } }');
    expect(requests.outcomes).toEqual([]);
  });

  it('of 2019 lists 19 outcomes and its own table two', async () => {
    const { requests, activeDisclosure2019, activeDisclosure } = await report(
      `requests { outcomes(categories: [OTHER_DISPOSITION]) { outcome label counts { total } } }
       activeDisclosure { licensingDecisions }
       activeDisclosure2019 { regulations { produced } licensing { itemsLastYear change decisions }
         administrativeFees { change decisions } procurement { projects amountYuan } }`,
      { year: 2020 },
    );
    expect(requests.outcomes).toEqual([
      { outcome: 'UNSPECIFIED_OTHER', label: '（六）其他处理', counts: { total: 1 } },
    ]);
    expect(activeDisclosure).toEqual({ licensingDecisions: 100 });
    expect(activeDisclosure2019).toEqual({
      regulations: { produced: null },
      licensing: { itemsLastYear: 7, change: -3, decisions: 100 },
      administrativeFees: { change: null, decisions: null },
      procurement: { projects: 2, amountYuan: '1234.5' },
    });
    expect(await report('activeDisclosure2019 { licensing { change } }')).toEqual({
      activeDisclosure2019: null,
    });
  });

  it('shows where each cell was read', async () => {
    const { cells, source, sections, statements } = await report(
      `cells(table: REQUESTS) { table row column label label2: label(language: EN) status value raw locator }
       source { fileName mediaType sha256 url downloadUrl }
       sections { ordinal heading text } statements { metric value sentence }`,
    );
    expect(cells).toEqual([
      {
        ...{ table: 'REQUESTS', row: 'received', column: 'naturalPerson', status: 'READ' },
        label: '一、本年新收政府信息公开申请数量 · 自然人',
        label2: '1. Requests received this year · Natural persons',
        ...{ value: '32', raw: '32', locator: 'table 2 row 3 column 2' },
      },
    ]);
    const id = globalId('Report', '202');
    expect(source).toEqual({
      fileName: '周口.html',
      mediaType: 'text/html',
      sha256: 'a'.repeat(64),
      url: 'https://example.org/zk.html',
      downloadUrl: `/reports/${id}/source`,
    });
    expect(sections.map((section: any) => section.ordinal)).toEqual([1, 6]);
    expect(statements).toEqual([
      { metric: 'REQUESTS_RECEIVED', value: '32', sentence: '全年收到申请32件。' },
    ]);
    expect((await report('cells { table }')).cells).toHaveLength(2);
    expect(await report('source { url } cells { row }', { year: 2023 })).toEqual({
      source: null,
      cells: [],
    });
  });

  it('tells the result of each check', async () => {
    const { checkResults } = await report(
      'checkResults { check { code severity } status reason(language: EN) }',
    );
    expect(checkResults).toEqual([
      { check: { code: 'A1', severity: 'ERROR' }, status: 'PASS', reason: null },
      {
        check: { code: 'X1', severity: expect.any(String) },
        status: 'NOT_ASSESSABLE',
        reason: 'There is no report of the year before',
      },
    ]);
  });

  it('has findings, worst first, with their cells and repair', async () => {
    const { all, errors, none } = await report(
      `all: findings { severity message }
       errors: findings(severities: [ERROR]) { check { code } message(language: EN) left right difference fault cause
         cells { row column status raw } repair { cell { label } to } report { year } }
       none: findings(severities: []) { id }`,
      { agency: DISTRICT_EDUCATION },
    );
    expect(all).toEqual([
      { severity: 'ERROR', message: '总计空白。' },
      { severity: 'INFO', message: '提示。' },
    ]);
    expect(errors).toEqual([
      {
        check: { code: 'A2' },
        message: 'The total is blank.',
        ...{ left: '1', right: '0', difference: '1', fault: 'DOCUMENT', cause: 'BLANK_FOR_ZERO' },
        cells: [{ row: 'GRANTED', column: 'total', status: 'BLANK', raw: '' }],
        repair: [{ cell: { label: '三（一）予以公开 · 总计' }, to: '1' }],
        report: { year: 2024 },
      },
    ]);
    expect(none).toEqual([]);
  });

  it.each([
    ['GRANT_RATE', 'REQUESTS_RECEIVED'],
    ['REQUESTS_RECEIVED', 'REFUSAL_RATE'],
  ])('refuses to divide %s by %s', async (metric, per) => {
    const query = `{ report(agency: "${POLICE}", year: 2024) { indicator(metric: ${metric}, per: ${per}) { value } } }`;
    expect((await ask(test.database, query)).codes).toEqual(['BAD_USER_INPUT']);
  });
});

describe('the list of findings', () => {
  const findings = async (args: string): Promise<string[]> => {
    const answer = await data(test.database, `{ findings(${args}) { nodes { message } } }`);
    return answer.findings.nodes.map((node: { message: string }) => node.message);
  };

  it('is worst first, then as reports', async () => {
    expect(await findings('first: 50')).toEqual(['总计空白。', '提醒。', '提示。']);
  });

  it('goes by severity, check and report', async () => {
    expect(await findings('severities: [WARNING, INFO]')).toEqual(['提醒。', '提示。']);
    expect(await findings('checks: ["A2"]')).toEqual(['总计空白。']);
    expect(await findings('filter: { regions: ["411602"] }')).toEqual(['总计空白。', '提示。']);
    expect(await findings('severities: []')).toEqual([]);
    expect(await findings('checks: []')).toEqual([]);
  });

  it('refuses a check that is not in the catalogue', async () => {
    const { codes } = await ask(test.database, '{ findings(checks: ["Z9"]) { totalCount } }');
    expect(codes).toEqual(['BAD_USER_INPUT']);
  });
});
