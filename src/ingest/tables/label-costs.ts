import type { Arrangement } from './arrangement.js';
import type { LabelItem } from './items.js';
import { lexicon } from './lexicon.js';
import { SURE } from './match-label.js';

const COST = {
  lateLabel: 0.6,
  repeatedLabel: 0.3,
  /** A label that is another row's beyond doubt, taken for a row whose label is only like it. */
  labelOfOther: 2,
  foreignRowLabel: 1.6,
  groupInPlace: 0.02,
  groupRepeated: 0.04,
  groupElsewhere: 1.2,
  head: 0.03,
  /** Between a row's label and its numbers no head of a column is printed. */
  headBehindLabel: 1,
  foreignHead: 1.5,
  unusedLabel: 0.6,
} as const;

interface Costs {
  /** By row. */
  own: Float64Array;
  /** By row that comes next and whether its label is read. */
  pass: Float64Array;
  least: number;
}

const known = new WeakMap<Arrangement, LabelCosts>();

/** Costs for an arrangement; kept, for labels repeat from report to report. */
export function labelCosts(arrangement: Arrangement): LabelCosts {
  let costs = known.get(arrangement);
  if (!costs) known.set(arrangement, (costs = new LabelCosts(arrangement)));
  return costs;
}

/** What it costs to read the labels of a table as labels of an arrangement's rows, or to pass them over. */
class LabelCosts {
  private readonly columnIds: ReadonlySet<number>;
  private readonly ownIds: ReadonlySet<number>;
  private readonly groupIds: ReadonlySet<number>;
  private readonly known = new WeakMap<object, Costs>();

  constructor(private readonly arrangement: Arrangement) {
    const { rows, columns } = arrangement;
    this.columnIds = new Set(columns.flatMap((c) => [c.own ?? -1, ...c.under]));
    this.ownIds = new Set(rows.map((r) => r.own ?? -1));
    this.groupIds = new Set(rows.flatMap((r) => r.under));
  }

  /** Cost of taking the label for the one of row `r`; Infinity where it is not. */
  own(item: LabelItem, r: number, labelled: boolean): number {
    const cost = this.of(item).own[r] ?? Infinity;
    return labelled ? cost + COST.repeatedLabel : cost;
  }

  /** Cost of passing the label over when row `r` comes next. */
  pass(item: LabelItem, r: number, labelled: boolean): number {
    if (item.heading.length > 0) return COST.head;
    const behind = labelled && !item.inner;
    return this.of(item).pass[2 * r + (behind ? 1 : 0)] ?? Infinity;
  }

  /** Cost at the cheapest place. */
  least(item: LabelItem): number {
    return item.heading.length > 0 ? COST.head : this.of(item).least;
  }

  /** Items of equal text share their candidates, and so these costs. */
  private of(item: LabelItem): Costs {
    let costs = this.known.get(item.candidates);
    if (!costs) {
      const { rows } = this.arrangement;
      const own = Float64Array.from(rows, (row) => this.ownCost(item, row.own));
      const pass = new Float64Array(2 * (rows.length + 1));
      for (let r = 0; r <= rows.length; r++) {
        pass[2 * r] = this.passCost(item, r, false);
        pass[2 * r + 1] = this.passCost(item, r, true);
      }
      const least = Math.min(...own, ...pass);
      this.known.set(item.candidates, (costs = { own, pass, least }));
    }
    return costs;
  }

  private ownCost(item: LabelItem, id: number | null): number {
    const [best] = item.candidates;
    const isOthers =
      best !== undefined && best.id !== id && best.cost <= SURE && this.ownIds.has(best.id);
    const cost = costFor(item, id);
    return isOthers && cost > SURE ? cost + COST.labelOfOther : cost;
  }

  private passCost(item: LabelItem, r: number, labelled: boolean): number {
    const known = (item.candidates[0]?.cost ?? 1) < 0.3;
    let least = known ? this.foreignCost(item) : COST.unusedLabel;
    const late = costFor(item, this.arrangement.rows[r - 1]?.own ?? null);
    if (!labelled) least = Math.min(least, late + COST.lateLabel);
    for (const { id, cost } of item.candidates) {
      if (this.groupIds.has(id)) least = Math.min(least, cost + this.groupCost(id, r, labelled));
      const isHead = this.columnIds.has(id) || !lexicon[id]?.isPlace;
      const place = labelled && lexicon[id]?.isPlace ? COST.headBehindLabel : COST.head;
      if (isHead) least = Math.min(least, cost + place);
    }
    return least;
  }

  /** Rows of the arrangement are not passed over lightly; labels of others, as of another edition, more so. */
  private foreignCost(item: LabelItem): number {
    return this.ownIds.has(item.candidates[0]?.id ?? -1) ? COST.foreignRowLabel : COST.foreignHead;
  }

  /** A label over several rows stands in front of its first row, and may be repeated in front of each. */
  private groupCost(id: number, r: number, labelled: boolean): number {
    const { rows } = this.arrangement;
    if (!rows[r]?.under.includes(id)) return COST.groupElsewhere;
    if (labelled) return COST.repeatedLabel;
    return rows[r - 1]?.under.includes(id) ? COST.groupRepeated : COST.groupInPlace;
  }
}

const costFor = (item: LabelItem, id: number | null): number =>
  (id === null ? undefined : item.candidates.find((c) => c.id === id)?.cost) ?? Infinity;
