/** A line that is no parsed report; the message names what in it is wrong. */
export class LineError extends Error {
  override readonly name = 'LineError';
}

/** Values of a line by their place in it: `requests.received.total`. What stands there is not trusted. */

export type JsonObject = Readonly<Record<string, unknown>>;

const wrong = (place: string, wanted: string): never => {
  throw new LineError(`${place} is no ${wanted}`);
};

export const objectAt = (value: unknown, place: string): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : wrong(place, 'object');

/** Nothing where it is absent or null. */
export const objectOrNone = (value: unknown, place: string): JsonObject =>
  value === undefined || value === null ? {} : objectAt(value, place);

export const listAt = (value: unknown, place: string): readonly unknown[] => {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as unknown[]) : wrong(place, 'list');
};

export const textAt = (value: unknown, place: string): string =>
  typeof value === 'string' ? value : wrong(place, 'text');

export const textOrNull = (value: unknown, place: string): string | null =>
  value === undefined || value === null ? null : textAt(value, place);

export const wholeAt = (value: unknown, place: string): number =>
  typeof value === 'number' && Number.isSafeInteger(value) ? value : wrong(place, 'whole number');

export const wholeOrNull = (value: unknown, place: string): number | null =>
  value === undefined || value === null ? null : wholeAt(value, place);

const DECIMAL = /^-?\d{1,1000}(?:\.\d{1,1000})?$/;

/** A figure as an exact decimal: a whole number, or a decimal as text; null where none is stated. */
export const figureAt = (value: unknown, place: string): string | null => {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  return typeof value === 'string' && DECIMAL.test(value) ? value : wrong(place, 'figure');
};

export const oneOf = <T extends string>(
  value: unknown,
  place: string,
  known: readonly T[],
): T | null => {
  if (value === undefined || value === null) return null;
  return known.find((one) => one === value) ?? wrong(place, known.join(' or '));
};
