/** Where the values of a group of peers lie. */
export interface Spread {
  readonly n: number;
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** The value below which a part of the sorted values lies, between two of them where it falls there. */
function quantile(sorted: readonly number[], part: number): number {
  const place = (sorted.length - 1) * part;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}

/** Quartiles of the values; null of none. */
export function spreadOf(values: readonly number[]): Spread | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  return {
    n: sorted.length,
    low: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    high: quantile(sorted, 0.75),
  };
}

/** Place in the ranking, the largest first; equal values share a place. */
export const placeOf = (value: number, values: readonly number[]): number =>
  values.filter((each) => each > value).length + 1;
