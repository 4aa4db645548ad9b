import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportStatuses } from '../../src/entities/vocabulary.js';
import type { ReportStatus } from '../../src/entities/vocabulary.js';
import { planFiling } from '../../src/filing/plan-filing.js';
import type { Revision } from '../../src/filing/plan-filing.js';
import { keyText } from '../../src/filing/report-input.js';
import type { ReportInput } from '../../src/filing/report-input.js';
import { formOfYear, inputOf } from './reports.js';

interface Filing {
  agency: number;
  content: number;
  status: ReportStatus;
}

const filing: fc.Arbitrary<Filing> = fc.record({
  agency: fc.nat({ max: 2 }),
  content: fc.nat({ max: 4 }),
  status: fc.constantFrom(...reportStatuses),
});

const form = formOfYear(2024);

const input = ({ agency, content, status }: Filing): ReportInput => ({
  ...inputOf(form, String(agency), { status }),
  source: {
    fileName: '',
    mediaType: '',
    bytes: new Uint8Array(),
    sha256: `content ${content}`,
    url: null,
  },
});

/** A store that does what the plan says, batch after batch. */
class Store {
  readonly revisions = new Map<string, Revision[]>();
  #lastId = 0;

  file(batch: readonly Filing[]): string[] {
    const plan = planFiling(batch.map(input), structuredClone(this.revisions), () =>
      String(++this.#lastId),
    );
    for (const revision of [...this.revisions.values()].flat()) {
      if (plan.outdated.newest.includes(revision.reportId)) revision.isNewest = false;
      if (plan.outdated.current.includes(revision.reportId)) revision.isCurrent = false;
    }
    for (const { input: filed, revision } of plan.reports) {
      const key = keyText(filed);
      this.revisions.set(key, [...(this.revisions.get(key) ?? []), revision]);
    }
    return plan.outcomes.map(({ kind, reportId }) => `${kind} ${reportId}`);
  }
}

describe('the plan of a filing', () => {
  it('leaves each report one newest revision, and as current one the newest published, whatever came in which batches', () => {
    fc.assert(
      fc.property(fc.array(fc.array(filing, { maxLength: 6 }), { maxLength: 5 }), (batches) => {
        const store = new Store();
        for (const batch of batches) store.file(batch);
        for (const revisions of store.revisions.values()) {
          const numbers = revisions.map(({ revision }) => revision);
          expect(numbers).toEqual(numbers.map((_, i) => i + 1));
          expect(revisions.filter(({ isNewest }) => isNewest)).toEqual([revisions.at(-1)]);
          const published = revisions.findLast(({ status }) => status === 'PUBLISHED');
          expect(revisions.filter(({ isCurrent }) => isCurrent)).toEqual(
            published ? [published] : [],
          );
          expect(new Set(revisions.map(({ contentKey }) => contentKey)).size).toBe(numbers.length);
        }
      }),
    );
  });

  it('comes to the same in one batch as one by one', () => {
    fc.assert(
      fc.property(fc.array(filing, { maxLength: 12 }), (filings) => {
        const [together, apart] = [new Store(), new Store()];
        const outcomes = together.file(filings);
        expect(filings.flatMap((one) => apart.file([one]))).toEqual(outcomes);
        expect(apart.revisions).toEqual(together.revisions);
      }),
    );
  });
});
