import { middleX, widthOf } from '../geometry.js';
import type { TextLine } from '../text-lines.js';
import type { Hints } from './hints.js';
import type { NumberRow } from './rows.js';

/** A row of the table: its numbers, and the lines of its label. One without numbers is all blank, or cut by the page's end. */
export interface LabelledRow {
  numbers: NumberRow | null;
  label: readonly TextLine[];
}

/** Lines of one label, at most. */
const MOST_LINES = 7;
/** Prices of ways to set labels beside rows, in lines of text. */
const NO_LABEL = 0.9;
const NO_NUMBERS = 0.6;
const LOOSE = 1.5;
const UNFILLED = 0.8;
const ACROSS_RULE = 50;

/** Where a label stands against its row's numbers. */
const ALIGNMENTS: readonly ((label: readonly TextLine[], row: NumberRow) => number)[] = [
  (label, row) => Math.abs((first(label) + last(label)) / 2 - row.baseline),
  (label, row) => Math.abs(first(label) - row.top),
  (label, row) => Math.abs(last(label) - row.bottom),
];
const first = (label: readonly TextLine[]): number => label[0]?.baseline ?? 0;
const last = (label: readonly TextLine[]): number => label.at(-1)?.baseline ?? 0;

/**
 * Gives each row of numbers the lines of its label: in order, none left out, so that labels stand level with their numbers
 * in the middle, at the top or at the bottom, whichever fits the whole table best.
 * @param pitch distance between lines of one label, in points
 */
export function labelRows(
  lines: readonly TextLine[],
  rows: readonly NumberRow[],
  pitch: number,
  hints: Hints,
): LabelledRow[] {
  const set: Setting = { pitch, hints, full: fullLines(lines) };
  const plans = ALIGNMENTS.map((align) => plan(lines, rows, set, align));
  const best = plans.reduce((a, b) => (b.cost < a.cost - 0.01 ? b : a));
  return best.rows;
}

/** Lines as wide as any beside the same axis, so that their text may go on in the next. */
function fullLines(lines: readonly TextLine[]): Set<TextLine> {
  return new Set(
    lines.filter((line) => {
      const alike = lines.filter(
        (o) =>
          Math.abs(o.x0 - line.x0) < line.size || Math.abs(middleX(o) - middleX(line)) < line.size,
      );
      return widthOf(line) > Math.max(...alike.map(widthOf)) - line.size * 1.6;
    }),
  );
}

/** How labels are set: distance of their lines in points, lines drawn, lines that fill their column. */
interface Setting {
  pitch: number;
  hints: Hints;
  full: ReadonlySet<TextLine>;
}

interface Step {
  cost: number;
  /** The step before, as lines and rows used up. */
  from: readonly [number, number];
}

function plan(
  lines: readonly TextLine[],
  rows: readonly NumberRow[],
  setting: Setting,
  align: (label: readonly TextLine[], row: NumberRow) => number,
): { cost: number; rows: LabelledRow[] } {
  const width = rows.length + 1;
  const steps: Step[] = Array.from({ length: (lines.length + 1) * width }, () => ({
    cost: Infinity,
    from: [0, 0],
  }));
  const at = (i: number, j: number): Step => steps[i * width + j] ?? { cost: 0, from: [0, 0] };
  at(0, 0).cost = 0;
  const offer = (i: number, j: number, cost: number, from: readonly [number, number]): void => {
    const step = at(i, j);
    if (cost < step.cost) Object.assign(step, { cost, from });
  };
  for (let i = 0; i <= lines.length; i++) {
    for (let j = 0; j <= rows.length; j++) {
      const { cost } = at(i, j);
      const row = rows[j];
      for (let k = 0; k <= MOST_LINES && i + k <= lines.length; k++) {
        const label = lines.slice(i, i + k);
        const set = cost + (k === 0 ? NO_LABEL : looseness(label, setting));
        if (row) {
          const apart = k === 0 ? 0 : align(label, row) / setting.pitch;
          const ruled = k > 0 && isRuledOff(label, row, setting.hints) ? ACROSS_RULE : 0;
          offer(i + k, j + 1, set + apart + ruled, [i, j]);
        }
        if (k > 0) offer(i + k, j, set + NO_NUMBERS, [i, j]);
      }
    }
  }
  return { cost: at(lines.length, rows.length).cost, rows: traced(lines, rows, at) };
}

function traced(
  lines: readonly TextLine[],
  rows: readonly NumberRow[],
  at: (i: number, j: number) => Step,
): LabelledRow[] {
  const out: LabelledRow[] = [];
  let [i, j] = [lines.length, rows.length];
  while (i > 0 || j > 0) {
    const [a, b] = at(i, j).from;
    out.push({ numbers: b < j ? (rows[b] ?? null) : null, label: lines.slice(a, i) });
    [i, j] = [a, b];
  }
  return out.toReversed();
}

/** Lines of one label follow each other at the usual distance, and no line is drawn between them. */
function looseness(label: readonly TextLine[], { pitch, hints, full }: Setting): number {
  let cost = 0;
  label.slice(1).forEach((line, i) => {
    const before = label[i];
    if (!before) return;
    const apart = line.baseline - before.baseline;
    if (apart > pitch * 1.25 || apart < pitch * 0.6) cost += LOOSE;
    if (!full.has(before)) cost += UNFILLED;
    const over = [Math.max(before.x0, line.x0), Math.min(before.x1, line.x1)] as const;
    if (hints.between(before.baseline - 1, line.baseline - line.size * 0.5, ...over)) {
      cost += ACROSS_RULE;
    }
  });
  return cost;
}

const isRuledOff = (label: readonly TextLine[], row: NumberRow, hints: Hints): boolean => {
  const lift = (label[0]?.size ?? 0) * 0.3;
  const [a, b] = [first(label) - lift, row.baseline - lift];
  const [x0, x1] = [Math.min(...label.map((l) => l.x0)), Math.max(...label.map((l) => l.x1))];
  return (
    hints.between(Math.min(a, b), Math.max(a, b), x0, x1) &&
    hints.between(
      Math.min(last(label) - lift, row.baseline - lift),
      Math.max(last(label) - lift, row.baseline - lift),
      x0,
      x1,
    )
  );
};
