/** The 97.5 % quantile of the normal distribution, for a 95 % interval. */
const Z = 1.959963984540054;

/**
 * Wilson score interval (95 %) of a share of `part` in `whole` cases: bounds between 0 and 1.
 * Null where there is no whole, or where the part is none of it (a document that contradicts itself).
 */
export function wilson(part: number, whole: number): { low: number; high: number } | null {
  if (whole <= 0 || part < 0 || part > whole) return null;
  const share = part / whole;
  const z2 = Z * Z;
  const centre = share + z2 / (2 * whole);
  const spread = Z * Math.sqrt((share * (1 - share)) / whole + z2 / (4 * whole * whole));
  const scale = 1 + z2 / whole;
  return {
    low: part === 0 ? 0 : Math.max(0, (centre - spread) / scale),
    high: part === whole ? 1 : Math.min(1, (centre + spread) / scale),
  };
}
