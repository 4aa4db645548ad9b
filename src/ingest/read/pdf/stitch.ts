import { NUMBER as VALUE } from './cell-text.js';
import { middleX } from './geometry.js';
import type { PageBlock, PageCell, PageTable } from './page-table.js';

/** Edges of columns on two pages nearer than this, in points, are the same. */
const SAME = 4;

/**
 * Joins a table that a page break cuts: the last of a page and the first of the next, with nothing printed between them
 * and the same width. A single row cut by the break becomes one row again.
 */
export function stitchTables(parts: readonly (readonly PageBlock[])[]): PageBlock[] {
  const blocks: PageBlock[] = [];
  for (const part of parts) {
    const [first, ...rest] = part;
    const last = blocks.at(-1);
    const next = first?.kind === 'table' && last?.kind === 'table' ? aligned(last, first) : null;
    if (next && last?.kind === 'table') {
      blocks[blocks.length - 1] = join(last, next);
      blocks.push(...rest);
    } else {
      blocks.push(...part);
    }
  }
  return blocks;
}

/** `b` moved sideways onto `a` (pages are bound on alternate sides), where it can go on from it. */
function aligned(a: PageTable, b: PageTable): PageTable | null {
  if (a.ruled !== b.ruled) return null;
  const shift = (a.xs[0] ?? 0) - (b.xs[0] ?? 0);
  if (!a.ruled) return sameColumns(a, b) ? { ...b, xs: a.xs } : null;
  const width = (t: PageTable): number => (t.xs.at(-1) ?? 0) - (t.xs[0] ?? 0);
  if (Math.abs(width(a) - width(b)) > SAME) return null;
  return Math.abs(shift) <= SAME ? b : { ...b, xs: b.xs.map((x) => x + shift) };
}

/** Tables without ruling lines go on where their numbers stand in the same columns. */
function sameColumns(a: PageTable, b: PageTable): boolean {
  if (a.xs.length !== b.xs.length || a.xs.length < 4) return false;
  const centres = (t: PageTable): (number | null)[] =>
    t.xs.slice(1).map((_, c) => {
      const cell = t.cells.find((x) => x.column === c && x.columnSpan === 1 && VALUE.test(x.text));
      return cell ? middleX(cell) : null;
    });
  const [p, q] = [centres(a), centres(b)];
  const widest = Math.max(...a.xs.slice(1).map((x, i) => x - (a.xs[i] ?? x)));
  return p.every((x, i) => {
    const y = q[i] ?? null;
    return x === null || y === null || Math.abs(x - y) < Math.max(SAME, widest * 0.25);
  });
}

function join(a: PageTable, b: PageTable): PageTable {
  const xs = union(a.xs, b.xs);
  const upper = a.cells.map((c) => recolumn(c, a.xs, xs));
  const lower = b.cells.map((c) => recolumn(c, b.xs, xs));
  const cut = isCutRow(upper, a.rows - 1, lower);
  const shift = a.rows - (cut ? 1 : 0);
  const moved = lower.map((c) => ({ ...c, row: c.row + shift }));
  const cells = cut ? mergeRow(upper, moved, a.rows - 1) : [...upper, ...moved];
  return { ...b, y0: a.y0, xs, cells, rows: shift + b.rows, page: b.page };
}

function union(a: readonly number[], b: readonly number[]): number[] {
  const all = [...a];
  for (const x of b) if (!a.some((y) => Math.abs(x - y) <= SAME)) all.push(x);
  return all.toSorted((x, y) => x - y);
}

function recolumn(cell: PageCell, from: readonly number[], to: readonly number[]): PageCell {
  if (from === to) return cell;
  const at = (edge: number | undefined): number => {
    const i = to.findIndex((x) => Math.abs(x - (edge ?? 0)) <= SAME);
    return i < 0 ? to.length - 1 : i;
  };
  const column = at(from[cell.column]);
  const end = at(from[cell.column + cell.columnSpan]);
  return { ...cell, column, columnSpan: Math.max(1, end - column) };
}

const NUMBER = /\d/;
const NEW_ROW =
  /^\s*(第?[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十]+[)）]|\d{1,2}\s*[.．、])/;

/**
 * A row is cut where its numbers stand on one page alone, the other holds only the rest of its label, and that rest begins no
 * new item.
 */
function isCutRow(
  upper: readonly PageCell[],
  lastRow: number,
  lower: readonly PageCell[],
): boolean {
  const above = upper.filter((c) => c.row + c.rowSpan - 1 === lastRow);
  const below = lower.filter((c) => c.row === 0);
  const label = below.filter((c) => c.text !== '' && !isValue(c));
  if (label.length === 0 || label.some((c) => NEW_ROW.test(c.text))) return false;
  const over = (c: PageCell): PageCell | undefined => above.find((u) => u.column === c.column);
  const labelsGoOn = label.every(
    (c) => over(c)?.text !== '' && over(c)?.columnSpan === c.columnSpan,
  );
  const clash = below.some((c) => isValue(c) && (over(c)?.text ?? '') !== '');
  return labelsGoOn && !clash && above.some(isValue) !== below.some(isValue);
}

const isValue = (c: PageCell): boolean => NUMBER.test(c.text) && /^[-−\d.,，\s]+$/.test(c.text);

/** Texts of the cut row's cells go together; a label that spans rows over the break goes on. */
function mergeRow(upper: readonly PageCell[], lower: readonly PageCell[], row: number): PageCell[] {
  const rest = lower.filter((c) => c.row !== row);
  const first = lower.filter((c) => c.row === row);
  const merged = upper.map((u) => {
    const below = first.find((c) => c.column === u.column && u.row + u.rowSpan - 1 === row);
    if (!below) return u;
    const text = [u.text, below.text].filter((t) => t !== '').join('\n');
    return { ...u, text, rowSpan: u.rowSpan + below.rowSpan - 1 };
  });
  const alone = first.filter(
    (c) => !upper.some((u) => u.column === c.column && u.row + u.rowSpan - 1 === row),
  );
  return [...merged, ...alone, ...rest];
}
