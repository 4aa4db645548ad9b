/** 95 % of a normal distribution. */
const Z = 1.96;
const STEPS = 40;

/**
 * Between which ratios, at each denominator up to the largest, 95 % of agencies would lie if chance alone told them
 * from `overall`: lines of [denominator, percent].
 */
export function funnelLimits(
  overall: number,
  largest: number,
): { low: [number, number][]; high: [number, number][] } {
  const low: [number, number][] = [];
  const high: [number, number][] = [];
  for (let step = 1; step <= STEPS; step += 1) {
    // Denser at the small end, where the funnel opens.
    const n = Math.max(1, largest * (step / STEPS) ** 2);
    const half = Z * Math.sqrt((overall * (1 - overall)) / n);
    low.push([n, 100 * Math.max(0, overall - half)]);
    high.push([n, 100 * Math.min(1, overall + half)]);
  }
  return { low, high };
}
