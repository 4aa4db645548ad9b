import type { Arrangement } from './arrangement.js';
import type { ChunkItem, Item, LabelItem } from './items.js';

/**
 * Aligns what a table prints (labels and chunks of numbers) with the rows that the form expects. Lost labels, lost
 * rows, foreign texts, rows in pieces or run together have costs; the cheapest alignment wins, and what other
 * alignments of about the same cost would say differently is told as doubt.
 */
export interface Alignment {
  cost: number;
  /** For each row of the arrangement what was laid on it. */
  rows: readonly AlignedRow[];
  /** Chunks with numbers that found no row. */
  leftOver: readonly ChunkItem[];
}

export interface AlignedRow {
  /** Chunks whose cells, in order, are the row's; empty where the row has none. */
  chunks: readonly ChunkItem[];
  /** Which of several equal parts of the chunk is the row's: [part, parts]. */
  part: readonly [number, number];
  /** False where the row's own label was not found and the row was told by its place alone. */
  labelled: boolean;
  /** Index of the label item, for the depth of its column. */
  label: LabelItem | null;
  /** Other chunks that would do about as well. */
  rivals: readonly ChunkItem[];
}

/** Cost of reading a chunk (or several that follow each other) as one row. */
export type ChunkCost = (chunks: readonly ChunkItem[], row: number) => number;

const COST = {
  missingLabel: 1,
  rowAbsent: 1.5,
  rowAbsentAtEnd: 0.25,
  rowWithoutNumbers: 1.2,
  lateLabel: 0.6,
  repeatedLabel: 0.3,
  foreignRowLabel: 1.6,
  groupInPlace: 0.02,
  groupElsewhere: 1.2,
  head: 0.03,
  other: 0.5,
  short: 0.1,
  unusedLabel: 0.6,
  extraChunk: 1.5,
  extraNumber: 0.5,
  pieces: 0.4,
  together: 0.3,
} as const;
const MARGIN = 0.45;

interface Arc {
  from: number;
  to: number;
  cost: number;
  /** First row and number of rows that get the chunks from item `item` on. */
  row: number;
  rows: number;
  item: number;
  chunks: readonly ChunkItem[];
  label: LabelItem | null;
}

/** The cheapest alignment of the items of one segment with the rows of an arrangement. */
export function align(
  arrangement: Arrangement,
  items: readonly Item[],
  width: number,
  cost: ChunkCost,
): Alignment {
  const graph = new Graph(arrangement, items, width, cost);
  return graph.solve();
}

class Graph {
  private readonly rowCount: number;
  private readonly out: Arc[][];
  private readonly columnIds: ReadonlySet<number>;
  private readonly ownIds: ReadonlySet<number>;

  constructor(
    private readonly arrangement: Arrangement,
    private readonly items: readonly Item[],
    private readonly width: number,
    private readonly chunkCost: ChunkCost,
  ) {
    this.rowCount = arrangement.rows.length;
    this.out = Array.from({ length: (items.length + 1) * (this.rowCount + 1) * 2 }, () => []);
    this.columnIds = new Set(arrangement.columns.flatMap((c) => [c.own ?? -1, ...c.under]));
    this.ownIds = new Set(arrangement.rows.map((r) => r.own ?? -1));
  }

  /** State: items read, rows done, whether the next row's label has been read. */
  private state(item: number, row: number, labelled: boolean): number {
    return (item * (this.rowCount + 1) + row) * 2 + (labelled ? 1 : 0);
  }

  solve(): Alignment {
    for (let i = 0; i <= this.items.length; i++) {
      for (let r = 0; r <= this.rowCount; r++) {
        this.arcsFrom(i, r, false);
        this.arcsFrom(i, r, true);
      }
    }
    const rest = this.restCosts();
    const spent = this.spentCosts();
    return this.trace(spent, rest);
  }

  private add(from: number, to: number, cost: number, more: Partial<Arc> = {}): void {
    if (cost === Infinity) return;
    const none = { row: -1, rows: 0, item: -1, chunks: [], label: null };
    this.out[from]?.push({ ...none, ...more, from, to, cost });
  }

