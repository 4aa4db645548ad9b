import { cellLabel, rowLabel } from '../../format/cell-label.js';
import type { Label, Language, OutcomeCategory } from '../../format/form.js';
import { outcomeCategories, outcomeLabel, outcomeRows } from '../../format/outcomes.js';
import type { Metric } from '../gql';
import type { Words } from './zh';

/** Words of the form for what the API names by machine names; every label comes from src/format. */

export const say = (label: Label | undefined, language: Language): string =>
  (language === 'ZH' ? label?.zh : label?.en) ?? '';

export const categoryLabel = (category: OutcomeCategory, language: Language): string =>
  say(outcomeCategories.get(category), language);

const rows: Readonly<Record<string, readonly ['REQUESTS' | 'APPEALS', string]>> = {
  REQUESTS_RECEIVED: ['REQUESTS', 'received'],
  REQUESTS_CARRIED_IN: ['REQUESTS', 'carriedIn'],
  REQUESTS_COMPLETED: ['REQUESTS', 'completed'],
  REQUESTS_CARRIED_OUT: ['REQUESTS', 'carriedOut'],
  RECONSIDERATION_TOTAL: ['APPEALS', 'reconsideration'],
};

/** Keys of Metric in the order in which they are offered. */
export const metrics: readonly Metric[] = [
  'REQUESTS_RECEIVED',
  'REQUESTS_CARRIED_IN',
  'REQUESTS_COMPLETED',
  'REQUESTS_CARRIED_OUT',
  'OUTCOME_GRANTED',
  'OUTCOME_PARTIALLY_GRANTED',
  'OUTCOME_REFUSED',
  'OUTCOME_UNABLE_TO_PROVIDE',
  'OUTCOME_NOT_PROCESSED',
  'OUTCOME_OTHER',
  ...outcomeRows
    .filter(({ key, category }) => key !== category && key !== 'UNSPECIFIED_OTHER')
    .map(({ key }) => `REASON_${key}` as Metric),
  'GRANT_RATE',
  'REFUSAL_RATE',
  'RECONSIDERATION_TOTAL',
  'RECONSIDERATION_CORRECTION_RATE',
  'LITIGATION_TOTAL',
  'LITIGATION_CORRECTION_RATE',
  'ADMINISTRATIVE_FEE_WAN',
];

/** Figures that are ratios already and are divided by nothing. */
export const isRate = (metric: Metric): boolean => metric.endsWith('_RATE');

export function metricLabel(metric: Metric, words: Words): string {
  const { language } = words;
  const [, kind, name = ''] = /^(OUTCOME|REASON)_(.+)$/.exec(metric) ?? [];
  if (kind === 'OUTCOME') {
    const category = name === 'OTHER' ? 'OTHER_DISPOSITION' : (name as OutcomeCategory);
    return categoryLabel(category, language);
  }
  if (kind === 'REASON') return outcomeLabel(name, language);
  if (metric === 'ADMINISTRATIVE_FEE_WAN') {
    const address = {
      table: 'ACTIVE_DISCLOSURE',
      row: 'administrativeFeesWan',
      column: null,
    } as const;
    return cellLabel(address, language);
  }
  const place = rows[metric];
  return place ? rowLabel(...place, language) : (words.rates[metric] ?? metric);
}
