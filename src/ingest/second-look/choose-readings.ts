import { boundsOf, minus, plus } from './vectors.js';
import type { Bounds, Vector } from './vectors.js';

/**
 * Which readings of which rows make every sum of a table hold. A reading brings a share to each sum down the columns;
 * the shares of all rows have to cancel. Rows that do not hold as read must be read anew, at most two others may.
 */

interface Option<T> {
  /** Share of each sum down the columns. */
  shares: Vector;
  reading: T;
}

export interface Choice<T> {
  /** The plain reading; null where it cannot stand. */
  plain: Option<T> | null;
  others: readonly Option<T>[];
}

/** A reading for each row that is read anew, by its index. */
export type Solution<T> = ReadonlyMap<number, T>;

/** Readings looked at. */
const MOST_STEPS = 100_000;
/** Two are as good as many. */
const MOST_SOLUTIONS = 2;

/**
 * Solutions, at most two; none too where there are more ways than can be looked through.
 * @param rest what the sums down the columns have beside these rows
 */
export const solutionsOf = <T>(choices: readonly Choice<T>[], rest: Vector): Solution<T>[] =>
  new Search(choices, rest).run();

/** A row that must be read anew. */
interface Open<T> {
  row: number;
  options: readonly Option<T>[];
}

interface Change<T> {
  row: number;
  by: Vector;
  reading: T;
}

class Search<T> {
  private readonly start: Vector;
  private readonly open: readonly Open<T>[];
  /** Other readings of rows that hold. */
  private readonly free: readonly Change<T>[];
  private readonly byEffect = new Map<string, Change<T>[]>();
  /** What two of them can bring. */
  private readonly slack: Bounds;
  private readonly found: Solution<T>[] = [];
  private steps = 0;

  constructor(choices: readonly Choice<T>[], rest: Vector) {
    this.start = choices.reduce((sum, { plain }) => (plain ? plus(sum, plain.shares) : sum), rest);
    this.open = choices.flatMap(({ plain, others }, row) =>
      plain ? [] : [{ row, options: others }],
    );
    this.free = choices.flatMap(({ plain, others }, row) =>
      plain
        ? others.map((o) => ({ row, by: minus(o.shares, plain.shares), reading: o.reading }))
        : [],
    );
    for (const change of this.free) {
      const key = change.by.join(' ');
      this.byEffect.set(key, [...(this.byEffect.get(key) ?? []), change]);
    }
    const { least, most } = boundsOf([rest.map(() => 0), ...this.free.map((c) => c.by)]);
    this.slack = { least: least.map((n) => 2 * n), most: most.map((n) => 2 * n) };
  }

  run(): Solution<T>[] {
    this.walk(this.open);
    return this.steps > MOST_STEPS ? [] : this.found.slice(0, MOST_SOLUTIONS);
  }

  private get isDone(): boolean {
    return this.found.length >= MOST_SOLUTIONS || this.steps > MOST_STEPS;
  }

  private walk(rows: readonly Open<T>[]): void {
    const left = this.narrowed(rows);
    if (!left || this.isDone) return;
    const next = left
      .filter((r) => r.options.length > 1)
      .sort((a, b) => a.options.length - b.options.length)[0];
    if (!next) {
      this.finish(left);
      return;
    }
    for (const option of next.options) {
      this.walk(left.map((r) => (r === next ? { row: r.row, options: [option] } : r)));
    }
  }

  /** Without the readings that no readings of the other rows can make good; null where a row has none left. */
  private narrowed(rows: readonly Open<T>[]): readonly Open<T>[] | null {
    let now = rows;
    for (;;) {
      const own = now.map((r) => boundsOf(r.options.map((o) => o.shares)));
      const all = own.reduce(
        (sum, b) => ({ least: plus(sum.least, b.least), most: plus(sum.most, b.most) }),
        { least: plus(this.start, this.slack.least), most: plus(this.start, this.slack.most) },
      );
      if (all.least.some((n) => n > 0) || all.most.some((n) => n < 0)) return null;
      const next = now.map((r, i) => this.possible(r, own[i] ?? all, all));
      if (next.some((r) => r.options.length === 0) || this.steps > MOST_STEPS) return null;
      if (next.every((r, i) => r === now[i])) return now;
      now = next;
    }
  }

  private possible(row: Open<T>, own: Bounds, all: Bounds): Open<T> {
    if (row.options.length === 1) return row;
    this.steps += row.options.length;
    const least = minus(all.least, own.least);
    const most = minus(all.most, own.most);
    const options = row.options.filter(({ shares }) =>
      shares.every((n, i) => n + (least[i] ?? 0) <= 0 && n + (most[i] ?? 0) >= 0),
    );
    return options.length === row.options.length ? row : { row: row.row, options };
  }

  /** Ways to bring the sums to nought with no further row changed, with one, or with two. */
  private finish(rows: readonly Open<T>[]): void {
    const chosen = rows.flatMap(({ row, options: [only] }) => (only ? [{ row, ...only }] : []));
    const keep = (...changes: readonly Change<T>[]): void => {
      const all = [...chosen, ...changes].map(({ row, reading }) => [row, reading] as const);
      if (all.length > 0) this.found.push(new Map(all));
    };
    const sum = chosen.reduce((all, { shares }) => plus(all, shares), this.start);
    const left = sum.map((n) => -n);
    if (left.every((n) => n === 0)) keep();
    for (const one of this.byEffect.get(left.join(' ')) ?? []) keep(one);
    this.steps += this.free.length;
    for (const one of this.free) {
      const rest = minus(left, one.by).join(' ');
      for (const two of this.byEffect.get(rest) ?? []) if (two.row > one.row) keep(one, two);
    }
  }
}
