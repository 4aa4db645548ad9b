import type { Word } from './vocabulary.js';

/** What a passage is speaking of. */
export type Topic =
  | 'REQUESTS'
  | 'RECONSIDERATION'
  | 'LITIGATION'
  /** Both together. */
  | 'APPEALS'
  /** One of the two ways to court, which have no metrics of their own. */
  | 'TRACK'
  | 'PROACTIVE'
  | 'NORMATIVE'
  | 'REGULATIONS'
  | 'DECISIONS'
  | 'FEES'
  | 'PROCESSING_FEE'
  | 'ELSE';

/** A figure that was told. */
export interface Told {
  metric: string;
  value: string;
  /** Place in the plain text. */
  at: number;
  /** Number of the sentence in the passage. */
  sentence: number;
  /** The word that decided what it counts; null where a word such as 均 stands for the figure. */
  by: Word | null;
  /** A part of what was told before it: in brackets, or after 其中. */
  part: boolean;
}

/** What was said so far. */
export interface Context {
  topic: Topic | null;
  told: Told[];
  sentence: number;
  /** The year of the report, as far as it is known. */
  year: number | null;
  /** After 其中, until the sentence or segment ends. */
  among: boolean;
  /** Documents are being classed by whether they may be published. */
  classing: boolean;
  /** The figure that 均 and 全部 speak of; null where it is not clear which. */
  asked: Told | null;
  /** The last figure, also one that counts something else (null). */
  last: Told | null;
  /** Number of `told` when the segment began. */
  segment: number;
  /** 制发, 废止 or 现行有效, for the documents that follow. */
  documentVerb: Word | null;
  /** Requests are counted by how they came: 通过网络收到3件、通过信函收到2件. */
  byChannel: boolean;
  /** The sentence in which requests were compared with another year's by a difference. */
  compared: number | null;
  /** Something is being published in this sentence. */
  publishing: boolean;
  /** A clause that denies appeals goes on in the next one. */
  denying: boolean;
  /** What the next figures count, after 分别为. */
  respective: { metrics: readonly string[]; by: Word }[];
  /** Words of the clause before, where it had no figure. */
  pending: readonly Word[];
}

export const newContext = (year: number | null): Context => ({
  topic: null,
  told: [],
  sentence: 0,
  year,
  among: false,
  classing: false,
  asked: null,
  last: null,
  segment: 0,
  documentVerb: null,
  byChannel: false,
  compared: null,
  publishing: false,
  denying: false,
  respective: [],
  pending: [],
});

const TOPICS: Readonly<Partial<Record<Word, Topic>>> = {
  REQUEST: 'REQUESTS',
  CARRY_IN: 'REQUESTS',
  CARRY_OUT: 'REQUESTS',
  RECONSIDERATION: 'RECONSIDERATION',
  LITIGATION: 'LITIGATION',
  APPEALS: 'APPEALS',
  TRACK: 'TRACK',
  PROACTIVE: 'PROACTIVE',
  NORMATIVE: 'NORMATIVE',
  REGULATIONS: 'REGULATIONS',
  LICENCE: 'DECISIONS',
  PENALTY: 'DECISIONS',
  COERCION: 'DECISIONS',
  FEES: 'FEES',
  PROCESSING_FEE: 'PROCESSING_FEE',
};

/** The topic after some words; 行政复议、行政诉讼 side by side are one. */
export function topicAfter(topic: Topic | null, words: readonly Word[]): Topic | null {
  let result = topic;
  words.forEach((word, i) => {
    const named = TOPICS[word];
    if (!named) return;
    const before = words.slice(0, i);
    const other = named === 'LITIGATION' ? 'RECONSIDERATION' : 'LITIGATION';
    const both = (named === 'LITIGATION' || named === 'RECONSIDERATION') && before.includes(other);
    result = both ? 'APPEALS' : named;
  });
  return result;
}

export const isAppeal = (topic: Topic | null): topic is 'RECONSIDERATION' | 'LITIGATION' =>
  topic === 'RECONSIDERATION' || topic === 'LITIGATION';

export const lastTold = (
  context: Context,
  fits: (told: Told) => boolean,
  from = 0,
): Told | undefined => context.told.slice(from).findLast(fits);
