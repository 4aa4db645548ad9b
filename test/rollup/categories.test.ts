import { describe, expect, it } from 'vitest';
import { categoriesOf, computedTotal } from '../../src/rollup/categories.js';
import type { ApplicantCounts, RequestTable } from '../../src/rollup/shapes.js';

const nothing: ApplicantCounts = {
  naturalPerson: null,
  businessEnterprise: null,
  researchInstitution: null,
  publicInterestOrganization: null,
  legalServiceAgency: null,
  otherOrganization: null,
  total: null,
};
const counts = (stated: Partial<ApplicantCounts>): ApplicantCounts => ({ ...nothing, ...stated });

const table = (
  completed: number | null,
  rows: Record<string, Partial<ApplicantCounts>>,
): RequestTable => ({
  received: nothing,
  carriedIn: nothing,
  outcomes: Object.entries(rows).map(([outcome, row]) => ({ outcome, counts: counts(row) })),
  completed: counts({ total: completed }),
  carriedOut: nothing,
});

describe('categories of outcomes', () => {
  it('are the sums of their rows, a blank 总计 counting with its stated columns', () => {
    const refused = categoriesOf(
      table(8, {
        STATE_SECRET: { naturalPerson: 1, total: 1 },
        INTERNAL_AFFAIRS: { naturalPerson: 2, legalServiceAgency: 1 },
        THIRD_PARTY_RIGHTS: {},
      }),
    ).find(({ category }) => category === 'REFUSED');
    expect(refused).toEqual({
      category: 'REFUSED',
      counts: counts({ naturalPerson: 3, legalServiceAgency: 1, total: 4 }),
      share: 0.5,
    });
  });

  it('are all six, in printed order, null where no row states anything', () => {
    const categories = categoriesOf(table(8, { GRANTED: { total: 0 } }));
    expect(
      categories.map(({ category, counts: { total }, share }) => [category, total, share]),
    ).toEqual([
      ['GRANTED', 0, 0],
      ['PARTIALLY_GRANTED', null, null],
      ['REFUSED', null, null],
      ['UNABLE_TO_PROVIDE', null, null],
      ['NOT_PROCESSED', null, null],
      ['OTHER_DISPOSITION', null, null],
    ]);
  });

  it('take the single row （六） of the 2019 edition and the three of 2021 together', () => {
    const rows = {
      FEE_UNPAID: { total: 1 },
      OTHER_REASON: { total: 2 },
      UNSPECIFIED_OTHER: { total: 4 },
    };
    expect(categoriesOf(table(null, rows)).at(-1)).toMatchObject({
      counts: { total: 7 },
      share: null,
    });
  });

  it('have no share of nothing, and one above 1 where the report contradicts itself', () => {
    expect(categoriesOf(table(0, { GRANTED: { total: 0 } }))[0]?.share).toBeNull();
    expect(categoriesOf(table(1, { GRANTED: { total: 2 } }))[0]?.share).toBe(2);
  });
});

describe('the computed total of a row', () => {
  it('adds its columns without the printed one', () => {
    expect(computedTotal(counts({ naturalPerson: 1, otherOrganization: 2, total: 9 }))).toBe(3);
    expect(
      computedTotal({ upheld: 1, corrected: null, otherResult: 2, pending: 4, total: null }),
    ).toBe(7);
    expect(computedTotal(counts({ total: 9 }))).toBeNull();
  });
});
