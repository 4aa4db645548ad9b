import type { Statement } from '../../format/report.js';
import { clausesOf } from './clauses.js';
import type { Clause } from './clauses.js';
import { newContext, topicAfter } from './context.js';
import type { Context, Told, Topic } from './context.js';
import { labelOf } from './label.js';
import { plainOf } from './plain.js';
import type { Plain } from './plain.js';
import { readClause } from './read-clause.js';
import { settled } from './request-flow.js';
import { sentencesOf } from './sentences.js';
import { tokensOf } from './tokens.js';
import { reportYear } from './report-year.js';

const SPEAKS_OF_REQUESTS = /信息公开(?:的)?申请|依申请公开|申请公开/;

/**
 * The figures that a passage of prose states, in the order of the text.
 * @param passage one or more sentences as printed
 * @param year the year of the report, where it is known: tells last year's figures from this year's
 * @param heading what stands above the passage and tells what it is about
 */
export function readStatements(
  passage: string,
  year: number | null = null,
  heading = '',
): Statement[] {
  const plain = plainOf(passage);
  if (!/[\u4e00-\u9fff]/.test(plain.text)) return [];
  const sentences = sentencesOf(plain.text);
  const context = newContext(year ?? reportYear(plain.text));
  context.topic = topicOf(heading) ?? (SPEAKS_OF_REQUESTS.test(plain.text) ? 'REQUESTS' : null);
  sentences.forEach(({ from, to }, i) => {
    context.sentence = i;
    readSentence(plain.text.slice(from, to), from, context);
  });
  const told = settled(context.told).sort((a, b) => a.at - b.at);
  return unique(told).map(({ metric, value, sentence }) => {
    const { from = 0, to = 0 } = sentences[sentence] ?? {};
    return { metric, value, sentence: printed(passage, plain, from, to) };
  });
}

function readSentence(text: string, from: number, context: Context): void {
  context.among = false;
  context.publishing = false;
  context.documentVerb = null;
  context.denying = false;
  context.pending = [];
  context.segment = context.told.length;
  if (context.topic === 'ELSE') context.topic = null;
  const clauses = clausesOf(tokensOf(text));
  context.byChannel = clauses.filter(countsByChannel).length > 1;
  for (const clause of clauses) readClause(clause, from, context);
}

const topicOf = (heading: string): Topic | null =>
  topicAfter(null, labelOf(tokensOf(plainOf(heading).text)).words);

const countsByChannel = ({ tokens }: Clause): boolean =>
  tokens.some((t) => t.kind === 'number') &&
  (tokens.some((t) => t.kind === 'word' && t.word.startsWith('CHANNEL')) ||
    ['WEBSITE', 'RECEIVE'].every((w) => tokens.some((t) => t.kind === 'word' && t.word === w)));

/** The same figure twice in a sentence is one statement. */
function unique(told: readonly Told[]): Told[] {
  const seen = new Set<string>();
  return told.filter(({ metric, value, sentence }) => {
    const key = `${sentence} ${metric} ${value}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The sentence as it is printed. */
function printed(passage: string, { at }: Plain, from: number, to: number): string {
  return passage.slice(at[from] ?? 0, (at[to - 1] ?? passage.length - 1) + 1).trim();
}
