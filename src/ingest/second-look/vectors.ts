/** Numbers of the same meaning side by side: what a row brings to each sum down the columns. */
export type Vector = readonly number[];

export const plus = (a: Vector, b: Vector): number[] => a.map((n, i) => n + (b[i] ?? 0));

export const minus = (a: Vector, b: Vector): number[] => a.map((n, i) => n - (b[i] ?? 0));

/** Least and most of each number over several. */
export interface Bounds {
  least: Vector;
  most: Vector;
}

export const boundsOf = ([first = [], ...others]: readonly Vector[]): Bounds =>
  others.reduce<Bounds>(
    ({ least, most }, one) => ({
      least: least.map((n, i) => Math.min(n, one[i] ?? 0)),
      most: most.map((n, i) => Math.max(n, one[i] ?? 0)),
    }),
    { least: first, most: first },
  );
