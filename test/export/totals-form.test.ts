import { describe, expect, it } from 'vitest';
import { totalsForm } from '../../src/export/totals/totals-form.js';
import { addressKey, type Edition } from '../../src/format/form.js';
import { blocksOf } from '../../src/format/forms.js';
import { outcomeRows } from '../../src/format/outcomes.js';
import type { OutcomeRow, TotalGroup } from '../../src/rollup/shapes.js';
import { differences, readAgain } from './round-trip.js';

/** Totals of reports of one edition or both, every cell with a figure of its own. */

let next = 0;
const counted = <K extends string>(...keys: K[]): Record<K, number> =>
  Object.fromEntries(keys.map((key) => [key, ++next])) as Record<K, number>;

const applicants = () =>
  counted(
    ...(['naturalPerson', 'businessEnterprise', 'researchInstitution'] as const),
    ...([
      'publicInterestOrganization',
      'legalServiceAgency',
      'otherOrganization',
      'total',
    ] as const),
  );
const appeals = () => counted('upheld', 'corrected', 'otherResult', 'pending', 'total');

const rowsIn = (...editions: Edition[]): Set<string> =>
  new Set(
    editions.flatMap((edition) =>
      blocksOf(edition, 'REQUESTS').flatMap(({ rows }) => rows.map(({ key }) => key)),
    ),
  );

const totalOf = (...editions: Edition[]): TotalGroup => {
  next = 10;
  const printed = rowsIn(...editions);
  const outcomes = outcomeRows
    .filter(({ key }) => printed.has(key))
    .map(({ key, category }) => ({ outcome: key, category, counts: applicants() }) as OutcomeRow);
  return {
    key: {},
    coverage: {
      ...{ reports: 12, agencies: 11, expected: null, reportsWithErrors: 0 },
      unstatedCells: { activeDisclosure: 1, requests: 2, appeals: 4 },
    },
    tables: {
      activeDisclosure: {
        regulations: counted('issued', 'repealed', 'inForce'),
        normativeDocuments: counted('issued', 'repealed', 'inForce'),
        ...counted('licensingDecisions', 'penaltyDecisions', 'coercionDecisions'),
        administrativeFeesWan: '12313.437',
      },
      requests: {
        ...{ received: applicants(), carriedIn: applicants(), outcomes },
        ...{ completed: applicants(), carriedOut: applicants() },
      },
      appeals: {
        reconsideration: appeals(),
        litigationDirect: appeals(),
        litigationAfterReconsideration: appeals(),
      },
    },
  };
};

describe('a total as the official form', () => {
  it.each(
    (['E2019', 'E2021'] as const).flatMap((edition) =>
      ['xlsx', 'docx', 'html', 'csv'].map((format) => [edition, format] as const),
    ),
  )('of %s as %s is read again cell for cell', async (edition, format) => {
    const form = totalsForm(totalOf(edition), { name: '河南省', year: 2024 })!;
    expect(form.editions.requests).toBe(edition);
    expect(form.cells.every(({ value }) => value !== null)).toBe(true);
    expect(differences(form, await readAgain(format, form))).toEqual([]);
  });

  it('says what its sums rest on', () => {
    const form = totalsForm(totalOf('E2021'), { name: '河南省', year: null })!;
    expect(form.title).toBe('河南省政府信息公开工作年度报告汇总');
    expect(form.sections[0]!.text).toBe(
      '以下各表为12份报告的合计，涉及11个机关；7个未载明数字的单元格未计入。',
    );
  });

  it('leaves blank what nobody stated', () => {
    const total = totalOf('E2021');
    total.tables.requests.received.naturalPerson = null;
    const form = totalsForm(total, { name: '河南省', year: 2024 })!;
    const blank = form.cells.filter(({ status }) => status === 'BLANK');
    expect(blank.map(addressKey)).toEqual(['REQUESTS/received/naturalPerson']);
  });

  it('is none where its outcomes are of both editions', () => {
    expect(totalsForm(totalOf('E2019', 'E2021'), { name: '河南省', year: null })).toBeNull();
  });
});
