import { gridOf } from '../printed.js';
import type { DrawnCell, DrawnTable } from '../printed.js';
import { widthOfText } from './write-pdf.js';

/** A cell with its place in the grid and its text cut into lines. */
export interface SetCell {
  cell: DrawnCell;
  row: number;
  left: number;
  right: number;
  lines: readonly string[];
}

/** A table with the places of its columns and the heights of its rows, in points. */
export interface SetTable {
  cells: readonly SetCell[];
  /** Left sides of the columns and the right side of the last. */
  xs: readonly number[];
  heights: number[];
}

export interface Setting {
  size: number;
  /** Distance of lines, in points. */
  leading: number;
  padding: number;
  /** Figures wider than their cells are not broken but run over the sides. */
  overflows: boolean;
}

/** Shares of the width that the columns of tables of 4, 10 and 15 columns take. */
const SHARES: Readonly<Record<number, readonly number[]>> = {
  4: [3, 2.3, 2.3, 2.3],
  10: [0.8, 1.3, 3, 1, 1, 1, 1, 1, 1, 1],
};

const sharesOf = (columns: number): readonly number[] =>
  SHARES[columns] ?? Array.from({ length: columns }, () => 1);

/** Text cut into lines that fit a width, written breaks kept. */
export function wrap(text: string, width: number, size: number): string[] {
  return text.split('\n').flatMap((line) => {
    const lines = [''];
    for (const c of line) {
      const last = lines.at(-1)!;
      if (last !== '' && widthOfText(last + c, size) > width) lines.push(c.trim());
      else lines[lines.length - 1] = last + c;
    }
    return lines;
  });
}

/** A table set between two sides. */
export function setTable(table: DrawnTable, left: number, width: number, s: Setting): SetTable {
  const shares = sharesOf(table.columns);
  const all = shares.reduce((a, b) => a + b, 0);
  const xs = [left];
  for (const share of shares) xs.push(xs.at(-1)! + (share / all) * width);
  const cells: SetCell[] = [];
  gridOf(table).forEach((row, r) =>
    row.forEach((place, c) => {
      // What is pushed out of its table is not printed.
      if (!place?.begins || c >= table.columns) return;
      const right = xs[Math.min(c + place.cell.columnSpan, table.columns)]!;
      const room = s.overflows && place.cell.address ? Infinity : right - xs[c]! - 2 * s.padding;
      const lines = wrap(place.cell.text, room, s.size);
      cells.push({ cell: place.cell, row: r, left: xs[c]!, right, lines });
    }),
  );
  return { cells, xs, heights: heightsOf(table.rows.length, cells, s) };
}

function heightsOf(rows: number, cells: readonly SetCell[], s: Setting): number[] {
  const due = (c: SetCell): number => c.lines.length * s.leading + 2 * s.padding;
  const heights = Array.from({ length: rows }, () => s.leading + 2 * s.padding);
  for (const c of cells) {
    if (c.cell.rowSpan === 1) heights[c.row] = Math.max(heights[c.row]!, due(c));
  }
  for (const c of cells) {
    const last = Math.min(rows, c.row + c.cell.rowSpan) - 1;
    const has = heights.slice(c.row, last + 1).reduce((a, b) => a + b, 0);
    heights[last] = heights[last]! + Math.max(0, due(c) - has);
  }
  return heights;
}
