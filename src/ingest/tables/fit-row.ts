import type { ColumnOrder, Range } from './header.js';
import type { ValueCell } from './items.js';
import { readValue } from './value.js';

/**
 * Lays the cells of a printed row on the columns of its table: an alignment in which padding, missing and extra cells
 * have costs. All layings that are about as good as the best are kept, so that doubt is seen.
 */
export interface RowFit {
  cost: number;
  /** For each printed column the index of its cell, or −1; the best first. */
  options: readonly (readonly number[])[];
  /** True where there are more options than were kept. */
  overflow: boolean;
}

export interface FitContext {
  /** How many empty cells stand between the label and the first column, as other rows show; null if unknown. */
  pads: number | null;
  /** The document ends behind these cells. */
  atEnd: boolean;
}

const COST = {
  extraValue: 2,
  extraText: 0.4,
  paddingBefore: 0.03,
  paddingUnexpected: 0.6,
  paddingAfter: 0.02,
  blankInside: 0.8,
  absent: 1.5,
  absentFirst: 1.6,
  absentLast: 1.7,
  absentAtEnd: 0.15,
  text: 0.45,
  words: 0.05,
  misplaced: 0.6,
  misplacedInShortRow: 0.05,
  shifted: 0.8,
} as const;
const MARGIN = 0.45;
const MOST_OPTIONS = 48;
const MOST_VISITS = 4_000;
/** A row of more cells than this is no row of a form's table. */
const MOST_CELLS = 80;

interface Problem {
  cells: readonly ValueCell[];
  count: number;
  context: FitContext;
  /** Cost of cell i in column j beside what the cell itself costs. */
  misplaced: (i: number, j: number) => number;
}

/** Best layings of `cells` on the columns of `order`. */
export function fitRow(
  cells: readonly ValueCell[],
  order: ColumnOrder,
  context: FitContext,
): RowFit {
  const count = order.columns.length;
  if (cells.length > MOST_CELLS) {
    return { cost: Infinity, options: [Array.from({ length: count }, () => -1)], overflow: true };
  }
  const fits = shiftsOf(cells, order).map((shift) => {
    const problem: Problem = {
      cells,
      count,
      context,
      misplaced: misplacement(cells, order, shift),
    };
    const fit = solve(problem);
    return { ...fit, cost: fit.cost + (shift === 0 ? 0 : COST.shifted) };
  });
  const best = fits.reduce((a, b) => (b.cost < a.cost ? b : a));
  const near = fits.filter((f) => f !== best && f.cost <= best.cost + MARGIN);
  return {
    ...best,
    options: distinct(
      [best, ...near].flatMap((f) => f.options),
      cells,
    ),
  };
}

/** By how many columns the row may stand beside its heads. */
function shiftsOf(cells: readonly ValueCell[], order: ColumnOrder): number[] {
  const [first, last] = [cells[0]?.token, cells.at(-1)?.token];
  const ranges = order.ranges;
  if (!ranges || !first?.columnsKnown || !last) return [0];
  const right = (ranges.at(-1)?.end ?? 0) - last.columnEnd;
  const left = (ranges[0]?.from ?? 0) - first.column;
  return [...new Set([0, right, ...(cells.length === ranges.length ? [left] : [])])];
}

function misplacement(
  cells: readonly ValueCell[],
  order: ColumnOrder,
  shift: number,
): Problem['misplaced'] {
  const { ranges } = order;
  if (!ranges || !cells.every((c) => c.token.columnsKnown)) return () => 0;
  const weight = isCutShort(cells, ranges) ? COST.misplacedInShortRow : COST.misplaced;
  return (i, j) => {
    const [token, range] = [cells[i]?.token, ranges[j]];
    if (!token || !range) return 0;
    return token.column + shift < range.end && range.from < token.columnEnd + shift ? 0 : weight;
  };
}

/** Cells side by side that end before the last head: blank ones may have been dropped among them. */
function isCutShort(cells: readonly ValueCell[], ranges: readonly (Range | null)[]): boolean {
  const gapless = cells.every(
    (c, i) => i === 0 || c.token.column === cells[i - 1]?.token.columnEnd,
  );
  const end = cells.at(-1)?.token.columnEnd ?? 0;
  return cells.length < ranges.length && gapless && end < (ranges.at(-1)?.end ?? 0);
}

