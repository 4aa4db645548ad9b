import type { Box } from '../geometry.js';
import { linesOf, middle } from '../rule-lines.js';

/** Horizontal lines of a table that has no full grid of them: no cell reaches over one. */
export interface Hints {
  /** Whether a line runs between two heights over most of the way from x0 to x1. */
  between(above: number, below: number, x0: number, x1: number): boolean;
}

export function hintsOf(rules: readonly Box[]): Hints {
  const lines = linesOf(rules, 'horizontal')
    .map((l) => ({ y: middle(l.place), from: l.from, to: l.to }))
    .toSorted((a, b) => a.y - b.y);
  return {
    between: (above, below, x0, x1) =>
      lines.some(
        ({ y, from, to }) =>
          y > above &&
          y < below &&
          Math.min(to, x1) - Math.max(from, x0) > Math.min(x1 - x0, 20) * 0.5,
      ),
  };
}
