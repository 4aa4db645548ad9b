import type { CellAddress } from '../../format/form.js';
import type { Metric } from '../gql';
import { PlaceLink } from '../parts/place-link';
import { useView, type Changes } from '../state/view';
import { metrics } from '../words/labels';
import { count } from '../words/numbers';
import { cellText, readCell } from './total';

/** What is added up: a cell, or the figure of several that a metric names. */
export type Summed = CellAddress | Metric;

const sumText = (summed: Summed): string =>
  typeof summed === 'string' ? summed : cellText(summed);

/** The sum that an address names as `REQUESTS/NOT_HELD/total` or `OUTCOME_REFUSED`; null for anything else. */
export const readSum = (text: string | null): Summed | null =>
  metrics.find((metric) => metric === text) ?? readCell(text);

interface Props {
  readonly summed: Summed;
  readonly value: number | string | null | undefined;
  /** Where the sum is one of another view of totals: what the address of that has otherwise. */
  readonly at?: Changes;
}

/** A sum: choosing it shows what each report gave to it. */
export function Sum({ summed, value, at }: Props) {
  const { words, text, change } = useView();
  if (value == null) return <span>—</span>;
  const sum = sumText(summed);
  if (at) {
    return (
      <PlaceLink to="/" keep with={{ ...at, sum, from: null, after: null }} className="sum">
        {count(value, words)}
      </PlaceLink>
    );
  }
  return (
    <button
      type="button"
      className={text('sum') === sum ? 'sum chosen' : 'sum'}
      title={words.openContributions}
      onClick={() => change({ sum, from: null })}
    >
      {count(value, words)}
    </button>
  );
}
