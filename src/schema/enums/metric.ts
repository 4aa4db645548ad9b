import { outcomeCategories, outcomeRows } from '../../format/outcomes.js';
import type { OutcomeCategory } from '../../format/form.js';
import { metricDefinitions } from '../../rollup/metrics.js';
import { rowText, singleText } from '../labels.js';
import { enumType } from './register.js';

const DECIDED = 'upheld, corrected and other results';

/** Descriptions of the metrics that are no outcome. */
const others: Readonly<Record<string, string>> = {
  REQUESTS_RECEIVED: rowText('REQUESTS', 'received'),
  REQUESTS_CARRIED_IN: rowText('REQUESTS', 'carriedIn'),
  REQUESTS_COMPLETED: rowText('REQUESTS', 'completed', 'Requests decided in the year.'),
  REQUESTS_CARRIED_OUT: rowText('REQUESTS', 'carriedOut'),
  GRANT_RATE: 'Granted and partially granted, of completed.',
  REFUSAL_RATE: 'Refused, of completed.',
  RECONSIDERATION_TOTAL: rowText('APPEALS', 'reconsideration'),
  RECONSIDERATION_CORRECTION_RATE: `Corrected, of ${DECIDED}.`,
  LITIGATION_TOTAL: `${rowText('APPEALS', 'litigationDirect')} and ${rowText('APPEALS', 'litigationAfterReconsideration')}. Both tracks.`,
  LITIGATION_CORRECTION_RATE: `Corrected, of ${DECIDED} of both tracks.`,
  ADMINISTRATIVE_FEE_WAN: singleText('ACTIVE_DISCLOSURE', 'administrativeFeesWan'),
};

/** OUTCOME_OTHER is the category OTHER_DISPOSITION. */
const categoryNamed = (name: string): OutcomeCategory =>
  name === 'OTHER' ? 'OTHER_DISPOSITION' : (name as OutcomeCategory);

function text(metric: string): string {
  const [, kind, name = ''] = /^(OUTCOME|REASON)_(.+)$/.exec(metric) ?? [];
  if (kind === 'OUTCOME') {
    const label = outcomeCategories.get(categoryNamed(name));
    return `${label?.zh ?? name} (${label?.en ?? name})`;
  }
  const row = kind === 'REASON' ? outcomeRows.find(({ key }) => key === name) : undefined;
  if (row) return rowText('REQUESTS', row.key);
  const other = others[metric];
  if (other === undefined) throw new Error(`the metric ${metric} is not described`);
  return other;
}

export const MetricEnum = enumType<string>(
  'Metric',
  'Key figures, from the column 总计. OUTCOME_ are the categories, REASON_ the rows of the enum Outcome.',
  Object.fromEntries(Object.keys(metricDefinitions).map((metric) => [metric, text(metric)])),
);
