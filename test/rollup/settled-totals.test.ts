import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/entities/database.js';
import { fileReport } from '../../src/filing/file-reports.js';
import { foldSums } from '../../src/filing/kept/fold-sums.js';
import type { KeptQuestion } from '../../src/rollup/kept-groups.js';
import { keptPlan } from '../../src/rollup/kept-plan.js';
import { settledTotals } from '../../src/rollup/settled-totals.js';
import type { Dimension, ReportFilterInput } from '../../src/rollup/shapes.js';
import { createAgency, formOfYear, inputOf } from '../filing/reports.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { storePlaces } from '../support/world.js';

const needs = { cells: new Set(['received_total']), agencies: false };

const question = (filter: ReportFilterInput, groupBy: readonly Dimension[] = []): KeptQuestion => {
  const plan = keptPlan(filter, groupBy, needs);
  if (!plan) throw new Error('this is not answered from the kept totals');
  return { plan, filter, orderBy: null, needs };
};

const PAGE = { first: 10, after: null };
const PROVINCE = { regions: ['410000'] };

describe('totals that are settled', () => {
  let test: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    test = await createTestDatabase();
    ({ database } = test);
    await storePlaces(database);
    const agency = await createAgency(database, '411602');
    for (const year of [2019, 2020, 2023]) {
      await fileReport(database, inputOf(formOfYear(year), agency));
    }
  });
  afterAll(() => test.drop());

  const reportsOf = async (asked: KeptQuestion): Promise<number[] | null> => {
    const page = await settledTotals(database, asked, PAGE);
    return page && page.items.map(({ node }) => node.coverage.reports);
  };

  it('are told as soon as everything is folded in, not before and not after a change', async () => {
    expect(await reportsOf(question(PROVINCE))).toBeNull();
    await foldSums(database);
    expect(await reportsOf(question(PROVINCE))).toEqual([3]);
    expect(await reportsOf(question(PROVINCE, ['YEAR']))).toEqual([1, 1, 1]);
    const other = await createAgency(database, '411602');
    await fileReport(database, inputOf(formOfYear(2023), other));
    expect(await reportsOf(question({ ...PROVINCE, years: [2023] }))).toBeNull();
    // Nothing changed there.
    expect(await reportsOf(question({ ...PROVINCE, years: [2020] }))).toEqual([1]);
    await foldSums(database);
    expect(await reportsOf(question({ ...PROVINCE, years: [2023] }))).toEqual([2]);
  });

  it('are not told where there are none, since nothing tells then whether there will be', async () => {
    await foldSums(database);
    expect(await reportsOf(question({ regions: ['440000'] }))).toBeNull();
  });

  it('are paged in key order', async () => {
    await foldSums(database);
    const page = await settledTotals(database, question(PROVINCE, ['YEAR']), {
      first: 2,
      after: null,
    });
    expect(page?.items.map(({ node }) => node.key.year)).toEqual([2019, 2020]);
    expect(page?.hasNextPage).toBe(true);
  });

  it('are for the database where it has to rank, or to look beneath the regions', async () => {
    await foldSums(database);
    expect(await reportsOf(question(PROVINCE, ['PREFECTURE']))).toBeNull();
    expect(
      await settledTotals(database, question(PROVINCE, ['YEAR']), { first: 2, after: [2019] }),
    ).toBeNull();
  });
});
