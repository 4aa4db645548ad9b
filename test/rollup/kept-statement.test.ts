import { describe, expect, it } from 'vitest';
import type { KeptQuestion } from '../../src/rollup/kept-groups.js';
import { keptPlan } from '../../src/rollup/kept-plan.js';
import { keptPage } from '../../src/rollup/kept-statement.js';
import type { Dimension, ReportFilterInput, TotalOrder } from '../../src/rollup/shapes.js';

const needs = { cells: new Set(['received_total']), agencies: false };

const question = (
  filter: ReportFilterInput,
  groupBy: readonly Dimension[] = [],
  orderBy: TotalOrder | null = null,
): KeptQuestion => {
  const plan = keptPlan(filter, groupBy, needs);
  if (!plan) throw new Error('this is not answered from the kept totals');
  return { plan, filter, orderBy, needs };
};

const PAGE = { first: 50, after: null };

describe('the statement of a kept total', () => {
  it('is one text for questions that differ in values, each with its own', () => {
    const one = keptPage(question({ regions: ['410000'], years: [2020] }), PAGE);
    const other = keptPage(question({ regions: ['990000'], years: [2023] }), {
      first: 7,
      after: null,
    });
    expect(other.statement).toBe(one.statement);
    expect(one.values).toEqual(expect.arrayContaining(['410000', 2020, 51]));
    expect(other.values).toEqual(expect.arrayContaining(['990000', 2023, 8]));
    expect(other.values).not.toContain('410000');
  });

  it('tells several values from one, and hands on all of them', () => {
    const one = keptPage(question({ years: [2020] }), PAGE);
    const several = keptPage(question({ years: [2021, 2022, 2023] }), PAGE);
    expect(several.statement).not.toBe(one.statement);
    expect(several.values).toContainEqual([2021, 2022, 2023]);
  });

  it('tells orders apart, and takes their least denominator as a value', () => {
    const by = (orderBy: TotalOrder) =>
      keptPage(question({ years: [2020] }, ['PREFECTURE'], orderBy), PAGE);
    const order = {
      metric: 'REFUSAL_RATE',
      per: null,
      descending: true,
      minimumDenominator: 3,
    } as const;
    const [refused, less, rising] = [
      by(order),
      by({ ...order, minimumDenominator: 17 }),
      by({ ...order, descending: false }),
    ];
    expect(less.statement).toBe(refused.statement);
    expect(refused.values).toContain(3);
    expect(less.values).toContain(17);
    expect(rising.statement).not.toBe(refused.statement);
  });

  it('has the values of every placeholder in their order', () => {
    for (const filter of [
      { regions: ['410000', '420000'], years: [2020, 2021], sectors: ['EDUCATION'] },
      { scopes: ['ORGAN' as const], kinds: ['DEPARTMENT' as const] },
    ]) {
      const { statement, values } = keptPage(question(filter, ['YEAR']), PAGE);
      const named = new Set(Array.from(statement.text.matchAll(/\$(\d+)/g), ([, n]) => Number(n)));
      expect([...named].toSorted((a, b) => a - b)).toEqual(values.map((_, i) => i + 1));
      expect(values).not.toContain(undefined);
    }
  });
});
