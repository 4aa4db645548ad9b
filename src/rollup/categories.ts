import type { OutcomeCategory } from '../format/form.js';
import { categoryOf, outcomeCategories } from '../format/outcomes.js';
import { NO_APPLICANTS } from './assemble.js';
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
  const whole = completed.total;
  const sums = new Map<OutcomeCategory | null, ApplicantCounts>();
  for (const category of outcomeCategories.keys()) sums.set(category, { ...NO_APPLICANTS });
  for (const { outcome, counts } of outcomes) {
    const sum = sums.get(categoryOf(outcome));
    if (sum) add(sum, counts);
  }
  return [...sums].map(([category, counts]) => ({
    category: category as OutcomeCategory,
    counts,
    share: ratio(counts.total, whole),
  }));
}

/** Written out: a total of many groups adds thousands of cells. */
function add(to: ApplicantCounts, row: ApplicantCounts): void {
  to.naturalPerson = plus(to.naturalPerson, row.naturalPerson);
  to.businessEnterprise = plus(to.businessEnterprise, row.businessEnterprise);
  to.researchInstitution = plus(to.researchInstitution, row.researchInstitution);
  to.publicInterestOrganization = plus(
    to.publicInterestOrganization,
    row.publicInterestOrganization,
  );
  to.legalServiceAgency = plus(to.legalServiceAgency, row.legalServiceAgency);
  to.otherOrganization = plus(to.otherOrganization, row.otherOrganization);
  to.total = plus(to.total, countedTotal(row));
}

const plus = (sum: number | null, value: number | null): number | null =>
  value === null ? sum : (sum ?? 0) + value;

const ratio = (part: number | null, whole: number | null): number | null =>
  part === null || whole === null || whole === 0 ? null : part / whole;
