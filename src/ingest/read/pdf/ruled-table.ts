import { cellText, centreOf, NUMBER, settingOf, wordsOf, type FilledBox } from './cell-text.js';
import { holds, locate, middleX, middleY, type Glyph } from './geometry.js';
import type { Lattice, LatticeCell } from './lattice.js';
import { overflowing } from './overflow.js';
import type { PageCell, PageTable } from './page-table.js';

/** A lattice with more of its numbers than this share crowded into common cells does not show its columns or rows. */
const CROWDED = 0.3;

type Filled = LatticeCell & FilledBox;

/**
 * A lattice with the characters in it as a table; null where its lines do not separate what is printed.
 */
export function ruledTable(
  page: number,
  lattice: Lattice,
  glyphs: readonly Glyph[],
): PageTable | null {
  const filled = distribute(lattice, glyphs).flatMap((cell) => parted(cell, lattice));
  if (isCrowded(filled)) return null;
  const setting = settingOf(filled);
  const cells = filled.map((c): PageCell => ({
    text: cellText(c, setting),
    row: c.row,
    column: c.column,
    rowSpan: c.rowSpan,
    columnSpan: c.columnSpan,
    locator: locate(page, c),
    x0: c.x0,
    y0: c.y0,
    x1: c.x1,
    y1: c.y1,
  }));
  const { x0, x1, y0, y1, xs, ys } = lattice;
  return { kind: 'table', page, x0, x1, y0, y1, xs, rows: ys.length - 1, cells, ruled: true };
}

function distribute(lattice: Lattice, glyphs: readonly Glyph[]): Filled[] {
  const columns = lattice.xs.length - 1;
  const inside = lattice.cells.map((): Glyph[] => []);
  const cellOf = (glyph: Glyph): number => {
    const { x, y } = centreOf(glyph);
    return lattice.owners[stripOf(lattice.ys, y) * columns + stripOf(lattice.xs, x)] ?? -1;
  };
  const moved = overflowing(glyphs, lattice.cells, cellOf);
  for (const glyph of glyphs) inside[moved.get(glyph) ?? cellOf(glyph)]?.push(glyph);
  return lattice.cells.map((c, i) => ({ ...c, glyphs: inside[i] ?? [] }));
}

/** Between which two edges a value lies; the nearest strip where it lies outside. */
function stripOf(edges: readonly number[], value: number): number {
  const next = edges.findIndex((edge, i) => i > 0 && value < edge);
  return next < 0 ? edges.length - 2 : next - 1;
}

/** Numbers in several rows or columns of one cell: a line between them was left out in print. */
function parted(cell: Filled, lattice: Lattice): Filled[] {
  if (cell.rowSpan < 2 && cell.columnSpan < 2) return [cell];
  const found = wordsOf(cell.glyphs);
  if (found.length < 2 || !found.every((w) => NUMBER.test(w.text))) return [cell];
  const rows = new Set(found.map((w) => stripOf(lattice.ys, middleY(w))));
  const columns = new Set(found.map((w) => stripOf(lattice.xs, middleX(w))));
  const places = new Set(
    found.map((w) => `${stripOf(lattice.ys, middleY(w))},${stripOf(lattice.xs, middleX(w))}`),
  );
  if (places.size < found.length) return [cell];
  const byRow = rows.size > 1 ? cut(cell, lattice, 'row') : [cell];
  return columns.size > 1 ? byRow.flatMap((c) => cut(c, lattice, 'column')) : byRow;
}

function cut(cell: Filled, { xs, ys }: Lattice, along: 'row' | 'column'): Filled[] {
  const byRow = along === 'row';
  const edges = byRow ? ys : xs;
  const first = byRow ? cell.row : cell.column;
  const count = byRow ? cell.rowSpan : cell.columnSpan;
  return Array.from({ length: count }, (_, i) => {
    const [from = 0, to = 0] = [edges[first + i], edges[first + i + 1]];
    const part: Filled = byRow
      ? { ...cell, row: first + i, rowSpan: 1, y0: from, y1: to }
      : { ...cell, column: first + i, columnSpan: 1, x0: from, x1: to };
    return { ...part, glyphs: cell.glyphs.filter((g) => holds(part, g)) };
  });
}

function isCrowded(cells: readonly FilledBox[]): boolean {
  let numbers = 0;
  let crowded = 0;
  for (const cell of cells) {
    const found = wordsOf(cell.glyphs);
    const values = found.filter((w) => NUMBER.test(w.text)).length;
    numbers += values;
    // Two pieces above each other may be one number in two lines.
    const sideBySide =
      new Set(found.map((w) => Math.round(w.baseline / w.size))).size < found.length;
    if (values > 0 && (values > 2 || (sideBySide && found.length > 1))) crowded += values;
  }
  return crowded >= 3 && crowded > numbers * CROWDED;
}
