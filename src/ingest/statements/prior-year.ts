import type { Clause } from './clauses.js';
import type { Context } from './context.js';
import type { Label } from './label.js';

/** 比2022年（32起）, 较2022年的20件, （2022年为16件): requests received in an earlier year. */
export function isPriorYear(label: Label, clause: Clause, context: Context): boolean {
  const { year, topic } = context;
  const named = label.tokens.findLast((t) => t.kind === 'year');
  if (named?.kind !== 'year' || topic !== 'REQUESTS') return false;
  if (year === null ? !label.words.includes('THAN') : named.year >= year) return false;
  if (label.words.some((w) => w !== 'THAN' && w !== 'REQUEST' && w !== 'RECEIVE')) return false;
  if (label.words.includes('THAN')) return label.words.at(-1) === 'THAN';
  const told = context.told.some(
    (t) => t.metric === 'REQUESTS_RECEIVED' && t.sentence === context.sentence,
  );
  if (label.words.includes('RECEIVE') && told && !label.rest.endsWith('的')) return true;
  const inBrackets = clause.depth > 0 && context.last?.metric === 'REQUESTS_RECEIVED';
  return inBrackets && !label.rest.endsWith('的');
}
