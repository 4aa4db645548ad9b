import type { Context, Topic } from './context.js';
import { isNeutral, lettersOf, textOf } from './label.js';
import type { Label } from './label.js';
import type { Word } from './vocabulary.js';

interface Asked {
  word: Word;
  words: readonly Word[];
  label: Label;
  unit: string;
  topic: Topic | null;
  context: Context;
}

const WAYS: Readonly<Partial<Record<Word, string>>> = {
  WEBSITE: 'PROACTIVE_WEBSITE',
  WECHAT: 'PROACTIVE_WECHAT',
  WEIBO: 'PROACTIVE_WEIBO',
  NEW_MEDIA: 'PROACTIVE_NEW_MEDIA',
  PRESS: 'PROACTIVE_PRESS',
  OTHER_WAY: 'PROACTIVE_OTHER',
};
const UNITS = /^(?:条次|篇次|件次|条|篇|件|则|次|个|份|)$/;
/** Information of no particular kind. */
const INFORMATION =
  /^(?:了|的|各类|各种|各项|有关|相关|政府|政务|政策类?|动态|工作|便民|新闻|原创|图文|文章|文稿|稿件|信息|消息|数据|内容|公开|数量|总数|总量|数|共计?|累计|合计|全年|达到?|约|近|超|过|为|类|已|等|、)*$/;
const OF_A_KIND =
  /(?:涉及|关于|有关).{2,80}信息(?:数量|总数|共计?|累计|约|近)*$|等(?:各类|方面|政府|政务|的)*信息(?:数量|总数|共计?|累计|约|近)*$/;

/** Information published, in all and by way of publication; also 公开 alone as an answer to a request. */
export function publicationMetric(asked: Asked): readonly string[] | null {
  const { word, words, label, unit, topic, context } = asked;
  const ways = [...new Set(words.flatMap((w) => WAYS[w] ?? []))];
  if (isAnswer(asked, ways)) return ['OUTCOME_GRANTED'];
  if (!UNITS.test(unit)) return null;
  const publishes =
    words.at(-1) === 'OGI' ||
    words.some((w) => w === 'PUBLISH' || w === 'PROACTIVE' || w === 'ISSUE');
  if (!publishes && WAYS[word] === undefined) return null;
  if (!publishes && !context.publishing) return null;
  if (topic === 'REQUESTS' && !publishes) return null;
  if (!isInformation(label)) return null;
  if (words.includes('BOARD') && ways.length === 0) return null;
  if (ways.length === 1) return partOfTheSame(ways[0] ?? '', context) ? null : ways;
  const nearest = lastWayAlone(label);
  if (nearest) return [nearest];
  if (ways.length > 1) {
    if (ways.every((w) => /WECHAT|WEIBO|NEW_MEDIA/.test(w))) return ['PROACTIVE_NEW_MEDIA'];
    return words.includes('PROACTIVE') ? ['PROACTIVE_TOTAL'] : null;
  }
  if (words.includes('PROACTIVE')) return ['PROACTIVE_TOTAL'];
  const told = context.told.some((t) => t.metric === 'PROACTIVE_TOTAL');
  if (told || /通过|利用|依托|平台/.test(lettersOf(label.tokens))) return null;
  const inAll = word === 'PUBLISH' && /(?:政府|政务)?信息/.test(label.rest);
  return inAll && !context.among && /^公开/.test(textOf(label, 'PUBLISH'))
    ? ['PROACTIVE_TOTAL']
    : null;
}

/** 各级媒体刊登144条，其中电视台1条: a part of the figure before. */
const partOfTheSame = (metric: string, { told, sentence, among }: Context): boolean =>
  among && told.some((t) => t.sentence === sentence && t.metric === metric && !t.part);

/** 政府网微信公众号: the account is named after the website. Null where ways stand side by side. */
function lastWayAlone(label: Label): string | null {
  const at = label.tokens.findLastIndex((t) => t.kind === 'word' && t.word in WAYS);
  const before = label.tokens.slice(0, at).findLast((t) => t.kind !== 'year');
  const joint =
    before?.kind === 'mark' || (before?.kind === 'text' && /[和及与或]$/.test(before.text));
  const token = label.tokens[at];
  if (joint || token?.kind !== 'word' || lettersOf(label.tokens.slice(at)).startsWith('等'))
    return null;
  return WAYS[token.word] ?? null;
}

/** 其中公开1件, behind requests received or answered. */
function isAnswer({ words, label, context }: Asked, ways: readonly string[]): boolean {
  if (!isNeutral(lettersOf(label.tokens))) return false;
  if (ways.length > 0 || words.at(-1) !== 'PUBLISH' || label.rest !== '') return false;
  if (textOf(label, 'PUBLISH') !== '公开') return false;
  return context.topic === 'REQUESTS' && context.told.some((t) => t.metric.startsWith('REQUESTS'));
}

function isInformation(label: Label): boolean {
  const from = label.tokens.findLastIndex(
    (t) =>
      t.kind === 'word' &&
      (t.word === 'PUBLISH' || t.word === 'PROACTIVE' || t.word === 'ISSUE' || t.word in WAYS),
  );
  const tail = label.tokens
    .slice(from + 1)
    .map((t) => (t.kind === 'text' || t.kind === 'word' ? t.text : ''))
    .join('');
  return INFORMATION.test(tail) || OF_A_KIND.test(tail);
}
