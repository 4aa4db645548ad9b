import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/entities/database.js';
import { indicatorOf, metrics } from '../../src/rollup/indicator.js';
import { Refusal } from '../../src/rollup/refusal.js';
import type {
  Dimension,
  ReportFilterInput,
  TotalGroup,
  TotalOrder,
} from '../../src/rollup/shapes.js';
import { totalOfGroup, totals } from '../../src/rollup/totals.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { byIndicator, byKey } from '../support/naive-order.js';
import { nameOf, naiveTotals } from '../support/naive-totals.js';
import { toldTotal } from '../support/told-tables.js';
import { storePlaces, storeWorld } from '../support/world.js';
import { filters, worlds } from './random-world.js';

const dimensions: Dimension[] = [
  'YEAR',
  'PROVINCE',
  'PREFECTURE',
  'COUNTY',
  'CHILD_REGION',
  'LEVEL',
  'KIND',
  'SECTOR',
  'AGENCY',
  'SCOPE',
];

const foldings = fc.constantFrom('NOTHING' as const, 'HALF' as const, 'ALL' as const);

const groupings = fc.oneof(
  { weight: 1, arbitrary: fc.constant([] as Dimension[]) },
  { weight: 3, arbitrary: fc.shuffledSubarray(dimensions, { minLength: 1, maxLength: 4 }) },
);

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
  await storePlaces(test.database);
});
afterAll(() => test.drop());

export async function allPages(
  db: Database,
  question: {
    filter: ReportFilterInput;
    groupBy: readonly Dimension[];
    orderBy: TotalOrder | null;
  },
  first: number,
): Promise<{ groups: TotalGroup[]; totalCount: number }> {
  const groups: TotalGroup[] = [];
  let after = null;
  for (;;) {
    const page = await totals(db, question, { first, after });
    groups.push(...page.items.map((item) => item.node));
    after = JSON.parse(JSON.stringify(page.items.at(-1)?.cursor ?? null));
    if (!page.hasNextPage) return { groups, totalCount: await page.totalCount() };
  }
}

const byName = (groups: readonly TotalGroup[]): Record<string, TotalGroup> =>
  Object.fromEntries(groups.map((group) => [nameOf(group.key), toldTotal(group)]));

describe('totals', () => {
  it('are what a recount report by report gives, for any filter and grouping', async () => {
    await fc.assert(
      fc.asyncProperty(
        worlds,
        foldings,
        fc.array(fc.tuple(filters, groupings, fc.integer({ min: 1, max: 5 })), {
          minLength: 8,
          maxLength: 8,
        }),
        async (world, folded, questions) => {
          await storeWorld(test.database, world, folded);
          for (const [asked, groupBy, first] of questions) {
            const filter = groupBy.includes('CHILD_REGION')
              ? { ...asked, regions: asked.regions?.slice(0, 1) ?? null }
              : asked;
            const question = { filter, groupBy, orderBy: null };
            const answer = await allPages(test.database, question, first).catch(
              (error: unknown) => {
                if (error instanceof Refusal) return null;
                throw error;
              },
            );
            if (!answer) continue;
            const expected = naiveTotals(filter, groupBy, world);
            expect(byName(answer.groups)).toEqual(byName(expected));
            expect(answer.groups.map((g) => nameOf(g.key))).toEqual(
              expected.toSorted(byKey(groupBy, world)).map((g) => nameOf(g.key)),
            );
            expect(answer.totalCount).toBe(expected.length);
            for (const group of answer.groups.slice(0, 2)) {
              const again = await totalOfGroup(test.database, { filter, groupBy, key: group.key });
              expect(again && toldTotal(again)).toEqual(toldTotal(group));
            }
          }
        },
      ),
      { numRuns: 15, endOnFailure: true },
    );
  }, 120_000);

  it('come in the order of any indicator, page by page, as a comparison of exact fractions gives it', async () => {
    const question = fc.record({
      filter: fc.constant<ReportFilterInput>({}),
      groupBy: fc.shuffledSubarray(dimensions, { minLength: 1, maxLength: 3 }),
      metric: fc.constantFrom(...metrics),
      per: fc.constantFrom(
        null,
        null,
        'REQUESTS_COMPLETED',
        'REQUESTS_RECEIVED',
        'LITIGATION_TOTAL',
      ),
      descending: fc.boolean(),
      minimumDenominator: fc.constantFrom(0, 0, 1, 20, 30_000_000_000),
      first: fc.integer({ min: 1, max: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(
        worlds,
        foldings,
        fc.array(question, { minLength: 8, maxLength: 8 }),
        async (world, folded, questions) => {
          await storeWorld(test.database, world, folded);
          for (const { filter, groupBy, first, ...asked } of questions) {
            const order = { ...asked, per: asked.metric.endsWith('_RATE') ? null : asked.per };
            const answer = await allPages(
              test.database,
              { filter, groupBy, orderBy: order },
              first,
            );
            const indicator = (g: TotalGroup) => indicatorOf(g.tables, order.metric, order.per);
            const ratio = order.per !== null || order.metric.endsWith('_RATE');
            const expected = naiveTotals(filter, groupBy, world)
              .filter((g) => !ratio || Number(indicator(g).denominator) >= order.minimumDenominator)
              .toSorted(byIndicator(indicator, order.descending, byKey(groupBy, world)));
            expect(answer.groups.map((g) => nameOf(g.key))).toEqual(
              expected.map((g) => nameOf(g.key)),
            );
            expect(answer.totalCount).toBe(expected.length);
          }
        },
      ),
      { numRuns: 10, endOnFailure: true },
    );
  }, 120_000);
});
