import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportCondition, SqlParams } from '../../src/rollup/report-filter.js';
import type { ReportFilterInput } from '../../src/rollup/shapes.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { aReport, anAgency, storePlaces, storeWorld } from '../support/world.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
  await storePlaces(test.database);
  await storeWorld(test.database, {
    agencies: [
      anAgency({ id: 1, sectors: ['EDUCATION', 'TAXATION'] }),
      anAgency({ id: 2, region: '411602001', level: 'COUNTY', kind: 'DISPATCHED_ORGAN' }),
      anAgency({ id: 3, region: '110101', level: null, sectors: ['TAXATION'] }),
      anAgency({ id: 4, region: '990100' }),
      anAgency({ id: 5, region: null, kind: 'GOVERNMENT' }),
    ],
    reports: [
      aReport({ id: 11, agency: 1, year: 2023, edition: 'E2019', errors: 2, warnings: 1 }),
      // A newer version is being worked on; the published one is older than a withdrawn one.
      aReport({ id: 12, agency: 1, revision: 1 }),
      aReport({ id: 13, agency: 1, revision: 2, status: 'WITHDRAWN' }),
      aReport({ id: 14, agency: 1, revision: 3, status: 'RETURNED' }),
      aReport({ id: 15, agency: 1, revision: 4, status: 'SUBMITTED' }),
      aReport({ id: 21, agency: 2, region: '411602001', warnings: 3, edition: null }),
      aReport({ id: 22, agency: 2, region: '411602001', scope: 'REGION_CONSOLIDATED' }),
      // Its agency has moved since.
      aReport({ id: 31, agency: 3, region: '419001' }),
      aReport({ id: 41, agency: 4, region: '990100' }),
      aReport({ id: 51, agency: 5, region: null }),
    ],
  });
});
afterAll(() => test.drop());

async function matched(filter: ReportFilterInput): Promise<number[]> {
  const params = new SqlParams();
  const sql = `SELECT id FROM report WHERE ${reportCondition(filter, params)} ORDER BY id`;
  const rows = await test.database.query<{ id: string }>(sql, params.values);
  return rows.map(({ id }) => Number(id));
}

describe('a report filter', () => {
  it('means, where it says nothing, the current ORGAN reports of the country', async () => {
    expect(await matched({})).toEqual([11, 12, 21, 31, 51]);
    expect(await matched({ scopes: null, statuses: null, regions: null })).toEqual([
      11, 12, 21, 31, 51,
    ]);
  });

  it('keeps fictional reports out of the country and finds them by region or agency', async () => {
    expect(await matched({ regions: ['000000'] })).toEqual([11, 12, 21, 31, 51]);
    expect(await matched({ regions: ['990000'] })).toEqual([41]);
    expect(await matched({ agencies: ['4', '2'] })).toEqual([21, 41]);
    expect(await matched({ regions: ['000000', '990100'] })).toEqual([11, 12, 21, 31, 41, 51]);
  });

  it('goes by the region of the report’s year with everything beneath, each report once', async () => {
    expect(await matched({ regions: ['410000'] })).toEqual([11, 12, 21, 31]);
    expect(await matched({ regions: ['411600', '411602', '411602001', '410000'] })).toEqual([
      11, 12, 21, 31,
    ]);
    expect(await matched({ regions: ['411600'] })).toEqual([21]);
    expect(await matched({ regions: ['411602001'] })).toEqual([21]);
    expect(await matched({ regions: ['419001'] })).toEqual([31]);
    expect(await matched({ regions: ['110000'] })).toEqual([]);
  });

  it('takes kind, level and sectors from today’s agency', async () => {
    expect(await matched({ kinds: ['GOVERNMENT'] })).toEqual([51]);
    expect(await matched({ levels: ['COUNTY'] })).toEqual([21]);
    expect(await matched({ sectors: ['EDUCATION', 'TAXATION'] })).toEqual([11, 12, 31]);
  });

  it('takes the edition of table three, and years', async () => {
    expect(await matched({ editions: ['E2019'] })).toEqual([11]);
    expect(await matched({ years: [2023, 1999] })).toEqual([11]);
  });

  it('finds reports with and without findings of some severities', async () => {
    expect(await matched({ withFindings: ['ERROR'] })).toEqual([11]);
    expect(await matched({ withFindings: ['ERROR', 'WARNING'] })).toEqual([11, 21]);
    expect(await matched({ withoutFindings: ['ERROR', 'WARNING'] })).toEqual([12, 31, 51]);
    expect(await matched({ withFindings: ['WARNING'], withoutFindings: ['ERROR'] })).toEqual([21]);
  });

  it('knows the newest revision of the asked statuses alone', async () => {
    const agencies = ['1'];
    const years = [2024];
    expect(await matched({ agencies, years, statuses: ['WITHDRAWN'] })).toEqual([13]);
    expect(await matched({ agencies, years, statuses: ['PUBLISHED', 'WITHDRAWN'] })).toEqual([13]);
    expect(await matched({ agencies, years, statuses: ['PUBLISHED', 'SUBMITTED'] })).toEqual([15]);
  });

  it('knows a returned version only while no newer one exists, and then the one before it', async () => {
    const agencies = ['1'];
    const years = [2024];
    expect(await matched({ agencies, years, statuses: ['RETURNED'] })).toEqual([]);
    expect(await matched({ agencies, years, statuses: ['RETURNED', 'PUBLISHED'] })).toEqual([12]);
  });

  it.each([
    'years',
    'regions',
    'levels',
    'kinds',
    'sectors',
    'agencies',
    'editions',
    'scopes',
    'statuses',
    'withFindings',
    'withoutFindings',
  ])('matches nothing where its list of %s is empty', async (list) => {
    expect(await matched({ [list]: [] })).toEqual([]);
  });

  it('never lets a value into the text of the statement', () => {
    const params = new SqlParams();
    const sql = reportCondition({ sectors: [`x'); DROP TABLE report; --`] }, params);
    expect(sql).not.toContain('DROP');
    expect(params.values).toContainEqual([`x'); DROP TABLE report; --`]);
  });
});
