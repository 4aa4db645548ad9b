import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keptCells } from '../../src/filing/kept/kept-cells.js';
import { metrics } from '../../src/rollup/indicator.js';
import { keptPlan } from '../../src/rollup/kept-plan.js';
import type {
  Dimension,
  ReportFilterInput,
  TotalGroup,
  TotalOrder,
} from '../../src/rollup/shapes.js';
import { EVERYTHING, type TotalNeeds } from '../../src/rollup/total-needs.js';
import { countedTotals, totals } from '../../src/rollup/totals.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { toldTotal } from '../support/told-tables.js';
import { storePlaces, storeWorld } from '../support/world.js';
import { worlds } from './random-world.js';

const some = <T>(values: readonly T[]) =>
  fc.option(fc.subarray([...values], { minLength: 1 }), { freq: 2 });
const one = <T>(value: T) => fc.constant([value]);

const part = fc.oneof(
  fc.constant({}),
  fc.record({ levels: some(['PROVINCE', 'PREFECTURE', 'COUNTY'] as const) }),
  fc.record({ kinds: some(['DEPARTMENT', 'GOVERNMENT'] as const) }),
  fc.record({ sectors: fc.constantFrom(['EDUCATION'], ['TAXATION']) }),
);
const filters: fc.Arbitrary<ReportFilterInput> = fc
  .tuple(
    part,
    fc.record({
      years: some([2020, 2023, 2024]),
      regions: fc.oneof(
        fc.constant(null),
        one('410000'),
        one('411600'),
        one('419001'),
        one('990000'),
        fc.constant(['410000', '440000']),
      ),
      editions: fc.option(fc.constantFrom(['E2021' as const], ['E2019' as const]), { freq: 1 }),
    }),
  )
  .map(([a, b]) => ({ ...a, ...b }));
const groupings = fc
  .tuple(
    fc.subarray(['YEAR', 'SCOPE'] as Dimension[]),
    fc.constantFrom<Dimension | null>(
      ...([null, 'PROVINCE', 'PREFECTURE', 'COUNTY', 'CHILD_REGION'] as const),
    ),
    fc.constantFrom<Dimension | null>(...([null, null, 'LEVEL', 'KIND', 'SECTOR'] as const)),
  )
  .map(([first, ...rest]) => [...first, ...rest.filter((d) => d !== null)]);
const orders: fc.Arbitrary<TotalOrder | null> = fc.option(
  fc.record({
    metric: fc.constantFrom(...metrics),
    per: fc.constant(null),
    descending: fc.boolean(),
    minimumDenominator: fc.constantFrom(0, 1, 20),
  }),
);
const needs: fc.Arbitrary<TotalNeeds> = fc.record({
  cells: fc.subarray(keptCells.map(({ name }) => name)).map((names) => new Set(names)),
  agencies: fc.boolean(),
});
const folded = fc.constantFrom('NOTHING' as const, 'HALF' as const, 'ALL' as const);

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
  await storePlaces(test.database);
});
afterAll(() => test.drop());

const told = (items: readonly { cursor: unknown; node: TotalGroup }[]): unknown =>
  items.map(({ cursor, node }) => ({ cursor, node: toldTotal(node) }));

const ALL = { first: 1_000, after: null };

describe('totals from what is kept', () => {
  it('equal those counted from the printed rows, folded or not', async () => {
    let kept = 0;
    const question = fc.tuple(filters, groupings, orders);
    await fc.assert(
      fc.asyncProperty(worlds, folded, fc.array(question, { minLength: 12 }), async (w, f, qs) => {
        await storeWorld(test.database, w, f);
        for (const [filter, groupBy, orderBy] of qs) {
          if (keptPlan(filter, groupBy, EVERYTHING) === null) continue;
          kept += 1;
          const asked = { filter, groupBy, orderBy };
          const answer = await totals(test.database, asked, ALL);
          const counted = await countedTotals(test.database, asked, ALL);
          expect(told(answer.items), JSON.stringify(asked)).toEqual(told(counted.items));
          expect(await answer.totalCount()).toBe(counted.items.length);
        }
      }),
      { numRuns: 8, endOnFailure: true },
    );
    expect(kept).toBeGreaterThan(20);
  }, 120_000);

  it('say the same of what somebody looks at, and nothing of the rest', async () => {
    const question = fc.tuple(filters, groupings, needs);
    await fc.assert(
      fc.asyncProperty(worlds, fc.array(question, { minLength: 8 }), async (world, questions) => {
        await storeWorld(test.database, world);
        for (const [filter, groupBy, looked] of questions) {
          if (keptPlan(filter, groupBy, EVERYTHING) === null) continue;
          const asked = { filter, groupBy, orderBy: null };
          const all = await totals(test.database, asked, ALL);
          const few = await totals(test.database, asked, ALL, looked);
          expect(few.items.map(({ node }) => node.key)).toEqual(
            all.items.map(({ node }) => node.key),
          );
          few.items.forEach(({ node }, i) => {
            const whole = all.items[i]?.node;
            const isRead = (row: string) => looked.cells.has(`${row}_total`);
            const { received, completed } = node.tables.requests;
            expect(received.total).toBe(
              isRead('received') ? whole?.tables.requests.received.total : null,
            );
            expect(completed.total).toBe(
              isRead('completed') ? whole?.tables.requests.completed.total : null,
            );
            if (looked.agencies) expect(node.coverage).toEqual(whole?.coverage);
            expect(node.coverage.reports).toBe(whole?.coverage.reports);
          });
        }
      }),
      { numRuns: 5, endOnFailure: true },
    );
  }, 120_000);
});
