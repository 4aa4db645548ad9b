import { categoryOf, outcomeCategories, outcomeLabel, outcomeRows } from './outcomes.js';
import type { OutcomeCategory } from './form.js';
import type { Bilingual } from './place.js';

/** What the figures of the prose count: the names of `Statement.metric` with their words. */

const of = (zh: string, en: string): Bilingual => ({ ZH: zh, EN: en });

const appealMetrics = (prefix: string, zh: string, en: string): [string, Bilingual][] => [
  [`${prefix}_TOTAL`, of(zh, en)],
  [`${prefix}_UPHELD`, of(`${zh}维持`, `${en}: upheld`)],
  [`${prefix}_CORRECTED`, of(`${zh}纠正`, `${en}: corrected`)],
  [`${prefix}_OTHER`, of(`${zh}其他结果`, `${en}: other result`)],
  [`${prefix}_PENDING`, of(`${zh}尚未审结`, `${en}: pending`)],
  [`${prefix}_CONCLUDED`, of(`${zh}已审结`, `${en}: concluded`)],
];

/** Categories under the names of the statements' metrics. */
export const OUTCOME_METRICS: Readonly<Record<string, readonly OutcomeCategory[]>> = {
  OUTCOME_GRANTED: ['GRANTED'],
  OUTCOME_PARTIALLY_GRANTED: ['PARTIALLY_GRANTED'],
  OUTCOME_GRANTED_OR_PARTIAL: ['GRANTED', 'PARTIALLY_GRANTED'],
  OUTCOME_REFUSED: ['REFUSED'],
  OUTCOME_UNABLE_TO_PROVIDE: ['UNABLE_TO_PROVIDE'],
  OUTCOME_NOT_PROCESSED: ['NOT_PROCESSED'],
  OUTCOME_OTHER: ['OTHER_DISPOSITION'],
};

const unnumbered = (text: string): string => text.replace(/^(?:（.）|\(\d\) )?(?:\d+\. ?)?/, '');

const categoryWords = (categories: readonly OutcomeCategory[], language: 'zh' | 'en'): string =>
  categories
    .map((category) => unnumbered(outcomeCategories.get(category)?.[language] ?? category))
    .join(language === 'zh' ? '及' : ' or ');

const outcomes = Object.entries(OUTCOME_METRICS).map(
  ([metric, categories]): [string, Bilingual] => [
    metric,
    of(categoryWords(categories, 'zh'), categoryWords(categories, 'en')),
  ],
);

const reasons = outcomeRows
  .filter((row) => row.key !== categoryOf(row.key))
  .map(({ key }): [string, Bilingual] => [
    `REASON_${key}`,
    of(unnumbered(outcomeLabel(key, 'ZH')), unnumbered(outcomeLabel(key, 'EN'))),
  ]);

/** Every metric with its words, in the order of the reference. */
export const statementMetrics: ReadonlyMap<string, Bilingual> = new Map([
  ['REQUESTS_RECEIVED', of('收到申请', 'requests received')],
  ['REQUESTS_CARRIED_IN', of('上年结转', 'requests carried in')],
  ['REQUESTS_HANDLED', of('收办申请', 'requests handled')],
  ['REQUESTS_COMPLETED', of('办结', 'requests completed')],
  ['REQUESTS_CARRIED_OUT', of('结转下年度', 'requests carried out')],
  ...outcomes,
  ...reasons,
  ['APPLICANT_NATURAL_PERSONS', of('自然人申请', 'requests by natural persons')],
  ['APPLICANT_LEGAL_PERSONS', of('法人或其他组织申请', 'requests by legal persons')],
  ['APPLICANT_BUSINESS', of('商业企业申请', 'requests by business enterprises')],
  ['CHANNEL_ONLINE', of('网络申请', 'requests online')],
  ['CHANNEL_POST', of('信函申请', 'requests by post')],
  ['CHANNEL_IN_PERSON', of('当面申请', 'requests in person')],
  ['CHANNEL_FAX', of('传真申请', 'requests by fax')],
  ['CHANNEL_EMAIL', of('电子邮件申请', 'requests by e-mail')],
  ...appealMetrics('RECONSIDERATION', '行政复议', 'reconsideration'),
  ...appealMetrics('LITIGATION', '行政诉讼', 'litigation'),
  ['APPEALS_TOTAL', of('行政复议和行政诉讼', 'reconsideration and litigation')],
  ['PROCESSING_FEE_YUAN', of('信息处理费（元）', 'information-processing fee (yuan)')],
  ['PROCESSING_FEE_CASES', of('收取信息处理费的申请', 'requests with a processing fee')],
  ['ADMINISTRATIVE_FEE_WAN', of('行政事业性收费（万元）', 'administrative fees (10,000 yuan)')],
  ['PROACTIVE_TOTAL', of('主动公开信息', 'items published')],
  ['PROACTIVE_WEBSITE', of('网站公开信息', 'items published on the website')],
  ['PROACTIVE_WECHAT', of('微信公开信息', 'items published on WeChat')],
  ['PROACTIVE_WEIBO', of('微博公开信息', 'items published on Weibo')],
  ['PROACTIVE_NEW_MEDIA', of('新媒体公开信息', 'items published in new media')],
  ['PROACTIVE_PRESS', of('报刊广播电视公开信息', 'items published in the press')],
  ['PROACTIVE_OTHER', of('其他方式公开信息', 'items published in other ways')],
  ['NORMATIVE_ISSUED', of('制发规范性文件', 'normative documents issued')],
  ['NORMATIVE_REPEALED', of('废止规范性文件', 'normative documents repealed')],
  ['NORMATIVE_IN_FORCE', of('现行有效规范性文件', 'normative documents in force')],
  ['REGULATIONS_ISSUED', of('制发规章', 'regulations issued')],
  ['REGULATIONS_REPEALED', of('废止规章', 'regulations repealed')],
  ['LICENCE_DECISIONS', of('行政许可决定', 'licensing decisions')],
  ['PENALTY_DECISIONS', of('行政处罚决定', 'penalty decisions')],
  ['COERCION_DECISIONS', of('行政强制决定', 'coercion decisions')],
  ['PRIOR_YEAR_RECEIVED', of('上年收到申请', 'requests received the year before')],
  ['GROWTH_PCT', of('申请量增长（%）', 'growth of requests (%)')],
]);
