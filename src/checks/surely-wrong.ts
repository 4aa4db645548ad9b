import type { Change, Problem } from './correction-search.js';

/**
 * Cells that are wrong beyond doubt though the table has too many errors to try every explanation: all sums of the
 * cell fail by the same difference, and no other cell could answer for any of them in the same way.
 */
export const surelyWrong = (problem: Problem): readonly Change[] => {
  const residuals = problem.equations.map((equation) =>
    equation.terms.reduce((all, t) => all + t.sign * (problem.values[t.cell] ?? 0), 0),
  );
  const suspects = problem.values.flatMap((value, cell) => {
    const own = problem.equations.flatMap((equation, e) => {
      const term = equation.terms.find((t) => t.cell === cell);
      return term ? [{ equation: e, by: -term.sign * (residuals[e] ?? 0) }] : [];
    });
    const by = own[0]?.by ?? 0;
    const agree = own.length > 1 && by !== 0 && own.every((o) => o.by === by);
    return agree && value + by >= 0 ? [{ cell, by, equations: own.map((o) => o.equation) }] : [];
  });
  const claims = new Map<number, number>();
  for (const equation of suspects.flatMap((s) => s.equations)) {
    claims.set(equation, (claims.get(equation) ?? 0) + 1);
  }
  return suspects
    .filter((s) => s.equations.every((e) => claims.get(e) === 1))
    .map(({ cell, by }) => ({ cell, by }));
};