  private arcsFrom(i: number, r: number, labelled: boolean): void {
    const from = this.state(i, r, labelled);
    const item = this.items[i];
    if (r < this.rowCount) {
      const absent = item ? COST.rowAbsent : COST.rowAbsentAtEnd;
      this.add(from, this.state(i, r + 1, false), labelled ? COST.rowWithoutNumbers : absent);
    }
    if (item?.kind === 'label') this.labelArcs(from, i, r, labelled, item);
    if (item?.kind === 'other') {
      const cost = item.text.trim().length <= 2 ? COST.short : COST.other;
      this.add(from, this.state(i + 1, r, labelled), cost);
    }
    if (item?.kind === 'chunk') this.chunkArcs(from, i, r, labelled, item);
  }

  private labelArcs(from: number, i: number, r: number, labelled: boolean, item: LabelItem): void {
    const own = costFor(item, this.arrangement.rows[r]?.own);
    const more = { label: item };
    if (own !== null) {
      const repeated = labelled ? COST.repeatedLabel : 0;
      this.add(from, this.state(i + 1, r, true), own + repeated, labelled ? {} : more);
    }
    this.add(from, this.state(i + 1, r, labelled), this.passLabel(item, r, labelled));
  }

  /** Cost of reading a label without using it for the next row. */
  private passLabel(item: LabelItem, r: number, labelled: boolean): number {
    if (item.heading.length > 0) return COST.head;
    let least: number =
      (item.candidates[0]?.cost ?? 1) < 0.3 ? COST.foreignRowLabel : COST.unusedLabel;
    const late = costFor(item, this.arrangement.rows[r - 1]?.own);
    if (late !== null && !labelled) least = Math.min(least, late + COST.lateLabel);
    for (const { id, cost } of item.candidates) {
      if (this.columnIds.has(id) || !this.isOfRows(id)) least = Math.min(least, cost + COST.head);
      else if (!this.ownIds.has(id) || this.isGroup(id)) {
        least = Math.min(least, cost + this.groupCost(id, r, labelled));
      }
    }
    return least;
  }

  private isOfRows(id: number): boolean {
    return this.ownIds.has(id) || this.isGroup(id);
  }

  private isGroup(id: number): boolean {
    return this.arrangement.rows.some((row) => row.under.includes(id));
  }

  /** A label over several rows stands in front of its first row, and may be repeated in front of each. */
  private groupCost(id: number, r: number, labelled: boolean): number {
    const row = this.arrangement.rows[r];
    if (!row?.under.includes(id)) return COST.groupElsewhere;
    const first = !this.arrangement.rows[r - 1]?.under.includes(id);
    return labelled ? COST.repeatedLabel : first ? COST.groupInPlace : 2 * COST.groupInPlace;
  }

  private chunkArcs(from: number, i: number, r: number, labelled: boolean, chunk: ChunkItem): void {
    const values = chunk.cells.filter((c) => c.class === 'VALUE').length;
    const extra = values === 0 ? 0.02 : COST.extraChunk + COST.extraNumber * Math.min(4, values);
    this.add(from, this.state(i + 1, r, labelled), extra);
    if (r >= this.rowCount) return;
    const unlabelled = labelled || this.arrangement.rows[r]?.own === null ? 0 : COST.missingLabel;
    const taken: ChunkItem[] = [];
    for (let k = i; k < this.items.length && taken.length < 3; k++) {
      const item = this.items[k];
      if (item?.kind === 'other' && !item.prose) continue;
      if (item?.kind !== 'chunk') break;
      taken.push(item);
      const cost = this.chunkCost(taken, r) + unlabelled + COST.pieces * (taken.length - 1);
      const arc = { row: r, rows: 1, item: i, chunks: [...taken] };
      this.add(from, this.state(k + 1, r + 1, false), cost, arc);
    }
    this.togetherArcs(from, i, r, unlabelled, chunk);
  }

  /** Several rows of numbers in one chunk, their labels lost. */
  private togetherArcs(
    from: number,
    i: number,
    r: number,
    unlabelled: number,
    chunk: ChunkItem,
  ): void {
    const rows = partsOf(chunk, this.width);
    if (rows < 2 || r + rows > this.rowCount) return;
    const lost = COST.missingLabel * 0.5 * (rows - 1);
    const arc = { row: r, rows, item: i, chunks: [chunk] };
    this.add(from, this.state(i + 1, r + rows, false), unlabelled + lost + COST.together, arc);
  }

