import type { OutcomeCategory } from '../../format/form.js';
import { outcomeCategories, outcomeLabel } from '../../format/outcomes.js';
import type { Metric, RatioFragment } from '../gql';
import { Ratio } from '../parts/ratio';
import { leastOf } from '../state/filter';
import { useView } from '../state/view';
import { categoryLabel } from '../words/labels';
import { difference } from '../words/numbers';
import { Sum } from './sum';
import type { YearTotal } from './total';

const ratioOf = (total: YearTotal): Readonly<Record<OutcomeCategory, RatioFragment>> => ({
  GRANTED: total.granted,
  PARTIALLY_GRANTED: total.partiallyGranted,
  REFUSED: total.refused,
  UNABLE_TO_PROVIDE: total.unableToProvide,
  NOT_PROCESSED: total.notProcessed,
  OTHER_DISPOSITION: total.otherDisposition,
});

const countOf = (total: YearTotal | undefined, category: OutcomeCategory): number | null =>
  total?.requests.outcomesByCategory.find((each) => each.category === category)?.counts.total ??
  null;

const reasonOf = (total: YearTotal | undefined, outcome: string): number | null =>
  total?.requests.outcomes.find((each) => each.outcome === outcome)?.counts.total ?? null;

/** The indicator of a category. */
const metricOf = (category: OutcomeCategory): Metric =>
  category === 'OTHER_DISPOSITION' ? 'OUTCOME_OTHER' : `OUTCOME_${category}`;

interface Props {
  readonly now: YearTotal;
  readonly before: YearTotal | undefined;
}

/** How requests were decided: the six categories with their share, beneath each its reasons. */
export function Outcomes({ now, before }: Props) {
  const view = useView();
  const { words } = view;
  const least = leastOf(view);
  const lastYear = { year: before?.key.year ?? null };
  const ratios = ratioOf(now);
  const most = Math.max(1, ...[...outcomeCategories.keys()].map((each) => countOf(now, each) ?? 0));
  const reasons = (category: OutcomeCategory) =>
    now.requests.outcomes.filter((each) => each.category === category && each.outcome !== category);
  return (
    <section aria-labelledby="outcomes">
      <h2 id="outcomes">{words.outcomesTitle}</h2>
      <div className="wide" tabIndex={0}>
        <table className="data outcomes">
          <thead>
            <tr>
              <th scope="col">{words.outcomesTitle}</th>
              <th scope="col" className="number">
                {words.thisYear}
              </th>
              <th scope="col">{words.share}</th>
              <th scope="col" className="number">
                {words.lastYear}
              </th>
              <th scope="col" className="number">
                {words.change}
              </th>
            </tr>
          </thead>
          {[...outcomeCategories.keys()].map((category) => {
            const value = countOf(now, category);
            const last = countOf(before, category);
            return (
              <tbody key={category}>
                <tr className="category">
                  <th scope="row">
                    {categoryLabel(category, words.language)}
                    <span className="bar" style={{ width: `${(100 * (value ?? 0)) / most}%` }} />
                  </th>
                  <td className="number">
                    <Sum summed={metricOf(category)} value={value} />
                  </td>
                  <td>
                    <Ratio ratio={ratios[category]} least={least} />
                  </td>
                  <td className="number">
                    <Sum summed={metricOf(category)} value={last} at={lastYear} />
                  </td>
                  <td className="number">{difference(value, last, words)}</td>
                </tr>
                {reasons(category).map(({ outcome, counts }) => {
                  const lastReason = reasonOf(before, outcome);
                  const now = counts.total ?? null;
                  const cell = { table: 'REQUESTS', row: outcome, column: 'total' } as const;
                  return (
                    <tr key={outcome}>
                      <th scope="row" className="reason">
                        {outcomeLabel(outcome, words.language)}
                      </th>
                      <td className="number">
                        <Sum summed={cell} value={now} />
                      </td>
                      <td />
                      <td className="number">
                        <Sum summed={cell} value={lastReason} at={lastYear} />
                      </td>
                      <td className="number">{difference(now, lastReason, words)}</td>
                    </tr>
                  );
                })}
              </tbody>
            );
          })}
        </table>
      </div>
    </section>
  );
}
