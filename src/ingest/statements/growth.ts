import type { Context } from './context.js';
import type { Label } from './label.js';
import { tell } from './tell.js';

/** 同比增长15.3%, 下降7.3% of requests; of anything else it is no metric. */
export function growth(
  label: Label,
  percentage: { value: string; at: number },
  from: number,
  context: Context,
): void {
  const { words } = label;
  const direction = words.findLast((w) => w !== 'THAN' && w !== 'PRIOR');
  if (direction !== 'RISE' && direction !== 'FALL') return;
  if (words.some((w) => w === 'ELSE' || w === 'SHARE' || w === 'PROACTIVE')) return;
  const { last, sentence, topic } = context;
  const ofRequests = /^(?:REQUESTS_(?:RECEIVED|HANDLED)|PRIOR_YEAR)/;
  const compared = context.compared === sentence;
  const told = last?.sentence === sentence && ofRequests.test(last.metric);
  if (
    !words.includes('REQUEST') &&
    !told &&
    !compared &&
    !(topic === 'REQUESTS' && context.pending.includes('REQUEST'))
  )
    return;
  const sign = direction === 'FALL' && percentage.value !== '0' ? '-' : '';
  tell(context, {
    metric: 'GROWTH_PCT',
    value: sign + percentage.value,
    at: from + percentage.at,
    by: direction,
    part: false,
  });
}
