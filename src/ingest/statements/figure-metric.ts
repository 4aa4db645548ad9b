import { isAppeal, lastTold, topicAfter } from './context.js';
import type { Context, Told, Topic } from './context.js';
import { documentMetric } from './document-metric.js';
import { isNeutral, lettersOf, textOf } from './label.js';
import type { Label } from './label.js';
import { publicationMetric } from './publication-metric.js';
import type { Word } from './vocabulary.js';

/** What a figure counts, and by which word. Null: it counts something else. */
export interface Decision {
  metrics: readonly string[];
  by: Word;
}

const REQUEST_UNITS = /^(?:件次|条次|宗次|人次|件|宗|起|条|项|份|例|次|封|个|单|桩|笔|)$/;
const PERSON_UNITS = /^(?:人|名|位|家|户)$/;
const NOTHING = null;
/** Words that leave the decision to those before them. */
const STEERING = new Set<Word>([
  'ALL',
  'AMONG',
  'RESPECTIVELY',
  'EACH',
  'DONE',
  'SHARE',
  'ANYONE',
  'CHARGE',
  'THAN',
  'OGI',
]);

/** @param label the words before the figure, back to the last separator or figure */
export function metricByWordsBefore(label: Label, unit: string, context: Context): Decision | null {
  const { words } = label;
  for (let i = words.length - 1; i >= 0; i--) {
    const word = words[i];
    const before = words.slice(0, i);
    if (!word || STEERING.has(word)) continue;
    if (word === 'SUM' && before.some((w) => !STEERING.has(w))) continue;
    const topic = topicAfter(context.topic, words);
    if (word === 'REQUEST' && before.some((w) => !STEERING.has(w) && w !== 'REQUEST')) continue;
    // 其中线上办理26件 tells the way they came.
    if (word === 'HANDLE' && context.among && before.at(-1)?.startsWith('CHANNEL')) continue;
    if (word.startsWith('CHANNEL') && isOnlyTheWay(label, before, context)) continue;
    const nearest = i === words.length - 1 || words.slice(i + 1).every((w) => STEERING.has(w));
    if (word === 'NONE' || word === 'RISE' || word === 'FALL' || word === 'ASIDE') return NOTHING;
    if (word === 'ELSE') {
      // 政策解读等信息35800条 counts information of many kinds.
      if ((nearest && !label.rest.startsWith('等')) || words.includes('REQUEST')) return NOTHING;
      continue;
    }
    const metrics = metricOf({ word, before, words, label, unit, topic, context });
    return metrics === null ? NOTHING : { metrics, by: word };
  }
  const charged = words.includes('CHARGE') && context.topic === 'PROCESSING_FEE';
  return charged && isCountOfRequests(label, unit)
    ? { metrics: ['PROCESSING_FEE_CASES'], by: 'CHARGE' }
    : NOTHING;
}

/** 收到居民通过网站提交的申请2件 tells all that came, not those that came by the website alone. */
const isOnlyTheWay = (label: Label, before: readonly Word[], context: Context): boolean =>
  !context.byChannel &&
  before.some((w) => w === 'RECEIVE' || w === 'ACCEPT' || w === 'HANDLE') &&
  /通过|以|等(?:途径|渠道|方式|形式)/.test(lettersOf(label.tokens));

const isCountOfRequests = (label: Label, unit: string): boolean =>
  unit !== '' && REQUEST_UNITS.test(unit) && isNeutral(label.rest);

/** The figure stands first: 3件予以公开, 2件为网络申请. */
export function metricByWordsBehind(label: Label, unit: string, context: Context): Decision | null {
  const { words } = label;
  if (words.includes('CHARGE') || words.includes('PROCESSING_FEE')) {
    return unit === '' || !REQUEST_UNITS.test(unit)
      ? NOTHING
      : { metrics: ['PROCESSING_FEE_CASES'], by: 'PROCESSING_FEE' };
  }
  const result = words.find((w) => APPEAL_RESULTS[w] !== undefined);
  const upTo = result === undefined ? words.length : words.indexOf(result);
  const topic = topicAfter(context.topic, words.slice(0, upTo));
  for (const word of words) {
    if (word === 'ELSE' || word === 'NONE' || word === 'ASIDE') return NOTHING;
    if (STEERING.has(word) || word === 'REQUEST' || word === 'RECEIVE' || word === 'ACCEPT')
      continue;
    const decisive = TOTALS.has(word) && result !== undefined ? result : word;
    const metrics = metricOf({ word: decisive, before: [], words, label, unit, topic, context });
    return metrics === null ? NOTHING : { metrics, by: decisive };
  }
  return NOTHING;
}

const TOTALS = new Set<Word>(['RECONSIDERATION', 'LITIGATION', 'APPEALS']);

