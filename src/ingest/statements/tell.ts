import type { Context, Told } from './context.js';

/** Notes a figure, and what 均 and 全部 may speak of after it. */
export function tell(context: Context, figure: Omit<Told, 'sentence'>): void {
  if (figure.metric === 'APPEALS_TOTAL' && figure.value === '0') {
    for (const metric of ['RECONSIDERATION_TOTAL', 'LITIGATION_TOTAL'])
      tell(context, { ...figure, metric });
    return;
  }
  const told: Told = { ...figure, sentence: context.sentence };
  context.told.push(told);
  context.last = told;
  const { metric, value, part } = told;
  if (metric === 'REQUESTS_RECEIVED' || metric === 'REQUESTS_HANDLED') {
    if (part && context.asked !== null) return;
    context.asked = carriedInBefore(context) && metric === 'REQUESTS_RECEIVED' ? null : told;
  } else if (metric === 'REQUESTS_COMPLETED') context.asked = null;
  else if (metric === 'REQUESTS_CARRIED_OUT' && value !== '0') context.asked = null;
  else if (metric === 'REQUESTS_CARRIED_IN' && value !== '0' && !part) context.asked = null;
}

/** 上年结转2件，本年新收18件，全部办结: 20, which is not said. */
const carriedInBefore = ({ told, sentence }: Context): boolean =>
  told.some(
    (t) =>
      t.metric === 'REQUESTS_CARRIED_IN' && t.sentence === sentence && !t.part && t.value !== '0',
  );

/** A figure that counts something else: 均 no longer speaks of what was told before it, unless it is a part of that. */
export function tellUnknown(context: Context, part: boolean): void {
  context.last = null;
  if (!part) context.asked = null;
}
