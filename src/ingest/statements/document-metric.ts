import type { Context, Topic } from './context.js';
import { isNeutral, textOf } from './label.js';
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

const UNITS = /^(?:件|条|项|份|部|个|宗|起|次|人次|件次|)$/;
const VERBS: readonly Word[] = ['ISSUE', 'REPEAL', 'IN_FORCE', 'AMEND'];
const METRICS: Readonly<Partial<Record<Word, string>>> = {
  LICENCE: 'LICENCE_DECISIONS',
  PENALTY: 'PENALTY_DECISIONS',
  COERCION: 'COERCION_DECISIONS',
};

/** Regulations and normative documents issued, repealed and in force; decisions on licences, penalties, coercion. */
export function documentMetric(asked: Asked): readonly string[] | null {
  const { word, words, label, unit, context } = asked;
  if (!UNITS.test(unit)) return null;
  const published = words.includes('PUBLISH') || words.includes('PROACTIVE');
  const decision = METRICS[word];
  if (decision !== undefined) {
    const subjectOfRequests =
      context.topic === 'REQUESTS' &&
      !/决定/.test(textOf(label, word)) &&
      !words.includes('HANDLE');
    return published || context.publishing || subjectOfRequests || !isNeutral(label.rest)
      ? null
      : [decision];
  }
  const isDocument = word === 'NORMATIVE' || word === 'REGULATIONS';
  if (!isDocument && !VERBS.includes(word)) return null;
  const document = words.findLast((w) => w === 'NORMATIVE' || w === 'REGULATIONS');
  const verb = words.findLast((w) => VERBS.includes(w)) ?? context.documentVerb;
  if (published && !words.some((w) => VERBS.includes(w))) return null;
  return documentMetricOf(document ?? context.topic, verb);
}

/** Null where the form has no such figure: regulations in force. */
export function documentMetricOf(document: string | null, verb: Word | null): [string] | null {
  if (verb === null || (document !== 'NORMATIVE' && document !== 'REGULATIONS')) return null;
  if (verb === 'ISSUE') return [`${document}_ISSUED`];
  if (verb === 'REPEAL') return [`${document}_REPEALED`];
  if (verb === 'AMEND') return null;
  return document === 'NORMATIVE' ? ['NORMATIVE_IN_FORCE'] : null;
}
