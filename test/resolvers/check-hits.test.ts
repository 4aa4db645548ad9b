import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask, data } from '../support/api.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { storeSmallCountry } from '../support/small-country.js';

let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
  await storeSmallCountry(test.database);
});
afterAll(() => test.drop());

const HITS = `query ($filter: ReportFilter) {
  checkHits(filter: $filter) { check { code } year hits reports }
  totals(filter: $filter, groupBy: [YEAR]) { nodes { key { year } coverage { reports } } }
  reports(filter: $filter, first: 100) { nodes { year findings { check { code } } } }
}`;

interface Told {
  checkHits: { check: { code: string }; year: number; hits: number; reports: number }[];
  totals: { nodes: { key: { year: number }; coverage: { reports: number } }[] };
  reports: { nodes: { year: number; findings: { check: { code: string } }[] }[] };
}

it.each([{}, { years: [2024] }, { withFindings: ['ERROR'] }])(
  'counts each report once for each check and year, as the reports show: %j',
  async (filter) => {
    const told = (await data(test.database, HITS, { filter })) as Told;
    const counted = new Map<string, number>();
    for (const { year, findings } of told.reports.nodes) {
      for (const code of new Set(findings.map(({ check }) => check.code))) {
        const key = `${code} ${year}`;
        counted.set(key, (counted.get(key) ?? 0) + 1);
      }
    }
    expect(counted.size).toBeGreaterThan(0);
    const hits = told.checkHits.map(({ check, year, hits: n }) => [`${check.code} ${year}`, n]);
    expect(new Map(hits as [string, number][])).toEqual(counted);
    const all = new Map(told.totals.nodes.map((t) => [t.key.year, t.coverage.reports]));
    for (const { year, reports } of told.checkHits) expect(reports).toBe(all.get(year));
  },
);

it('is closed for reports that are not public', async () => {
  const { codes } = await ask(test.database, HITS, { filter: { statuses: ['DRAFT'] } });
  expect(codes).toContain('FORBIDDEN');
});
