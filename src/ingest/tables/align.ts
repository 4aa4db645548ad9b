import type { AlignedRow, Alignment } from './alignment.js';
import type { Arrangement } from './arrangement.js';
import { hasValues, partsOf, textInPlace } from './chunks.js';
import type { ChunkItem, Item } from './items.js';
import { labelCosts } from './label-costs.js';
import { labelledRow, rowsOutOfOrder } from './out-of-order.js';

/**
 * Aligns what a table prints (labels and chunks of numbers) with the rows that the form expects. Lost labels, lost
 * rows, foreign texts, rows in pieces or run together have costs; the cheapest alignment wins, and what other
 * alignments of about the same cost would say differently is told as doubt.
 */

/** Cost of reading a chunk (or several that follow each other) as one row. */
export type ChunkCost = (chunks: readonly ChunkItem[], row: number) => number;

const COST = {
  missingLabel: 1,
  labelOfOther: 2,
  rowAbsent: 1.5,
  rowAbsentAtEnd: 0.02,
  rowWithoutNumbers: 1.2,
  other: 0.5,
  short: 0.1,
  extraChunk: 1.5,
  extraNumber: 0.5,
  extraTexts: 0.02,
  pieces: 0.4,
  together: 0.3,
} as const;
const MARGIN = 0.45;
/** Alignments are first sought below a small cost, then below larger ones. */
const BOUNDS = [2.5, 8, 30, Infinity];

/** Chunks laid on rows. */
interface Laying {
  chunks: readonly ChunkItem[];
  row: number;
  rows: number;
}

interface Move {
  to: number;
  cost: number;
  laying: Laying | null;
  label: boolean;
}

interface Step {
  from: number;
  move: Move;
}

/**
 * The cheapest alignment of the items of one segment with the rows of an arrangement of `width` columns.
 * @returns null where it costs more than `most`
 */
export function align(
  arrangement: Arrangement,
  items: readonly Item[],
  width: number,
  cost: ChunkCost,
  most: number,
): Alignment | null {
  const aligner = new Aligner(arrangement, items, width, cost);
  for (const bound of [...BOUNDS.filter((b) => b < most), most]) {
    const alignment = aligner.below(bound);
    if (alignment) return rowsOutOfOrder(alignment, arrangement, items);
  }
  return null;
}

let memory = new Float64Array(16_384);

/** Room for `size` costs, all Infinity; used again by the next search. */
function scratch(size: number): Float64Array {
  if (memory.length < size) memory = new Float64Array(2 * size);
  return memory.fill(Infinity, 0, size);
}

class Aligner {
  private readonly rowCount: number;
  private readonly end: number;
  private readonly labels: ReturnType<typeof labelCosts>;
  /** The document ends in the table: rows that would follow are not missed. */
  private readonly cutOff: boolean;
  private readonly moves = new Map<number, readonly Move[]>();

  constructor(
    private readonly arrangement: Arrangement,
    private readonly items: readonly Item[],
    private readonly width: number,
    private readonly chunkCost: ChunkCost,
  ) {
    this.rowCount = arrangement.rows.length;
    this.end = this.state(items.length, this.rowCount, false);
    this.labels = labelCosts(arrangement);
    this.cutOff = items.at(-1)?.cutOff ?? false;
  }

  /** State: items read, rows done, whether the next row's label has been read. Moves lead to higher states only. */
  private state(item: number, row: number, labelled: boolean): number {
    return (item * (this.rowCount + 1) + row) * 2 + (labelled ? 1 : 0);
  }

  /** The best alignment if it costs less than `bound`, with all its rivals. */
  below(bound: number): Alignment | null {
    const spent = scratch(this.end + 2);
    const back = new Map<number, Step>();
    spent[0] = 0;
    for (let s = 0; s < this.end; s++) {
      const cost = spent[s] ?? Infinity;
      if (cost > bound || cost === Infinity) continue;
      for (const move of this.movesFrom(s)) {
        if (cost + move.cost >= (spent[move.to] ?? Infinity)) continue;
        spent[move.to] = cost + move.cost;
        back.set(move.to, { from: s, move });
      }
    }
    const best = spent[this.end] ?? Infinity;
    if (best + MARGIN > bound) return null;
    return this.trace(spent, back, best);
  }

  private movesFrom(s: number): readonly Move[] {
    let moves = this.moves.get(s);
    if (!moves) this.moves.set(s, (moves = this.makeMoves(s)));
    return moves;
  }

  private makeMoves(s: number): Move[] {
    const labelled = s % 2 === 1;
    const r = (s >> 1) % (this.rowCount + 1);
    const i = Math.floor((s >> 1) / (this.rowCount + 1));
    const item = this.items[i];
    const moves: Move[] = [];
    const go = (to: number, cost: number, laying: Laying | null = null, label = false): void => {
      if (cost < Infinity) moves.push({ to, cost, laying, label });
    };
    if (r < this.rowCount) {
      const absent = item || !this.cutOff ? COST.rowAbsent : COST.rowAbsentAtEnd;
      go(this.state(i, r + 1, false), labelled ? COST.rowWithoutNumbers : absent);
    }
    if (item?.kind === 'label') {
      go(this.state(i + 1, r, true), this.labels.own(item, r, labelled), null, true);
      go(this.state(i + 1, r, labelled), this.labels.pass(item, r, labelled));
    } else if (item?.kind === 'other') {
      const short = item.text.trim().length <= 2;
      go(this.state(i + 1, r, labelled), short ? COST.short : COST.other);
      if (r < this.rowCount) this.layings(i, r, labelled, go);
    } else if (item?.kind === 'chunk') {
      go(this.state(i + 1, r, labelled), extraCost(item));
      if (r < this.rowCount) this.layings(i, r, labelled, go);
    }
    return moves;
  }

