import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { globalId, nodeTypes } from '../../src/schema/global-id.js';
import { ask, data } from '../support/api.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { storeSmallCountry } from '../support/small-country.js';

let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
  await storeSmallCountry(test.database);
});
afterAll(() => test.drop());

const NODE = `query ($id: ID!) { node(id: $id) { __typename id } }`;
const node = async (id: string): Promise<any> => (await data(test.database, NODE, { id })).node;

describe('node(id)', () => {
  it('finds a node of every type again', async () => {
    const found = await data(
      test.database,
      `{ region(code: "4116") { id }
         agencies(filter: { search: "周口市公安局" }) { nodes { id report(year: 2024) { id } } }
         findings(first: 1) { nodes { id } }
         totals(groupBy: [PROVINCE, YEAR]) { nodes { id } }
         consolidation(region: "41", year: 2024) { id } }`,
    );
    const [agency] = found.agencies.nodes;
    const ids = {
      Region: found.region.id,
      Agency: agency.id,
      Report: agency.report.id,
      Finding: found.findings.nodes[0].id,
      Total: found.totals.nodes[0].id,
      Consolidation: found.consolidation.id,
    };
    for (const type of nodeTypes) {
      expect(await node(ids[type])).toEqual({ __typename: type, id: ids[type] });
    }
  });

  it('finds a consolidation of any year that may be asked for', async () => {
    for (const year of [-5, 0, 2_147_483_647]) {
      const { consolidation } = await data(
        test.database,
        `{ consolidation(region: "41", year: ${year}) { id } }`,
      );
      expect(await node(consolidation.id)).toEqual({
        __typename: 'Consolidation',
        ...consolidation,
      });
    }
  });

  it('answers the same total again, with its group and its filter', async () => {
    const fields = `id key { year scope prefecture { code } agency { name } sector { code } }
      coverage { reports agencies reportsWithErrors unstatedCells expected }
      requests { received { total } outcomes { outcome counts { total } } }
      appeals { reconsideration { total } }
      activeDisclosure { administrativeFeesWan normativeDocuments { inForce } }
      reports { totalCount nodes { id } }
      contributions(table: APPEALS, row: "reconsideration", column: "total") { nodes { value report { id } } }`;
    const groups = [
      '',
      'groupBy: [YEAR, PREFECTURE]',
      'groupBy: [SECTOR, AGENCY]',
      'filter: { regions: ["41"], years: [2024, 2023], withoutFindings: [ERROR] }, groupBy: [CHILD_REGION]',
      'filter: { regions: ["4116"], scopes: [ORGAN, REGION_CONSOLIDATED] }, groupBy: [SCOPE, LEVEL, KIND]',
      'filter: { sectors: ["EDUCATION"], editions: [E2021], levels: [COUNTY] }, groupBy: [COUNTY, PROVINCE]',
    ];
    for (const args of groups) {
      const list = `totals${args && `(${args})`}`;
      const { totals } = await data(test.database, `{ ${list} { nodes { ${fields} } } }`);
      expect(totals.nodes.length).toBeGreaterThan(0);
      for (const total of totals.nodes) {
        const query = `query ($id: ID!) { node(id: $id) { ... on Total { ${fields} } } }`;
        const again = await data(test.database, query, { id: total.id });
        expect(again.node).toEqual(total);
      }
    }
  });

  it('gives a total of the same reports the same id, however it is asked for', async () => {
    const { a, b } = await data(
      test.database,
      `{ a: totals(filter: { regions: ["41", "11"], years: null }, groupBy: [YEAR, YEAR]) { nodes { id } }
         b: totals(filter: { regions: ["110000", "410000"] }, groupBy: [YEAR]) { nodes { id } } }`,
    );
    expect(a.nodes.map(({ id }: { id: string }) => id)).toEqual(b.nodes.map((n: any) => n.id));
  });

  it('is null for what is not published', async () => {
    expect(await node(globalId('Report', '202'))).not.toBeNull();
    expect(await node(globalId('Report', '203'))).toBeNull();
    // An older published revision keeps its id.
    expect(await node(globalId('Report', '102'))).not.toBeNull();
  });

  it('is null for what nothing has', async () => {
    const keys: Record<string, string[]> = {
      Region: ['419999', '41', 'x'],
      Agency: ['999', '9223372036854775808', '1.5', "1' OR '1'='1"],
      Report: ['999', '-1', '\0'],
      Finding: ['999'],
      Total: [
        ...['', '{}', '[]', '[{},{"year":1999}]', '[{"years":[2024,2024]},{}]', '[{},{},{}]'],
        ...[
          '[{"regions":["419999"]},{}]',
          '[{"sectors":["NONE"]},{}]',
          '[{"agencies":["999"]},{}]',
        ],
        ...['[{"password":["x"]},{}]', '[{"years":["2024"]},{}]', '[{"__proto__":["x"]},{}]'],
      ],
      Consolidation: [
        '419999:2024',
        '410000:x',
        '410000:2024:NONE',
        '410000',
        '41:2024',
        '410000:2147483648',
      ],
    };
    for (const type of nodeTypes) {
      for (const key of keys[type] ?? []) {
        expect([type, key, await node(globalId(type, key))]).toEqual([type, key, null]);
      }
    }
  });

  it('refuses a total or a consolidation of reports that are not published', async () => {
    const ids = [
      globalId('Total', '[{"statuses":["SUBMITTED"]},{}]'),
      globalId('Consolidation', '411600:2024:ACCEPTED,PUBLISHED'),
    ];
    for (const id of ids) {
      const { codes } = await ask(test.database, NODE, { id });
      expect(codes).toEqual(['FORBIDDEN']);
    }
  });

  it('answers any text with null or a refusal, never with a fault', async () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc
        .tuple(fc.constantFrom(...nodeTypes), fc.string({ unit: 'grapheme' }))
        .map(([type, key]) => globalId(type, key)),
      fc.json().map((key) => globalId('Total', key)),
    );
    await fc.assert(
      fc.asyncProperty(text, async (id) => {
        const { data: answer, codes } = await ask(test.database, NODE, { id });
        expect(answer).toEqual({ node: null });
        expect(codes.filter((code) => code !== 'FORBIDDEN')).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('an id of another type is no agency', async () => {
    const id = globalId('Report', '1');
    const answer = await data(
      test.database,
      'query ($id: ID!) { agency(id: $id) { name } report(agency: $id, year: 2024) { id } }',
      { id },
    );
    expect(answer).toEqual({ agency: null, report: null });
  });
});
