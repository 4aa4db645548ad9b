import type { Clause } from './clauses.js';
import { topicAfter } from './context.js';
import type { Context } from './context.js';
import { allOfThem } from './all-of-them.js';
import { growth } from './growth.js';
import { isBareFigure, metricByWordsBefore, metricByWordsBehind, sum } from './figure-metric.js';
import type { Decision } from './figure-metric.js';
import { isNeutral, labelOf, lettersOf } from './label.js';
import type { Label } from './label.js';
import { moneyMetric } from './money.js';
import { noneOfThem } from './none-of-them.js';
import { isPriorYear } from './prior-year.js';
import { tell, tellUnknown } from './tell.js';
import type { Token } from './tokens.js';
import type { Word } from './vocabulary.js';

type NumberToken = Token & { kind: 'number' };

/** Reads the figures of one clause and the words that stand for figures, and remembers what they are about. */
export function readClause(clause: Clause, from: number, context: Context): void {
  if (clause.opensSegment) {
    context.segment = context.told.length;
    context.among = false;
    context.classing = false;
    context.respective = [];
    context.pending = [];
  }
  const tokens = [...clause.continues, ...clause.tokens];
  const part = clause.depth > 0;
  let rest = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token?.kind === 'percentage') growth(labelOf(tokens.slice(rest, i)), token, from, context);
    if (token?.kind !== 'number') continue;
    const next = tokens.findIndex((t, k) => k > i && t.kind === 'number');
    const behind = tokens.slice(i + 1, next < 0 ? undefined : next);
    const taken = readFigure(token, tokens.slice(rest, i), behind, {
      clause,
      from,
      part,
      followsFigure: rest > 0,
      context,
    });
    rest = taken ? i + 1 + behind.length : i + 1;
  }
  const remainder = tokens.slice(rest);
  const figures = tokens.some((t) => t.kind === 'number');
  const label = labelOf(remainder);
  remember(label.words, context);
  const at = from + (remainder[0]?.at ?? 0);
  if (!noneOfThem(label, at, context)) allOfThem(label, at, context);
  context.pending = figures ? [] : label.words;
}

interface Place {
  clause: Clause;
  from: number;
  part: boolean;
  /** Another figure stands before it in the clause. */
  followsFigure: boolean;
  context: Context;
}

/** @returns true where the words behind the figure told what it counts, and are used up */
function readFigure(
  figure: NumberToken,
  before: readonly Token[],
  behind: readonly Token[],
  { clause, from, part, followsFigure, context }: Place,
): boolean {
  const own = labelOf(before);
  const label = own.words.length === 0 ? labelOf([...clause.outer, ...before]) : own;
  remember(own.words, context);
  const at = from + figure.at;
  const say = (metrics: readonly string[], by: Word): void => {
    context.topic = topicAfter(context.topic, label.words);
    const inside = part || context.among;
    for (const metric of metrics)
      tell(context, { metric, value: figure.value, at, by, part: inside });
  };
  const money = moneyMetric(figure, label, behind, context);
  if (money !== undefined) {
    if (money) tell(context, { ...money, at, by: 'CHARGE', part });
    return false;
  }
  if (isPriorYear(label, clause, context)) {
    say(['PRIOR_YEAR_RECEIVED'], 'PRIOR');
    return false;
  }
  const object = labelOf(behind).words.find((w) => w !== 'OGI');
  if (
    own.words.some(
      (w) => w === 'RECEIVE' || w === 'ACCEPT' || w === 'HANDLE' || w === 'COMPLETE',
    ) &&
    object
  ) {
    context.topic = topicAfter(context.topic, [object]);
  }
  if (figure.unit === '' && (behind[0]?.kind === 'text' || !isBareFigure(label))) return false;
  const read = inOrder(own, figure, context) ?? byWords(label, figure, clause, context);
  // 行政处罚（9件） is a subject of requests or a kind of information.
  const subject =
    clause.outer.length > 0 &&
    own.words.length === 0 &&
    read?.metrics.some((m) => m.endsWith('DECISIONS'));
  const decided = subject ? null : read;
  if (decided) {
    say(decided.metrics, decided.by);
    return false;
  }
  if (own.words.at(-1) === 'RISE' || own.words.at(-1) === 'FALL') {
    if (own.words.includes('REQUEST')) context.compared = context.sentence;
    return false;
  }
  const after = labelOf(behind);
  const open = own.words.every(
    (w) =>
      w === 'AMONG' ||
      w === 'ALL' ||
      w === 'SUM' ||
      w === 'REQUEST' ||
      w === 'COMPLETE' ||
      w === 'HANDLE' ||
      w === 'RECEIVE' ||
      w === 'PROACTIVE',
  );
  // 2022年的8件申请和2023年的35件申请均已办结 speaks of both together.
  const joint = /[和及与]/.test(lettersOf(before)) && followsFigure;
  const found =
    open && !joint && figure.unit !== '' ? metricByWordsBehind(after, figure.unit, context) : null;
  if (found) {
    const { words } = after;
    const upTo =
      found.by === 'PROCESSING_FEE' ? words : words.slice(0, words.indexOf(found.by) + 1);
    context.topic = topicAfter(context.topic, [...label.words, ...upTo]);
    say(found.metrics, found.by);
    remember(after.words, context);
    allOfThem(labelOf(behindOf(behind, found.by)), at, context);
    return true;
  }
  context.topic =
    own.words.includes('ELSE') || after.words[0] === 'ELSE'
      ? 'ELSE'
      : topicAfter(context.topic, own.words);
  if (!own.words.includes('ASIDE')) tellUnknown(context, part || context.among);
  return false;
}

