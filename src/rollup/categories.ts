import type { OutcomeCategory } from '../format/form.js';
import { categoryOf, outcomeCategories } from '../format/outcomes.js';
import { addends, columnKeys } from '../filing/printed-columns.js';
import { sum } from './numbers.js';
import type { AppealCounts, ApplicantCounts, RequestTable } from './shapes.js';

const applicants = columnKeys('REQUESTS') as readonly (keyof ApplicantCounts)[];
const addendsOfRow = new Set([...addends('REQUESTS'), ...addends('APPEALS')]);

export interface CategoryCounts {
  category: OutcomeCategory;
  counts: ApplicantCounts;
  /** Of all completed requests; null where either is not stated or nothing was completed. */
  share: number | null;
}

/** The printed columns of a row added up, to be held against its 总计; null where all are null. */
export function computedTotal(counts: ApplicantCounts | AppealCounts): number | null {
  const columns = Object.entries(counts) as [string, number | null][];
  return sum(columns.filter(([key]) => addendsOfRow.has(key)).map(([, value]) => value));
}

/** What a row counts with where rows are added: its 总计, and a blank one the sum of its stated columns. */
export const countedTotal = (counts: ApplicantCounts | AppealCounts): number | null =>
  counts.total ?? computedTotal(counts);

/** （一） to （六）, each the sum of its rows. The form prints no such cells. */
export function categoriesOf({ outcomes, completed }: RequestTable): readonly CategoryCounts[] {
  return [...outcomeCategories.keys()].map((category) => {
    const rows = outcomes.filter(({ outcome }) => categoryOf(outcome) === category);
    const counts = addedUp(rows.map((row) => row.counts));
    return { category, counts, share: ratio(counts.total, completed.total) };
  });
}

function addedUp(rows: readonly ApplicantCounts[]): ApplicantCounts {
  const sums = {} as Record<keyof ApplicantCounts, number | null>;
  for (const key of applicants) {
    let added: number | null = null;
    for (const row of rows) {
      const value = key === 'total' ? countedTotal(row) : row[key];
      if (value !== null) added = (added ?? 0) + value;
    }
    sums[key] = added;
  }
  return sums;
}

const ratio = (part: number | null, whole: number | null): number | null =>
  part === null || whole === null || whole === 0 ? null : part / whole;