export const APPEAL_RESULTS: Readonly<Partial<Record<Word, string>>> = {
  UPHELD: 'UPHELD',
  CORRECTED: 'CORRECTED',
  DEFEATED: 'CORRECTED',
  WITHDRAWN: 'OTHER',
  OTHER: 'OTHER',
  OUTCOME_OTHER: 'OTHER',
  PENDING: 'PENDING',
  CONCLUDED: 'CONCLUDED',
};

interface Asked {
  word: Word;
  before: readonly Word[];
  words: readonly Word[];
  label: Label;
  unit: string;
  topic: Topic | null;
  context: Context;
}

function metricOf(asked: Asked): readonly string[] | null {
  const { word, unit, context } = asked;
  if (context.classing) return null;
  if (/^(?:OUTCOME|REASON)_/.test(word) || word === 'OTHER') return outcome(asked);
  if (/^(?:APPLICANT|CHANNEL)_/.test(word)) return applicantOrChannel(asked);
  if (TOTALS.has(word) || APPEAL_RESULTS[word] !== undefined) return appeal(asked);
  if (word === 'PROCESSING_FEE') {
    return isCountOfRequests(asked.label, unit) ? ['PROCESSING_FEE_CASES'] : null;
  }
  const flow = requestFlow(asked);
  if (flow !== undefined) return flow !== null && REQUEST_UNITS.test(unit) ? flow : null;
  return documentMetric(asked) ?? publicationMetric(asked);
}

/** Two things side by side share a figure that is neither's: 信函、网络申请5件. */
const isJoint = (word: Word, words: readonly Word[], kind: RegExp): boolean =>
  words.some((w) => w !== word && kind.test(w));

function outcome({ word, before, words, unit, topic, context }: Asked): readonly string[] | null {
  if (!REQUEST_UNITS.test(unit)) return null;
  const appealing = isAppeal(topic) || topic === 'TRACK';
  if (word === 'OTHER' || (word === 'OUTCOME_OTHER' && appealing)) {
    if (isAppeal(topic)) return [`${topic}_OTHER`];
    if (appealing || word !== 'OTHER' || before.length > 0) return null;
    const { last } = context;
    if (last === null || !/^(?:OUTCOME|REASON)_/.test(last.metric)) return null;
    const within = /^REASON_(?:CORRECTION|FEE)|^OUTCOME_OTHER/.test(last.metric);
    return [within ? 'REASON_OTHER_REASON' : 'OUTCOME_OTHER'];
  }
  if (word.startsWith('REASON') && isJoint(word, before.slice(-1), /^REASON/)) return null;
  if (word === 'OUTCOME_PARTIALLY_GRANTED' && before.at(-1) === 'OUTCOME_GRANTED') {
    return before.some((w) => w.startsWith('OUTCOME') && w !== 'OUTCOME_GRANTED')
      ? null
      : ['OUTCOME_GRANTED_OR_PARTIAL'];
  }
  if (word.startsWith('OUTCOME') && isJoint(word, before.slice(-1), /^OUTCOME/)) return null;
  return words.includes('PROACTIVE') ? null : [word];
}

function applicantOrChannel(asked: Asked): readonly string[] | null {
  const { word, words, unit, topic, context } = asked;
  if (word === 'CHANNEL_OTHER') return null;
  const units = word.startsWith('APPLICANT') ? PERSON_UNITS : /^$/;
  if (!REQUEST_UNITS.test(unit) && !units.test(unit)) return null;
  if (topic !== 'REQUESTS' && !words.includes('REQUEST')) return null;
  if (words.some((w) => w === 'PUBLISH' || w === 'PROACTIVE' || w === 'ELSE')) return null;
  const kind = word.startsWith('APPLICANT') ? /^APPLICANT/ : /^CHANNEL/;
  if (!isJoint(word, words, kind)) return [word];
  return words.some((w) => w === 'RECEIVE' || w === 'ACCEPT') && context.asked === null
    ? ['REQUESTS_RECEIVED']
    : null;
}

function appeal({ word, words, label, unit, topic, context }: Asked): readonly string[] | null {
  if (!REQUEST_UNITS.test(unit)) return null;
  if (word === 'PENDING' && (topic === 'REQUESTS' || topic === null))
    return ['REQUESTS_CARRIED_OUT'];
  const result = APPEAL_RESULTS[word];
  if (result === undefined) {
    // 涉及规划5件，涉及复议3件 are subjects of requests.
    const subject = textOf(label, word).length === 2 && /涉及$/.test(lettersOf(label.tokens));
    if (context.last === null && subject) return null;
    if (/案例|讲|培训|会|研|典型|分析|制度|能力|问题/.test(label.rest)) return null;
    if (words.includes('EACH')) return ['RECONSIDERATION_TOTAL', 'LITIGATION_TOTAL'];
    if (word === 'APPEALS' || topic === 'APPEALS') return ['APPEALS_TOTAL'];
    return isAppeal(topic) ? [`${topic}_TOTAL`] : null;
  }
  if (word === 'DEFEATED') return ['LITIGATION_CORRECTED'];
  // A part whose subject is not named belongs to the one that was told last.
  const of = isAppeal(topic) ? topic : topic === null ? context.topic : null;
  return isAppeal(of) ? [`${of}_${result}`] : null;
}

