import { isAppeal, lastTold, topicAfter } from './context.js';
import type { Context, Told } from './context.js';
import { APPEAL_RESULTS } from './figure-metric.js';
import { lettersOf } from './label.js';
import type { Label } from './label.js';
import { tell } from './tell.js';
import type { Word } from './vocabulary.js';

/** 均已办结, 全部予以公开, 均为自然人, 均维持: the figure is the one told before. Also what is said of a single case. */
export function allOfThem(label: Label, at: number, context: Context): void {
  const topic = topicAfter(context.topic, label.words);
  const from = label.words.findIndex((w) => w === 'ALL' || w === 'DONE');
  const words = label.words.slice(from + 1);
  if (words.some((w) => w === 'NONE' || w === 'ELSE')) {
    context.topic = topic;
    return;
  }
  const say = (metric: string, value: string): void =>
    tell(context, { metric, value, at, by: null, part: false });
  const result = words.find(
    (w) => APPEAL_RESULTS[w] !== undefined || (w === 'COMPLETE' && isAppeal(topic)),
  );
  if (result && topic !== 'REQUESTS') appeals(result, from >= 0, label, context, say);
  else if (from < 0 && words.includes('COMPLETE')) singleRequest(label, context, say);
  else if (from < 0 && /^[为系是由]/.test(lettersOf(label.tokens))) ofTheOne(words, context, say);
  else if (from >= 0) requests(words, label.words[from] === 'ALL', context, say);
  // 行政诉讼3件，均为复议后起诉: what follows is of all three.
  context.topic = topic === 'TRACK' && from >= 0 ? context.topic : topic;
}

type Say = (metric: string, value: string) => void;

function appeals(result: Word, all: boolean, label: Label, context: Context, say: Say): void {
  const named = label.words.filter((w) => w === 'RECONSIDERATION' || w === 'LITIGATION');
  const totals = context.told
    .slice(context.segment)
    .filter((t) => /^(?:RECONSIDERATION|LITIGATION)_TOTAL$/.test(t.metric) && t.value !== '0');
  const last = lastTold(context, (t) => /^(?:RECONSIDERATION|LITIGATION)_/.test(t.metric));
  const meant = totals.filter(
    (t) => named.length === 0 || named.some((n) => t.metric.startsWith(n)),
  );
  // One case needs no 均; after its results were told one by one, a total is meant no more.
  const whole = meant.filter((t) => !resultsTold(t, context));
  const single = whole.at(-1);
  const kind = result === 'COMPLETE' ? 'CONCLUDED' : (APPEAL_RESULTS[result] ?? '');
  if (all) for (const t of whole) say(t.metric.replace('TOTAL', kind), t.value);
  else if (single?.value === '1' && single === last) say(single.metric.replace('TOTAL', kind), '1');
}

function resultsTold(total: Told, context: Context): boolean {
  const prefix = total.metric.replace('TOTAL', '');
  const after = context.told.slice(context.told.indexOf(total) + 1);
  return after.some((t) => t.metric.startsWith(prefix));
}

/** 收到申请1件，在法定期限内答复: one request needs no 均. */
function singleRequest(label: Label, { asked }: Context, say: Say): void {
  const yetToCome = /将[于在按要会继]|拟|尚|待|争取|确保|力争/.test(lettersOf(label.tokens));
  if (asked?.value === '1' && !yetToCome) say('REQUESTS_COMPLETED', '1');
}

/** 收到申请1件，为网上申请: how the one came, and from whom. */
function ofTheOne(words: readonly Word[], { asked, last }: Context, say: Say): void {
  if (asked?.value !== '1' || last !== asked) return;
  for (const kind of ['APPLICANT', 'CHANNEL']) {
    const [one, ...others] = words.filter((w) => w.startsWith(kind));
    if (one && others.length === 0) say(one, '1');
  }
}

function requests(words: readonly Word[], all: boolean, context: Context, say: Say): void {
  const { asked } = context;
  if (words.includes('COMPLETE')) {
    if (asked) say('REQUESTS_COMPLETED', asked.value);
    return;
  }
  const { last } = context;
  const flow = lastTold(context, (t) => /^REQUESTS_(?:RECEIVED|HANDLED|COMPLETED)$/.test(t.metric));
  const only =
    context.told.filter((t) => t.sentence === context.sentence && t.by !== null).length === 1;
  const whole = flow ?? (only && /^(?:APPLICANT|CHANNEL)/.test(last?.metric ?? '') ? last : null);
  if (!all || !whole || whole.value === '0' || last === null) return;
  if (last !== whole && last.by !== null && !/^(?:APPLICANT|CHANNEL)/.test(last.metric)) return;
  if (whole.sentence < context.sentence - 1) return;
  const what = words.filter((w) => /^(?:OUTCOME|REASON|APPLICANT|CHANNEL)_/.test(w));
  const [one] = what;
  if (one && what.length === 1) say(one, whole.value);
}
