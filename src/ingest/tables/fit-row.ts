import { FitProblem, shiftsOf } from './fit-problem.js';
import type { FitContext } from './fit-problem.js';
import type { ColumnOrder } from './column-order.js';
import type { ValueCell } from './items.js';

/**
 * Lays the cells of a printed row on the columns of its table: an alignment in which padding, missing and extra cells
 * have costs. All layings that are about as good as the best are kept, so that doubt is seen.
 */
export interface RowFit {
  /** For each printed column the index of its cell, or −1; the best first. */
  options: readonly (readonly number[])[];
  /** True where there are more options than were kept. */
  overflow: boolean;
  /** True where the best lays a number on a column under whose head it does not stand. */
  misplaced: boolean;
}

const SHIFTED = 0.8;
const MARGIN = 0.45;
const MOST_OPTIONS = 48;
const MOST_VISITS = 4_000;
/** A row of more cells than this is no row of a form's table. */
const MOST_CELLS = 80;

/** Cost of the best laying; Infinity where the row is far too long. */
export function rowCost(
  cells: readonly ValueCell[],
  order: ColumnOrder,
  context: FitContext,
): number {
  if (cells.length > MOST_CELLS) return Infinity;
  if (fitsPlainly(cells, order, context)) return 0;
  return Math.min(...problemsOf(cells, order, context).map((p) => p.cost));
}

/** The best layings. */
export function fitRow(
  cells: readonly ValueCell[],
  order: ColumnOrder,
  context: FitContext,
): RowFit {
  const count = order.columns.length;
  if (cells.length > MOST_CELLS) {
    return { options: [Array.from({ length: count }, () => -1)], overflow: true, misplaced: false };
  }
  if (fitsPlainly(cells, order, context)) {
    return { options: [cells.map((_, i) => i)], overflow: false, misplaced: false };
  }
  const problems = problemsOf(cells, order, context);
  const best = Math.min(...problems.map((p) => p.cost));
  const walks = problems
    .filter((p) => p.cost <= best + MARGIN)
    .map((p) => layings(p.problem, p.rest, best + MARGIN - p.added));
  const found = walks.flatMap((w) => w.layings).sort((a, b) => a.cost - b.cost);
  return {
    options: distinct(found, cells),
    overflow: walks.some((w) => w.overflow),
    misplaced: found[0]?.misplaced ?? false,
  };
}

/** As many cells as columns, each a number or blank, and nothing said against taking them one by one. */
function fitsPlainly(
  cells: readonly ValueCell[],
  order: ColumnOrder,
  { pads }: FitContext,
): boolean {
  if (cells.length !== order.columns.length || (pads ?? 0) > 0) return false;
  // Where padding is not known, an empty first cell of a text may be padding.
  if (pads === null && cells[0]?.class === 'BLANK' && !cells[0].token.columnsKnown) return false;
  return cells.every((cell, i) => {
    const range = order.ranges?.[i];
    if (cell.class === 'TEXT') return false;
    if (!range || !cell.token.columnsKnown) return true;
    return cell.token.column < range.end && range.from < cell.token.columnEnd;
  });
}

interface Solved {
  problem: FitProblem;
  rest: Float64Array;
  cost: number;
  /** Part of the cost that the shift of the row adds. */
  added: number;
}

function problemsOf(
  cells: readonly ValueCell[],
  order: ColumnOrder,
  context: FitContext,
): Solved[] {
  return shiftsOf(cells, order).map((shift) => {
    const problem = new FitProblem(cells, order.ranges, order.columns.length, context, shift);
    const rest = restCosts(problem);
    const added = shift === 0 ? 0 : SHIFTED;
    return { problem, rest, added, cost: (rest[0] ?? Infinity) + added };
  });
}

/** Least cost from each state (cells used, columns filled) to the end. */
function restCosts(problem: FitProblem): Float64Array {
  const { count } = problem;
  const cells = problem.cells.length;
  const width = count + 1;
  const rest = new Float64Array((cells + 1) * width);
  for (let i = cells; i >= 0; i--) {
    for (let j = count; j >= 0; j--) {
      let least = i === cells && j === count ? 0 : Infinity;
      const at = i * width + j;
      if (i < cells) least = Math.min(least, problem.passCost(i, j) + (rest[at + width] ?? 0));
      if (j < count) least = Math.min(least, problem.absentCost(i, j) + (rest[at + 1] ?? 0));
      if (i < cells && j < count) {
        least = Math.min(least, problem.layCost(i, j) + (rest[at + width + 1] ?? 0));
      }
      rest[at] = least;
    }
  }
  return rest;
}

interface Laying {
  cost: number;
  option: readonly number[];
  misplaced: boolean;
}

/** All ways that cost at most `most`. */
function layings(
  problem: FitProblem,
  rest: Float64Array,
  most: number,
): { layings: Laying[]; overflow: boolean } {
  const { count } = problem;
  const cells = problem.cells.length;
  const found: Laying[] = [];
  let visits = 0;
  const isFull = (): boolean => visits > MOST_VISITS || found.length >= MOST_OPTIONS;
  const walk = (i: number, j: number, spent: number, option: readonly number[]): void => {
    if (spent + (rest[i * (count + 1) + j] ?? Infinity) > most || isFull()) return;
    visits++;
    if (i === cells && j === count) {
      found.push({ cost: spent, option, misplaced: isMisplaced(problem, option) });
      return;
    }
    if (i < cells && j < count) walk(i + 1, j + 1, spent + problem.layCost(i, j), [...option, i]);
    if (i < cells) walk(i + 1, j, spent + problem.passCost(i, j), option);
    if (j < count) walk(i, j + 1, spent + problem.absentCost(i, j), [...option, -1]);
  };
  walk(0, 0, 0, []);
  return { layings: found, overflow: isFull() };
}

const isMisplaced = (problem: FitProblem, option: readonly number[]): boolean =>
  option.some((i, j) => problem.cells[i]?.class === 'VALUE' && !problem.standsUnder(i, j));

/** Options that say something different of at least one column. */
function distinct(
  found: readonly Laying[],
  cells: readonly ValueCell[],
): readonly (readonly number[])[] {
  const seen = new Map<string, readonly number[]>();
  for (const { option } of found) {
    const said = option.map((cell) => cells[cell]?.text.trim() ?? '').join('\u0001');
    if (!seen.has(said)) seen.set(said, option);
  }
  return [...seen.values()];
}