/** What follows the word that told what the figure counts. */
const behindOf = (tokens: readonly Token[], word: Word): readonly Token[] =>
  tokens.slice(tokens.findIndex((t) => t.kind === 'word' && t.word === word) + 1);

function byWords(
  label: Label,
  figure: NumberToken,
  clause: Clause,
  context: Context,
): Decision | null {
  const decided = metricByWordsBefore(label, figure.unit, context);
  const letters = lettersOf(label.tokens);
  const alone = label.words.every((w) => w === 'SUM');
  if (decided || !alone || !isNeutral(letters)) return decided;
  const { last, sentence } = context;
  const summing = /[共总]/.test(letters) || label.words.length > 0;
  if (summing) {
    const metrics = sum(context);
    if (metrics) return { metrics, by: 'SUM' };
  }
  // 申请量增长40%，达到42件.
  if (last?.metric === 'GROWTH_PCT' && last.sentence === sentence) return RECEIVED;
  if (last?.metric === 'PROCESSING_FEE_YUAN' && letters === '') return CASES;
  if (context.pending.length === 0 || !(summing || clause.afterColon)) return null;
  return metricByWordsBefore({ ...label, words: context.pending, rest: '' }, figure.unit, context);
}

const RECEIVED: Decision = { metrics: ['REQUESTS_RECEIVED'], by: 'RECEIVE' };
const CASES: Decision = { metrics: ['PROCESSING_FEE_CASES'], by: 'PROCESSING_FEE' };

/** A、B、C分别为1件、2件、3件: the first figure is A's, the next B's. */
function inOrder(label: Label, figure: NumberToken, context: Context): Decision | null {
  const at = label.words.indexOf('RESPECTIVELY');
  if (at > 0) {
    const listed = label.tokens.flatMap((t) => (t.kind === 'word' ? [t] : [])).slice(0, at);
    const decisions = listed.flatMap(
      (t) => metricByWordsBefore(labelOf([t]), figure.unit, context) ?? [],
    );
    const distinct = decisions.filter(
      (d, i) => d.metrics.join() !== decisions[i - 1]?.metrics.join(),
    );
    if (distinct.length > 1) context.respective = distinct;
  } else if (label.words.length > 0) context.respective = [];
  return context.respective.shift() ?? null;
}

function remember(words: readonly Word[], context: Context): void {
  if (words.includes('AMONG')) context.among = true;
  if (words.includes('CLASSES')) context.classing = true;
  if (words.some((w) => w === 'PUBLISH' || w === 'PROACTIVE')) context.publishing = true;
  const verb = words.findLast(
    (w) => w === 'ISSUE' || w === 'REPEAL' || w === 'AMEND' || w === 'IN_FORCE',
  );
  if (verb) context.documentVerb = verb;
}
