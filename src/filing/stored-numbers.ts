import type { ValueKind } from '../format/form.js';

/** Digits before and after the point that the columns of amounts hold. */
const AMOUNTS: Readonly<Partial<Record<ValueKind, RegExp>>> = {
  AMOUNT_WAN: /^-?\d{1,18}(\.\d{1,6})?$/,
  AMOUNT_YUAN: /^-?\d{1,22}(\.\d{1,2})?$/,
};

const isCount = (value: string): boolean =>
  /^-?\d{1,16}$/.test(value) && Number.isSafeInteger(Number(value));

/**
 * A cell's value as its column stores it; null where it does not fit (3.5 件, more than 2^53): such a figure stays in
 * the evidence and counts as not stated, rather than as another number.
 */
export const storedNumber = (value: string | null, kind: ValueKind): string | null => {
  if (value === null) return null;
  const amount = AMOUNTS[kind];
  return (amount ? amount.test(value) : isCount(value)) ? value : null;
};

/** A decimal for a column without limits; null for what is no number. */
export const decimalOrNull = (value: string | null): string | null =>
  value !== null && /^-?\d{1,1000}(\.\d{1,1000})?$/.test(value) ? value : null;
