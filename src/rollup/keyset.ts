import { Refusal } from './refusal.js';
import type { Cursor } from './shapes.js';
import type { SqlParams } from './sql-params.js';

/** A column that is never null and by which a list rises. */
export interface KeysetColumn {
  name: string;
  type: 'int' | 'text' | 'bigint' | 'numeric';
}

/** The place of a line in its list: the values of its sort columns. */
export const cursorOf = (
  columns: readonly KeysetColumn[],
  line: Readonly<Record<string, unknown>>,
): Cursor => columns.map(({ name }) => line[name] as string | number);

/**
 * Lines behind the cursor; all where there is none.
 * @throws Refusal where the cursor is not of these columns
 */
export function afterCursor(
  columns: readonly KeysetColumn[],
  cursor: Cursor | null,
  params: SqlParams,
): string {
  if (cursor === null) return 'TRUE';
  if (cursor.length !== columns.length || !columns.every((c, i) => fits(c, cursor[i]))) {
    throw new Refusal('The cursor is not one of this list.');
  }
  if (columns.length === 0) return 'FALSE';
  const names = columns.map(({ name }) => name);
  const values = columns.map(({ type }, i) => `${params.add(cursor[i])}::${type}`);
  return `(${names.join(', ')}) > (${values.join(', ')})`;
}

const NUMBERS: Readonly<Record<Exclude<KeysetColumn['type'], 'text'>, RegExp>> = {
  int: /^-?\d{1,9}$/,
  bigint: /^-?\d{1,18}$/,
  numeric: /^-?\d{1,80}(\.\d{1,80})?$/,
};

const fits = ({ type }: KeysetColumn, value: Cursor[number] | undefined): boolean =>
  type === 'text'
    ? typeof value === 'string' && !value.includes('\0')
    : (typeof value === 'string' || typeof value === 'number') && NUMBERS[type].test(String(value));
