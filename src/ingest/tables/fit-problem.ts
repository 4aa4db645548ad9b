import type { ColumnOrder, Range } from './column-order.js';
import type { ValueCell } from './items.js';
import { readValue } from './value.js';

/** What is known of a row beside its cells. */
export interface FitContext {
  /** How many empty cells stand between the label and the first column, as other rows show; null if unknown. */
  pads: number | null;
  /** The document ends behind these cells. */
  atEnd: boolean;
}

const COST = {
  extraValue: 2,
  repeatedValue: 0.04,
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
} as const;

/** The cells of a row and the columns they are to be laid on, with what each step of it costs. */
export class FitProblem {
  readonly count: number;
  private readonly weight: number;

  constructor(
    readonly cells: readonly ValueCell[],
    private readonly ranges: readonly (Range | null)[] | null,
    count: number,
    private readonly context: FitContext,
    private readonly shift: number,
  ) {
    this.count = count;
    this.weight = ranges && isCutShort(cells, ranges) ? COST.misplacedInShortRow : COST.misplaced;
  }

  /** Cell i on column j. */
  layCost(i: number, j: number): number {
    return this.early(i, j) + this.ownCost(i) + this.misplaced(i, j);
  }

  /** Cell i passed over before column j. */
  passCost(i: number, j: number): number {
    const cell = this.cells[i];
    if (cell?.class === 'VALUE') return this.repeats(i) ? COST.repeatedValue : COST.extraValue;
    if (cell?.class === 'TEXT') return COST.extraText;
    if (j === this.count) return COST.paddingAfter;
    if (j > 0) return COST.blankInside;
    if (this.context.pads === null) return COST.paddingBefore;
    return i < this.context.pads ? 0 : COST.paddingUnexpected;
  }

  /** Column j left without a cell when i cells are used. */
  absentCost(i: number, j: number): number {
    if (this.context.atEnd && i === this.cells.length) return COST.absentAtEnd;
    if (j === this.count - 1) return COST.absentLast + this.early(i, j);
    return (j === 0 ? COST.absentFirst : COST.absent) + this.early(i, j);
  }

  /** The first column taken before the expected empty cells are passed. */
  private early(i: number, j: number): number {
    return j === 0 ? COST.paddingUnexpected * Math.max(0, (this.context.pads ?? 0) - i) : 0;
  }

  /** The one number of a row, printed again in each column that its cell spans. */
  private repeats(i: number): boolean {
    const text = this.cells[i]?.text;
    return (
      this.count === 1 && (text === this.cells[i - 1]?.text || text === this.cells[i + 1]?.text)
    );
  }

  private ownCost(i: number): number {
    const cell = this.cells[i];
    if (cell?.class !== 'TEXT') return 0;
    return readValue(cell.text, 'COUNT').status === 'READ' ? COST.words : COST.text;
  }

  private misplaced(i: number, j: number): number {
    return this.standsUnder(i, j) ? 0 : this.weight;
  }

  /** Whether cell i stands under the head of column j, or nothing is known against it. */
  standsUnder(i: number, j: number): boolean {
    const [token, range] = [this.cells[i]?.token, this.ranges?.[j]];
    if (!token?.columnsKnown || !range) return true;
    const from = token.column + this.shift;
    return from < range.end && range.from < token.columnEnd + this.shift;
  }
}

/** By how many columns a row may stand beside its heads. */
export function shiftsOf(cells: readonly ValueCell[], order: ColumnOrder): number[] {
  const [first, last] = [cells[0]?.token, cells.at(-1)?.token];
  const { ranges } = order;
  if (!ranges || !first?.columnsKnown || !last) return [0];
  const right = (ranges.at(-1)?.end ?? 0) - last.columnEnd;
  const left = (ranges[0]?.from ?? 0) - first.column;
  return [...new Set([0, right, ...(cells.length === ranges.length ? [left] : [])])];
}

/** Cells side by side that end before the last head: blank ones may have been dropped among them. */
function isCutShort(cells: readonly ValueCell[], ranges: readonly (Range | null)[]): boolean {
  const gapless = cells.every(
    (c, i) => i === 0 || c.token.column === cells[i - 1]?.token.columnEnd,
  );
  const end = cells.at(-1)?.token.columnEnd ?? 0;
  return cells.length < ranges.length && gapless && end < (ranges.at(-1)?.end ?? 0);
}
