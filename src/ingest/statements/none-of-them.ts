import type { Context } from './context.js';
import { documentMetricOf } from './document-metric.js';
import { labelOf, lettersOf } from './label.js';
import type { Label } from './label.js';
import { tell } from './tell.js';
import type { Word } from './vocabulary.js';

/** Zeros in words: 未收到申请, 无行政复议, 没有收费, 行政复议：无. @returns true where the clause denies something */
export function noneOfThem(label: Label, at: number, context: Context): boolean {
  const { words } = label;
  const none = words.indexOf('NONE');
  if (none < 0) {
    if (!context.denying || !words.some(isAppealWord)) return (context.denying = false);
    if (words.some((w) => !isAppealWord(w) && w !== 'REQUEST')) return (context.denying = false);
  }
  const metrics = [
    ...new Set(deniedParts(label, none, context).flatMap((part) => denies(part, label, context))),
  ];
  for (const metric of metrics) tell(context, { metric, value: '0', at, by: null, part: false });
  context.denying = metrics.some((m) => /(?:RECONSIDERATION|LITIGATION)_TOTAL/.test(m));
  if (metrics.length > 0) topicOfDenied(metrics, context);
  return true;
}

/** What is denied: the words behind each 无, or those before it in 行政复议：无. */
function deniedParts(label: Label, none: number, context: Context): Label[] {
  const at = label.tokens.flatMap((t, i) => (t.kind === 'word' && t.word === 'NONE' ? [i] : []));
  const parts = at.map((from, i) => labelOf(label.tokens.slice(from + 1, at[i + 1])));
  const first = at[0] ?? 0;
  const lead = lettersOf(label.tokens.slice(0, first));
  if (none < 0) return [label];
  if (parts.some((p) => p.words.length > 0)) return parts.map((p) => ({ ...p, lead }));
  const before = labelOf(label.tokens.slice(0, first));
  return [before.words.length > 0 ? before : { ...before, words: context.pending }];
}

const isAppealWord = (word: Word): boolean =>
  word === 'RECONSIDERATION' || word === 'LITIGATION' || word === 'APPEALS' || word === 'TRACK';

function denies(label: Label, clause: Label, context: Context): string[] {
  const { words } = label;
  const has = (word: Word): boolean => words.includes(word);
  const money = [
    ...(has('FEES') ? ['ADMINISTRATIVE_FEE_WAN'] : []),
    ...(has('PROCESSING_FEE') || (has('CHARGE') && !has('FEES')) ? ['PROCESSING_FEE_YUAN'] : []),
  ];
  const decisions = (['LICENCE', 'PENALTY', 'COERCION'] as const).flatMap((w) =>
    has(w) ? [`${w}_DECISIONS`] : [],
  );
  if (money.length + decisions.length > 0) return [...decisions, ...money];
  if (has('CORRECTED') || has('DEFEATED')) return withoutDefeat(words, context);
  const appeals = [
    ...(has('RECONSIDERATION') || has('APPEALS') ? ['RECONSIDERATION_TOTAL'] : []),
    ...(has('LITIGATION') || has('APPEALS') ? ['LITIGATION_TOTAL'] : []),
  ];
  if (appeals.length > 0) {
    if (words.some((w) => /^(?:UPHELD|PENDING|CONCLUDED|ELSE)$/.test(w))) return [];
    return besideRequests(label) ? ['REQUESTS_RECEIVED', ...appeals] : appeals;
  }
  const isDocument = (w: Word): boolean => w === 'NORMATIVE' || w === 'REGULATIONS';
  const own = words.filter(isDocument);
  // 未制发、未废止规范性文件: the document is named once.
  const documents = own.length > 0 || !has('ISSUE') ? own : clause.words.filter(isDocument);
  if (documents.length > 0) {
    const verb =
      words.findLast((w) => w === 'ISSUE' || w === 'REPEAL' || w === 'IN_FORCE') ?? 'ISSUE';
    return documents.flatMap((d) => documentMetricOf(d, verb) ?? []);
  }
  return requests(words, label, context);
}

/** 无依申请公开、行政复议; not 未因申请引起行政复议. */
function besideRequests({ tokens }: Label): boolean {
  const at = tokens.findIndex((t) => t.kind === 'word' && t.word === 'REQUEST');
  const next = tokens[at + 1];
  const before = lettersOf(tokens.slice(0, Math.max(at, 0)));
  if (at < 0 || /因|引|涉|对|由/.test(before)) return false;
  return next?.kind === 'mark' || (next?.kind === 'text' && /^[和及与或]$/.test(next.text));
}

/** 未被复议纠错、诉讼败诉. */
function withoutDefeat(words: readonly Word[], context: Context): string[] {
  const reconsideration = words.includes('RECONSIDERATION');
  const litigation = words.includes('LITIGATION') || words.includes('DEFEATED');
  if (!words.includes('CORRECTED')) return ['LITIGATION_CORRECTED'];
  if (!reconsideration && !litigation) {
    const { topic } = context;
    return topic === 'RECONSIDERATION' || topic === 'LITIGATION' ? [`${topic}_CORRECTED`] : [];
  }
  return [
    ...(reconsideration || words.includes('DEFEATED') ? ['RECONSIDERATION_CORRECTED'] : []),
    ...(litigation ? ['LITIGATION_CORRECTED'] : []),
  ];
}

/** Anything else beside 申请 makes the clause deny something about requests, not requests. */
const OF_REQUESTS =
  /^(?:RECEIVE|ACCEPT|HANDLE|REQUEST|CHANNEL_.*|APPLICANT_.*|ANYONE|PUBLISH|PROACTIVE|ALL|CARRY_IN|CARRY_OUT|CARRY|OUTCOME_REFUSED)$/;
/** Outcomes that a clause may deny by their names alone. */
const DENIABLE = /^OUTCOME_(?:REFUSED|PARTIALLY_GRANTED|UNABLE_TO_PROVIDE|NOT_PROCESSED)$/;
const ABOUT = /因(?:为)?$|投诉|举报|追究|泄|差错|失误|超|逾|遗漏|推诿/;

function requests(words: readonly Word[], label: Label, context: Context): string[] {
  if (words.length === 0) return [];
  // 未出现不予公开的情况.
  if (words.every((w) => DENIABLE.test(w))) return [...words];
  if (!words.every((w) => OF_REQUESTS.test(w))) return [];
  const letters = (label.lead ?? '') + lettersOf(label.tokens);
  const carried = [
    ...(words.includes('CARRY_IN') || (words.includes('CARRY') && /上一?年/.test(letters))
      ? ['REQUESTS_CARRIED_IN']
      : []),
    ...(words.includes('CARRY_OUT') || (words.includes('CARRY') && /下一?年/.test(letters))
      ? ['REQUESTS_CARRIED_OUT']
      : []),
  ];
  if (carried.length > 0 || words.includes('CARRY')) return carried;
  if (ABOUT.test(letters)) return [];
  if (words.includes('REQUEST')) return ['REQUESTS_RECEIVED'];
  return words.includes('RECEIVE') &&
    context.topic === 'REQUESTS' &&
    /^(?:RECEIVE|ACCEPT)$/.test(words.join())
    ? ['REQUESTS_RECEIVED']
    : [];
}

function topicOfDenied(metrics: readonly string[], context: Context): void {
  if (metrics.some((m) => m.startsWith('REQUESTS'))) context.topic = 'REQUESTS';
  else if (metrics.includes('PROCESSING_FEE_YUAN')) context.topic = 'PROCESSING_FEE';
}
