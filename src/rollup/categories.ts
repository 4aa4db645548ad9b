import type { OutcomeCategory } from '../format/form.js';
import { categoryOf, outcomeCategories } from '../format/outcomes.js';
import { sum } from './numbers.js';
import type { AppealCounts, ApplicantCounts, RequestTable } from './shapes.js';

export interface CategoryCounts {
  category: OutcomeCategory;
  counts: ApplicantCounts;
  /** Of all completed requests; null where either is not stated or nothing was completed. */
  share: number | null;
}

/** The printed columns of a row added up, to be held against its 总计; null where all are null. */
export const computedTotal = (counts: ApplicantCounts | AppealCounts): number | null =>
  sum(
    'upheld' in counts
      ? [counts.upheld, counts.corrected, counts.otherResult, counts.pending]
      : [
          counts.naturalPerson,
          counts.businessEnterprise,
          counts.researchInstitution,
          counts.publicInterestOrganization,
          counts.legalServiceAgency,
          counts.otherOrganization,
        ],
  );

/** What a row counts with where rows are added: its 总计, and a blank one the sum of its stated columns. */
export const countedTotal = (counts: ApplicantCounts | AppealCounts): number | null =>
  counts.total ?? computedTotal(counts);

/** （一） to （六）, each the sum of its rows. The form prints no such cells. */
export function categoriesOf({ outcomes, completed }: RequestTable): readonly CategoryCounts[] {
  const rows = new Map<OutcomeCategory | null, ApplicantCounts[]>();
  for (const category of outcomeCategories.keys()) rows.set(category, []);
  for (const { outcome, counts } of outcomes) rows.get(categoryOf(outcome))?.push(counts);
  return [...rows].map(([category, ofCategory]) => {
    const counts = addedUp(ofCategory);
    return {
      category: category as OutcomeCategory,
      counts,
      share: ratio(counts.total, completed.total),
    };
  });
}

const addedUp = (rows: readonly ApplicantCounts[]): ApplicantCounts => ({
  naturalPerson: stated(rows, (row) => row.naturalPerson),
  businessEnterprise: stated(rows, (row) => row.businessEnterprise),
  researchInstitution: stated(rows, (row) => row.researchInstitution),
  publicInterestOrganization: stated(rows, (row) => row.publicInterestOrganization),
  legalServiceAgency: stated(rows, (row) => row.legalServiceAgency),
  otherOrganization: stated(rows, (row) => row.otherOrganization),
  total: stated(rows, countedTotal),
});

function stated<Row>(rows: readonly Row[], figure: (row: Row) => number | null): number | null {
  let added: number | null = null;
  for (const row of rows) {
    const value = figure(row);
    if (value !== null) added = (added ?? 0) + value;
  }
  return added;
}

const ratio = (part: number | null, whole: number | null): number | null =>
  part === null || whole === null || whole === 0 ? null : part / whole;