  private spentCosts(): Float64Array {
    const spent = new Float64Array(this.out.length).fill(Infinity);
    spent[0] = 0;
    this.out.forEach((arcs, s) => {
      for (const arc of arcs) {
        const total = (spent[s] ?? Infinity) + arc.cost;
        if (total < (spent[arc.to] ?? Infinity)) spent[arc.to] = total;
      }
    });
    return spent;
  }

  private restCosts(): Float64Array {
    const rest = new Float64Array(this.out.length).fill(Infinity);
    rest[this.state(this.items.length, this.rowCount, false)] = 0;
    for (let s = this.out.length - 1; s >= 0; s--) {
      for (const arc of this.out[s] ?? []) {
        const total = arc.cost + (rest[arc.to] ?? Infinity);
        if (total < (rest[s] ?? Infinity)) rest[s] = total;
      }
    }
    return rest;
  }

  private trace(spent: Float64Array, rest: Float64Array): Alignment {
    const best = rest[0] ?? Infinity;
    const rows = this.arrangement.rows.map((): AlignedRow & { chunks: readonly ChunkItem[] } => ({
      chunks: [],
      part: [0, 1],
      labelled: false,
      label: null,
      rivals: [],
    }));
    const used = new Set<Item>();
    let atEnd = 0;
    let label: LabelItem | null = null;
    for (let s = 0, guard = 0; guard <= this.out.length; guard++) {
      const arc = cheapest(this.out[s] ?? [], rest);
      if (!arc) break;
      if (arc.label) label = arc.label;
      if (s >= this.state(this.items.length, 0, false)) atEnd += arc.cost;
      for (let k = 0; k < arc.rows; k++) {
        const rivals = this.rivalsOf(arc.row + k, arc.chunks, spent, rest, best);
        const own = k === 0 ? label : null;
        rows[arc.row + k] = {
          chunks: arc.chunks,
          part: [k, arc.rows],
          labelled: own !== null || this.arrangement.rows[arc.row + k]?.own === null,
          label: own,
          rivals,
        };
      }
      arc.chunks.forEach((c) => used.add(c));
      if (arc.rows > 0 || (arc.to % 2 === 0 && !arc.label)) label = null;
      s = arc.to;
    }
    const leftOver = this.items.filter(
      (i): i is ChunkItem => i.kind === 'chunk' && i.filled > 0 && !used.has(i),
    );
    return { cost: best - atEnd, rows, leftOver };
  }

  /** Chunks that alignments of about the same cost lay on the row instead. */
  private rivalsOf(
    row: number,
    chunks: readonly ChunkItem[],
    spent: Float64Array,
    rest: Float64Array,
    best: number,
  ): ChunkItem[] {
    const rivals = new Set<ChunkItem>();
    for (const arc of this.arcsOfRow(row)) {
      const total = (spent[arc.from] ?? Infinity) + arc.cost + (rest[arc.to] ?? Infinity);
      if (total > best + MARGIN) continue;
      for (const chunk of arc.chunks) if (!chunks.includes(chunk)) rivals.add(chunk);
    }
    return [...rivals];
  }

  private byRow: Map<number, Arc[]> | null = null;

  private arcsOfRow(row: number): readonly Arc[] {
    if (!this.byRow) {
      this.byRow = new Map();
      for (const arc of this.out.flat()) {
        for (let k = 0; k < arc.rows; k++) {
          const there = this.byRow.get(arc.row + k) ?? [];
          there.push(arc);
          this.byRow.set(arc.row + k, there);
        }
      }
    }
    return this.byRow.get(row) ?? [];
  }
}

const costFor = (item: LabelItem, id: number | null | undefined): number | null =>
  item.candidates.find((c) => c.id === id)?.cost ?? null;

const cheapest = (arcs: readonly Arc[], rest: Float64Array): Arc | null =>
  arcs.reduce<Arc | null>((least, arc) => {
    const total = (a: Arc): number => a.cost + (rest[a.to] ?? Infinity);
    return least === null || total(arc) < total(least) ? arc : least;
  }, null);

/** How many rows of `width` numbers a chunk holds, if it holds nothing else; 0 if not. */
export function partsOf(chunk: ChunkItem, width: number): number {
  const { cells } = chunk;
  if (cells.length % width === 0 && cells.length > width) return cells.length / width;
  const filled = cells.filter((c) => c.class !== 'BLANK').length;
  return filled % width === 0 && filled > width ? filled / width : 0;
}
