import type { Box } from '../geometry.js';
import { around, middleY } from '../geometry.js';
import type { TextLine } from '../text-lines.js';
import type { Hints } from './hints.js';
import type { LabelledRow } from './labels.js';

/** A label that stands left of the labels of several rows. */
export interface GroupLabel extends Box {
  lines: readonly TextLine[];
  /** Column of group labels, from the left. */
  column: number;
  row: number;
  rowSpan: number;
}

/** Labels that have others to their right and close by belong to several rows; the rest to one. */
export function partLabels(
  words: readonly TextLine[],
  pitch: number,
): { groups: TextLine[]; leaves: TextLine[] } {
  const isGroup = (w: TextLine): boolean =>
    words.some(
      (v) => v.x0 > w.x1 + w.size * 0.2 && Math.abs(v.baseline - w.baseline) < pitch * 1.3,
    );
  return { groups: words.filter(isGroup), leaves: words.filter((w) => !isGroup(w)) };
}

/** Columns of group labels, as the stretch each takes from left to right. */
export function groupColumns(groups: readonly TextLine[]): { x0: number; x1: number }[] {
  const columns: { x0: number; x1: number }[] = [];
  for (const { x0, x1 } of groups.toSorted((a, b) => a.x0 - b.x0)) {
    const last = columns.at(-1);
    if (last && x0 < last.x1) last.x1 = Math.max(last.x1, x1);
    else columns.push({ x0, x1 });
  }
  return columns;
}

/**
 * The rows that each group label stands beside: those up to the next line drawn there, or else, since it stands in their
 * middle, as many above as below.
 */
export function groupLabels(
  groups: readonly TextLine[],
  columns: readonly { x0: number; x1: number }[],
  rows: readonly LabelledRow[],
  pitch: number,
  hints: Hints,
): GroupLabel[] {
  const boxes = rows.map(boxOf);
  return columns.flatMap((column, index) => {
    const lines = groups.filter((g) => g.x0 < column.x1 && column.x0 < g.x1);
    let next = 0;
    return blocks(lines, pitch, hints).map((block): GroupLabel => {
      const box = around(block);
      const at = nearestRow(boxes, middleY(box));
      const free = (r: number): boolean => {
        const row = boxes[r];
        if (!row || r < next || (row.label && row.label.x0 < column.x1)) return false;
        const [a, b] = [Math.min(middleY(row), middleY(box)), Math.max(middleY(row), middleY(box))];
        return !hints.between(a, b, column.x0, column.x1);
      };
      let [from, to] = [at, at];
      while (free(from - 1)) from--;
      while (free(to + 1)) to++;
      // As many rows below as above, where another group follows.
      const reach = 2 * middleY(box) - (boxes[from]?.y0 ?? box.y0);
      while (to > at && (boxes[to]?.y1 ?? 0) > reach + pitch) to--;
      next = to + 1;
      return { lines: block, column: index, row: from, rowSpan: to - from + 1, ...box };
    });
  });
}

const boxOf = ({ numbers, label }: LabelledRow): Box & { label: Box | null } => ({
  ...around([...label, ...(numbers?.words ?? [])]),
  label: label.length > 0 ? around(label) : null,
});

const nearestRow = (boxes: readonly Box[], y: number): number =>
  boxes.reduce(
    (best, box, i) =>
      Math.abs(middleY(box) - y) < Math.abs(middleY(boxes[best] ?? box) - y) ? i : best,
    0,
  );

/** Lines that follow each other at the usual distance. */
function blocks(lines: readonly TextLine[], pitch: number, hints: Hints): TextLine[][] {
  const out: TextLine[][] = [];
  for (const line of lines.toSorted((a, b) => a.baseline - b.baseline)) {
    const before = out.at(-1)?.at(-1);
    const near =
      before &&
      line.baseline - before.baseline < pitch * 1.3 &&
      !hints.between(before.baseline, line.baseline - line.size * 0.5, line.x0, line.x1);
    if (near) out.at(-1)?.push(line);
    else out.push([line]);
  }
  return out;
}
