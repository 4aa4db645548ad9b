/** Numbers as the database answers them: bigint and numeric as text, JSON numbers, or null. */
export type Stored = string | number | null | undefined;

/**
 * A count as a JSON number; null where nothing is stated.
 * @throws RangeError past 2^53 - 1, where a JSON number would not be exact
 */
export function count(stored: Stored): number | null {
  if (stored === null || stored === undefined) return null;
  const value = Number(stored);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${stored} is no exact whole number`);
  return value;
}

/** An exact decimal without needless zeros: "12313.437000" is "12313.437", "-0.50" is "-0.5". */
export function decimal(stored: Stored): string | null {
  if (stored === null || stored === undefined) return null;
  const text = String(stored);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** The stated ones added up; null where none is. */
export function sum(values: readonly (number | null)[]): number | null {
  const stated = values.filter((value) => value !== null);
  return stated.length === 0 ? null : stated.reduce((a, b) => a + b, 0);
}
