/**
 * The smallest sets of cell changes that make every relation of a table hold.
 *
 * Table three is a grid of 25 × 7 cells under 39 sums. A cell stands in one sum of its row and one or two of its
 * column, so a wrong cell leaves the same difference in each of them. The search goes through sets of one cell, then
 * two, and so on. In a smallest set there is always a sum that only one of its cells enters (otherwise the changes
 * would depend on each other and a smaller set existed), and that sum's difference tells the cell's change; so it is
 * enough to try, for each sum that fails, each of its cells with the change that mends it.
 */

/** Σ coefficient × cell = 0. */
interface Equation {
  /** Equations of one class share no cell: A1, A2, A3. */
  group: string;
  terms: readonly { cell: number; sign: 1 | -1 }[];
}

export interface Problem {
  equations: readonly Equation[];
  /** Printed value of each cell; a changed value is never below zero. */
  values: readonly number[];
}

export interface Change {
  cell: number;
  by: number;
}

export interface Corrections {
  /** Every smallest set of changes, each sorted by cell. Empty where none was found within the limits. */
  sets: readonly (readonly Change[])[];
  /** False where the limits ended the search before every set of this size was tried. */
  complete: boolean;
}

export interface SearchLimits {
  /** Largest set that is tried. */
  cells: number;
  /** Sets of changes looked at before giving up. */
  steps: number;
  /** Sets of the smallest size that are kept. */
  sets: number;
}

const DEFAULT_LIMITS: SearchLimits = { cells: 8, steps: 120_000, sets: 4_000 };

class Search {
  private readonly residuals: number[];
  private readonly equationsOfCell: { equation: number; sign: 1 | -1 }[][];
  private readonly failing = new Map<string, number>();
  private readonly changes = new Map<number, number>();
  private readonly found = new Map<string, readonly Change[]>();
  private steps = 0;

  constructor(
    private readonly problem: Problem,
    private readonly limits: SearchLimits,
  ) {
    this.equationsOfCell = problem.values.map(() => []);
    this.residuals = problem.equations.map((equation, e) => {
      for (const { cell, sign } of equation.terms) {
        this.equationsOfCell[cell]?.push({ equation: e, sign });
      }
      return equation.terms.reduce((all, t) => all + t.sign * this.value(t.cell), 0);
    });
    this.residuals.forEach((residual, e) => this.count(e, residual === 0 ? 0 : 1));
  }

  run(): Corrections {
    for (let size = 1; size <= this.limits.cells; size++) {
      this.extend(size);
      if (this.exhausted()) return { sets: [...this.found.values()], complete: false };
      if (this.found.size > 0) return { sets: [...this.found.values()], complete: true };
    }
    return { sets: [], complete: true };
  }

  private exhausted(): boolean {
    return this.steps >= this.limits.steps || this.found.size >= this.limits.sets;
  }

  private value(cell: number): number {
    return this.problem.values[cell] ?? 0;
  }

  private count(equation: number, by: number): void {
    const group = this.problem.equations[equation]?.group ?? '';
    this.failing.set(group, (this.failing.get(group) ?? 0) + by);
  }

  /** Tries every further `left` changes. */
  private extend(left: number): void {
    if (this.exhausted()) return;
    const open = this.residuals.flatMap((residual, e) => (residual === 0 ? [] : [e]));
    if (open.length === 0) {
      if (left === 0) this.keep();
      return;
    }
    if ([...this.failing.values()].some((count) => count > left)) return;
    for (const equation of this.pivots(open, left)) {
      for (const { cell, sign } of this.problem.equations[equation]?.terms ?? []) {
        if (this.changes.has(cell)) continue;
        const by = -sign * (this.residuals[equation] ?? 0);
        if (this.value(cell) + by < 0) continue;
        this.steps++;
        this.change(cell, by);
        this.extend(left - 1);
        this.undo(cell, by);
      }
    }
  }

  /**
   * Sums to mend next. Where a group has as many failing sums as changes are left, each of them gets exactly one,
   * and any of them may come first.
   */
  private pivots(open: readonly number[], left: number): readonly number[] {
    const group = [...this.failing].find(([, count]) => count === left)?.[0];
    const first = open.find((e) => this.problem.equations[e]?.group === group);
    return group === undefined || first === undefined ? open : [first];
  }

  private change(cell: number, by: number): void {
    this.changes.set(cell, by);
    this.shift(cell, by);
  }

  private undo(cell: number, by: number): void {
    this.changes.delete(cell);
    this.shift(cell, -by);
  }

  private shift(cell: number, by: number): void {
    for (const { equation, sign } of this.equationsOfCell[cell] ?? []) {
      const before = this.residuals[equation] ?? 0;
      const after = before + sign * by;
      this.residuals[equation] = after;
      if (before === 0 && after !== 0) this.count(equation, 1);
      if (before !== 0 && after === 0) this.count(equation, -1);
    }
  }

  private keep(): void {
    const set = [...this.changes]
      .map(([cell, by]) => ({ cell, by }))
      .sort((a, b) => a.cell - b.cell);
    this.found.set(set.map((c) => `${String(c.cell)}:${String(c.by)}`).join(' '), set);
  }
}

/** The smallest sets of changes after which every equation holds. */
export const smallestCorrections = (
  problem: Problem,
  limits: SearchLimits = DEFAULT_LIMITS,
): Corrections => new Search(problem, limits).run();