function solve(problem: Problem): RowFit {
  const { cells, count } = problem;
  const rest = restCosts(problem);
  const best = rest[0] ?? Infinity;
  const options: number[][] = [];
  let visits = 0;
  const walk = (i: number, j: number, spent: number, laid: number[]): void => {
    if (++visits > MOST_VISITS || options.length >= MOST_OPTIONS) return;
    if (i === cells.length && j === count) {
      options.push(laid);
      return;
    }
    for (const move of movesFrom(problem, i, j)) {
      const total = spent + move.cost + (rest[move.i * (count + 1) + move.j] ?? Infinity);
      if (total > best + MARGIN) continue;
      walk(move.i, move.j, spent + move.cost, move.laid === null ? laid : [...laid, move.laid]);
    }
  };
  if (best < Infinity) walk(0, 0, 0, []);
  const overflow = visits > MOST_VISITS || options.length >= MOST_OPTIONS;
  return { cost: best, options: cheapestFirst(problem, options), overflow };
}

/** Least cost from each state (cells used, columns filled) to the end. */
function restCosts(problem: Problem): Float64Array {
  const { cells, count } = problem;
  const width = count + 1;
  const rest = new Float64Array((cells.length + 1) * width).fill(Infinity);
  for (let i = cells.length; i >= 0; i--) {
    for (let j = count; j >= 0; j--) {
      let least = i === cells.length && j === count ? 0 : Infinity;
      for (const move of movesFrom(problem, i, j)) {
        least = Math.min(least, move.cost + (rest[move.i * width + move.j] ?? Infinity));
      }
      rest[i * width + j] = least;
    }
  }
  return rest;
}

interface Move {
  i: number;
  j: number;
  cost: number;
  /** Cell laid on column j, −1 for none, null where a cell is passed over. */
  laid: number | null;
}

function movesFrom(problem: Problem, i: number, j: number): Move[] {
  const { cells, count, context, misplaced } = problem;
  const cell = cells[i];
  const moves: Move[] = [];
  const early = j === 0 ? COST.paddingUnexpected * Math.max(0, (context.pads ?? 0) - i) : 0;
  if (cell && j < count) {
    moves.push({ i: i + 1, j: j + 1, cost: early + ownCost(cell) + misplaced(i, j), laid: i });
  }
  if (cell) moves.push({ i: i + 1, j, cost: passCost(problem, i, j), laid: null });
  if (j < count) moves.push({ i, j: j + 1, cost: early + absentCost(problem, i, j), laid: -1 });
  return moves;
}

const ownCost = (cell: ValueCell): number => {
  if (cell.class !== 'TEXT') return 0;
  return readValue(cell.text, 'COUNT').status === 'READ' ? COST.words : COST.text;
};

function passCost({ cells, count, context }: Problem, i: number, j: number): number {
  const cell = cells[i];
  if (cell?.class === 'VALUE') return COST.extraValue;
  if (cell?.class === 'TEXT') return COST.extraText;
  if (j === count) return COST.paddingAfter;
  if (j > 0) return COST.blankInside;
  if (context.pads === null) return COST.paddingBefore;
  return i < context.pads ? 0 : COST.paddingUnexpected;
}

function absentCost({ cells, count, context }: Problem, i: number, j: number): number {
  if (context.atEnd && i === cells.length) return COST.absentAtEnd;
  if (j === count - 1) return COST.absentLast;
  return j === 0 ? COST.absentFirst : COST.absent;
}

function cheapestFirst(problem: Problem, options: readonly number[][]): number[][] {
  const costOf = (laid: readonly number[]): number => {
    let [i, cost] = [0, 0];
    laid.forEach((cell, j) => {
      const until = cell < 0 ? i : cell;
      const early =
        j === 0 ? COST.paddingUnexpected * Math.max(0, (problem.context.pads ?? 0) - until) : 0;
      for (; i < until; i++) cost += passCost(problem, i, j);
      const own = problem.cells[cell];
      cost += early + (own ? ownCost(own) + problem.misplaced(cell, j) : absentCost(problem, i, j));
      if (own) i++;
    });
    for (; i < problem.cells.length; i++) cost += passCost(problem, i, problem.count);
    return cost;
  };
  return [...options].sort((a, b) => costOf(a) - costOf(b));
}

/** Options that say something different of at least one column. */
function distinct(
  options: readonly (readonly number[])[],
  cells: readonly ValueCell[],
): readonly (readonly number[])[] {
  const seen = new Map<string, readonly number[]>();
  for (const option of options) {
    const said = option.map((cell) => cells[cell]?.text.trim() ?? '').join('\u0001');
    if (!seen.has(said)) seen.set(said, option);
  }
  return [...seen.values()];
}