/** Undefined where the word is none of the flow of requests. */
function requestFlow(asked: Asked): readonly string[] | null | undefined {
  const { word, words, label, topic, context } = asked;
  switch (word) {
    case 'CARRY_IN':
      return ofRequests(asked) ? ['REQUESTS_CARRIED_IN'] : null;
    case 'CARRY':
      return ofRequests(asked) ? [carried(asked)] : null;
    case 'CARRY_OUT':
      return ofRequests(asked) ? ['REQUESTS_CARRIED_OUT'] : null;
    case 'PRIOR':
      return ofRequests(asked) ? ['PRIOR_YEAR_RECEIVED'] : null;
    case 'COMPLETE':
    case 'HANDLE':
    case 'RECEIVE':
    case 'ACCEPT':
      break;
    case 'REQUEST':
      return !context.among && isNeutral(label.rest) && !label.rest.endsWith('中')
        ? ['REQUESTS_RECEIVED']
        : null;
    case 'SUM':
      return sum(context);
    default:
      return undefined;
  }
  if (
    words.includes('ELSE') ||
    words.includes('ASIDE') ||
    (topic === 'ELSE' && !words.includes('REQUEST'))
  )
    return null;
  if (topic === 'APPEALS') return word === 'COMPLETE' ? null : ['APPEALS_TOTAL'];
  if (isAppeal(topic) && !words.includes('REQUEST')) {
    return [`${topic}_${word === 'COMPLETE' ? 'CONCLUDED' : 'TOTAL'}`];
  }
  // 收到的5件 are some of those received, 已办理的3件 are done.
  const some = label.rest.endsWith('的');
  const both = word === 'RECEIVE' && /收到[和并及与]/.test(textOf(label, word));
  const answer = word === 'COMPLETE' && words.includes('OGI');
  const alone = topic === null && (word === 'COMPLETE' ? some : textOf(label, word) === '新收');
  if (topic !== 'REQUESTS' && !both && !answer && !alone) return null;
  if (word === 'COMPLETE' || (word === 'HANDLE' && some)) return ['REQUESTS_COMPLETED'];
  if (some) return null;
  if (word === 'HANDLE') return ['REQUESTS_HANDLED'];
  if (words.includes('PRIOR')) return ['PRIOR_YEAR_RECEIVED'];
  const channel =
    words.find((w) => w.startsWith('CHANNEL')) ??
    (words.includes('WEBSITE') ? 'CHANNEL_ONLINE' : null);
  if (context.byChannel && channel) return [channel];
  const whole = lastTold(context, isWhole);
  const divided = context.among && whole?.metric === 'REQUESTS_RECEIVED';
  return divided && whole.sentence === context.sentence ? null : ['REQUESTS_RECEIVED'];
}

/** 2022年结转 in the report for 2023 came in, 结转2024年 goes out. */
function carried({ label, context }: Asked): string {
  const text = textOf(label, 'CARRY');
  const handled = lastTold(context, (t) => t.metric === 'REQUESTS_HANDLED');
  if (context.among && handled?.sentence === context.sentence) return 'REQUESTS_CARRIED_IN';
  const named = Number(/20\d{2}/.exec(text)?.[0] ?? 0);
  const earlier = context.year === null ? text.startsWith('20') : named < context.year;
  return named > 0 && earlier ? 'REQUESTS_CARRIED_IN' : 'REQUESTS_CARRIED_OUT';
}

const isWhole = ({ metric }: Told): boolean => /^REQUESTS_(?:RECEIVED|HANDLED)$/.test(metric);

const ofRequests = ({ topic }: Asked): boolean => topic === null || topic === 'REQUESTS';

/** 共计: of received and carried in, of ways of asking, of appeals. */
export function sum(context: Context): readonly string[] | null {
  const inSentence = context.told.filter((t) => t.sentence === context.sentence);
  const has = (metric: RegExp): boolean => inSentence.some((t) => metric.test(t.metric));
  if (isAppeal(context.topic)) return [`${context.topic}_TOTAL`];
  if (has(/^REQUESTS_RECEIVED$/) && has(/^REQUESTS_CARRIED_IN$/)) return ['REQUESTS_HANDLED'];
  if (inSentence.filter((t) => t.metric.startsWith('OUTCOME')).length > 1)
    return ['REQUESTS_COMPLETED'];
  if (has(/^CHANNEL_/) && !has(/^REQUESTS_RECEIVED$/)) return ['REQUESTS_RECEIVED'];
  return null;
}

/** True where a figure without a counter directly follows its word: 部分公开67, 申请件数为0. */
export const isBareFigure = (label: Label): boolean =>
  label.words.length > 0 && (label.rest === '' || isNeutral(label.rest));
