import { describe, expect, it } from 'vitest';
import { indicatorOf, metrics } from '../../src/rollup/indicator.js';
import type { ThreeTables } from '../../src/rollup/shapes.js';
import { wilson } from '../../src/rollup/wilson.js';
import { naiveTotal } from '../support/naive-totals.js';
import { aReport, type Figures, type WorldReport } from '../support/world.js';

/** The tables of one report of the 2021 edition, a row without 总计 counting with its stated columns. */
const tablesOf = (report: Partial<WorldReport>): ThreeTables =>
  naiveTotal({}, [aReport({ id: 1, ...report })]).tables;

const totals = (rows: Record<string, number | null>): Record<string, Figures> =>
  Object.fromEntries(Object.entries(rows).map(([row, total]) => [row, { total }]));

const requests = (rows: Record<string, number | null>): ThreeTables =>
  tablesOf({ requests: totals(rows) });

describe('an indicator', () => {
  it('is a figure of the column 总计, without denominator or interval', () => {
    expect(indicatorOf(requests({ received: 32 }), 'REQUESTS_RECEIVED', null)).toEqual({
      metric: 'REQUESTS_RECEIVED',
      per: null,
      value: 32,
      numerator: '32',
      denominator: null,
      low: null,
      high: null,
    });
  });

  it('adds the rows of a category, leaving out what is not stated', () => {
    const tables = requests({ NOT_HELD: 4, NEEDS_CREATION: null, UNCLEAR_AFTER_CORRECTION: 1 });
    expect(indicatorOf(tables, 'OUTCOME_UNABLE_TO_PROVIDE', null).value).toBe(5);
    expect(indicatorOf(tables, 'OUTCOME_REFUSED', null).value).toBeNull();
    const older = tablesOf({ edition: 'E2019', requests: totals({ UNSPECIFIED_OTHER: 3 }) });
    expect(indicatorOf(older, 'OUTCOME_OTHER', null).value).toBe(3);
  });

  it('takes a blank 总计 of a report for the sum of its stated columns', () => {
    const tables = requests({});
    const received = { ...tables.requests.received, naturalPerson: 2, otherOrganization: 3 };
    const report = { ...tables, requests: { ...tables.requests, received } };
    expect(indicatorOf(report, 'REQUESTS_RECEIVED', null).numerator).toBe('5');
  });

  it('is a share with its Wilson interval where the one is a part of the other', () => {
    const tables = requests({ GRANTED: 3, PARTIALLY_GRANTED: 1, STATE_SECRET: 2, completed: 10 });
    expect(indicatorOf(tables, 'GRANT_RATE', null)).toMatchObject({
      value: 0.4,
      numerator: '4',
      denominator: '10',
      low: expect.closeTo(0.1682, 4),
      high: expect.closeTo(0.6873, 4),
    });
    expect(indicatorOf(tables, 'REFUSAL_RATE', null).value).toBe(0.2);
    expect(indicatorOf(tables, 'REASON_STATE_SECRET', 'OUTCOME_REFUSED')).toMatchObject({
      value: 1,
      high: 1,
    });
    expect(indicatorOf(tables, 'REASON_STATE_SECRET', 'REQUESTS_COMPLETED').low).not.toBeNull();
  });

  it('has no interval where the numerator is no part of the denominator, or larger than it', () => {
    const tables = requests({ received: 20, GRANTED: 12, completed: 10, carriedOut: 5 });
    const none = { low: null, high: null };
    expect(indicatorOf(tables, 'REQUESTS_CARRIED_OUT', 'REQUESTS_RECEIVED')).toMatchObject({
      value: 0.25,
      ...none,
    });
    expect(indicatorOf(tables, 'REASON_NOT_HELD', 'OUTCOME_REFUSED')).toMatchObject({
      value: null,
      ...none,
    });
    expect(indicatorOf(tables, 'OUTCOME_GRANTED', 'REQUESTS_COMPLETED')).toMatchObject({
      value: 1.2,
      ...none,
    });
  });

  it('has no value where a side is not stated or the denominator is zero', () => {
    expect(indicatorOf(requests({ GRANTED: 1, completed: 0 }), 'GRANT_RATE', null)).toMatchObject({
      value: null,
      numerator: '1',
      denominator: '0',
      low: null,
    });
    expect(indicatorOf(requests({ GRANTED: 1 }), 'GRANT_RATE', null).value).toBeNull();
    expect(indicatorOf(requests({ completed: 9 }), 'GRANT_RATE', null).value).toBeNull();
  });

  it('compares corrected with decided cases, over both tracks of litigation', () => {
    const decided = { upheld: 3, corrected: 1, otherResult: null, pending: 7, total: 11 };
    const tables = tablesOf({
      appeals: {
        reconsideration: decided,
        litigationDirect: decided,
        litigationAfterReconsideration: {
          upheld: 1,
          corrected: 1,
          otherResult: 2,
          pending: 0,
          total: 4,
        },
      },
    });
    expect(indicatorOf(tables, 'RECONSIDERATION_CORRECTION_RATE', null)).toMatchObject({
      value: 0.25,
      numerator: '1',
      denominator: '4',
    });
    expect(indicatorOf(tables, 'LITIGATION_CORRECTION_RATE', null)).toMatchObject({
      value: 0.25,
      numerator: '2',
      denominator: '8',
    });
    expect(indicatorOf(tables, 'LITIGATION_TOTAL', null).value).toBe(15);
    expect(indicatorOf(tables, 'LITIGATION_CORRECTION_RATE', null).low).not.toBeNull();
  });

  it('keeps an amount exact', () => {
    const tables = tablesOf({ disclosure: { administrativeFeesWan: { amountWan: '12313.437' } } });
    expect(indicatorOf(tables, 'ADMINISTRATIVE_FEE_WAN', null)).toMatchObject({
      value: 12313.437,
      numerator: '12313.437',
    });
    expect(indicatorOf(tables, 'ADMINISTRATIVE_FEE_WAN', 'ADMINISTRATIVE_FEE_WAN').low).toBeNull();
  });

  it('refuses a ratio of a rate', () => {
    for (const metric of metrics.filter((name) => name.endsWith('_RATE'))) {
      expect(() => indicatorOf(requests({}), metric, 'REQUESTS_COMPLETED')).toThrow(
        /is a ratio already/,
      );
      expect(() => indicatorOf(requests({}), 'REQUESTS_COMPLETED', metric)).toThrow(
        /is a ratio already/,
      );
    }
  });
});

describe('the Wilson interval', () => {
  it('is that of the textbook', () => {
    expect(wilson(0, 10)).toEqual({ low: 0, high: expect.closeTo(0.27753, 5) });
    expect(wilson(10, 10)).toEqual({ low: expect.closeTo(0.72247, 5), high: 1 });
    expect(wilson(81, 263)).toEqual({
      low: expect.closeTo(0.2553, 4),
      high: expect.closeTo(0.3662, 4),
    });
  });

  it('is none of nothing, and none of a part beyond its whole', () => {
    expect([wilson(0, 0), wilson(2, 1), wilson(-1, 1)]).toEqual([null, null, null]);
  });
});