  /** Ways to lay chunk `i`, with those that follow it or alone on several rows, on row `r`. */
  private layings(
    i: number,
    r: number,
    labelled: boolean,
    go: (to: number, cost: number, laying: Laying) => void,
  ): void {
    const lost = this.lostLabel(i, r, labelled);
    const chunks: ChunkItem[] = [];
    for (let k = i; k < this.items.length && chunks.length < 5; k++) {
      const item = this.items[k];
      const next = this.items[k + 1];
      if (item?.kind === 'other' && !item.prose && next?.kind === 'chunk') {
        chunks.push(textInPlace(item));
        continue;
      }
      if (item?.kind !== 'chunk') break;
      chunks.push(item);
      const cost =
        this.chunkCost(chunks, r) + lost + COST.pieces * (chunks.filter(hasValues).length - 1);
      go(this.state(k + 1, r + 1, false), cost, { chunks: [...chunks], row: r, rows: 1 });
    }
    const chunk = this.items[i]?.kind === 'chunk' ? chunks[0] : undefined;
    const rows = chunk ? partsOf(chunk, this.width) : 0;
    if (!chunk || rows < 2 || r + rows > this.rowCount) return;
    const cost = lost + COST.missingLabel * 0.5 * (rows - 1) + COST.together;
    go(this.state(i + 1, r + rows, false), cost, { chunks: [chunk], row: r, rows });
  }

  /** Numbers without their row's label; right behind the label of another row they are hardly of this one. */
  private lostLabel(i: number, r: number, labelled: boolean): number {
    if (this.arrangement.rows[r]?.own === null) return 0;
    const named = labelledRow(this.arrangement, this.items[i - 1]);
    const other = named === null || named === r ? 0 : COST.labelOfOther;
    return (labelled ? 0 : COST.missingLabel) + other;
  }

  private trace(spent: Float64Array, back: ReadonlyMap<number, Step>, best: number): Alignment {
    const path: Step[] = [];
    for (let s = this.end; s > 0;) {
      const step = back.get(s);
      if (!step) break;
      path.push(step);
      s = step.from;
    }
    path.reverse();
    const rivals = this.rivals(spent, best);
    const rows: AlignedRow[] = this.arrangement.rows.map(() => NO_ROW);
    const used = new Set<Item>();
    let labelled = false;
    for (const { move } of path) {
      if (move.label) labelled = true;
      else if (move.to % 2 === 0 && !move.laying) labelled = false;
      if (!move.laying) continue;
      for (const [row, laid] of this.rowsOf(move.laying, labelled, rivals)) rows[row] = laid;
      move.laying.chunks.forEach((c) => used.add(c));
      labelled = false;
    }
    const leftOver = this.items.filter(
      (i): i is ChunkItem => i.kind === 'chunk' && hasValues(i) && !used.has(i),
    );
    return { cost: best - this.costAtEnd(path), rows, leftOver };
  }

  private rowsOf(
    { chunks, row, rows }: Laying,
    labelled: boolean,
    rivals: ReadonlyMap<number, ReadonlySet<ChunkItem>>,
  ): [number, AlignedRow][] {
    return Array.from({ length: rows }, (_, k) => [
      row + k,
      {
        chunks,
        part: [k, rows],
        labelled: (labelled && rows === 1) || this.arrangement.rows[row + k]?.own === null,
        rivals: [...(rivals.get(row + k) ?? [])].filter((c) => !chunks.includes(c)),
      },
    ]);
  }

  private costAtEnd(path: readonly Step[]): number {
    const last = this.state(this.items.length, 0, false);
    if (!this.cutOff) return 0;
    return path.reduce((sum, p) => sum + (p.from >= last ? p.move.cost : 0), 0);
  }

  /** For each row the chunks that alignments of about the best cost lay on it. */
  private rivals(spent: Float64Array, best: number): Map<number, Set<ChunkItem>> {
    const most = best + MARGIN;
    const rest = new Map<number, number>([[this.end, 0]]);
    const found = new Map<number, Set<ChunkItem>>();
    for (let s = this.end - 1; s >= 0; s--) {
      const before = spent[s] ?? Infinity;
      if (before > most) continue;
      let least = Infinity;
      for (const { to, cost, laying } of this.movesFrom(s)) {
        const total = cost + (rest.get(to) ?? Infinity);
        least = Math.min(least, total);
        if (laying && before + total <= most) note(found, laying);
      }
      if (before + least <= most) rest.set(s, least);
    }
    return found;
  }
}

const NO_ROW: AlignedRow = { chunks: [], part: [0, 1], labelled: false, rivals: [] };

function note(found: Map<number, Set<ChunkItem>>, { chunks, row, rows }: Laying): void {
  for (let k = row; k < row + rows; k++) {
    const there = found.get(k) ?? new Set();
    for (const chunk of chunks) if (hasValues(chunk)) there.add(chunk);
    found.set(k, there);
  }
}

function extraCost(chunk: ChunkItem): number {
  const values = chunk.cells.filter((c) => c.class === 'VALUE').length;
  return values === 0 ? COST.extraTexts : COST.extraChunk + COST.extraNumber * Math.min(4, values);
}
