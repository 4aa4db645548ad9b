import type { ValueKind } from '../format/form.js';
import { readValue } from '../ingest/tables/value.js';
import type { Doubt } from '../ingest/tables/value.js';
import { storedNumber } from './stored-numbers.js';

/** What a person may leave open, because it says where the number comes from, not what it is. */
const HARMLESS: ReadonlySet<Doubt> = new Set(['UNIT_UNSTATED', 'IN_WORDS']);

/**
 * A number as a person copies it from a document, read as the reader would: 1,234 · 12.5 · 3 万元 · 减4. A blank or a
 * mark such as / stands for no number, `{ value: null }`. Null where the text is no number of the column's kind, or one
 * beyond doubt.
 */
export const typedNumber = (typed: string, kind: ValueKind): { value: string | null } | null => {
  const { status, value, doubt } = readValue(typed, kind);
  if (status === 'BLANK' || status === 'MARK') return { value: null };
  if (status !== 'READ' || (doubt !== null && !HARMLESS.has(doubt))) return null;
  return storedNumber(value, kind) === null ? null : { value };
};
