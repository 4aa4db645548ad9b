import { cluster, locate, middleX } from './geometry.js';
import type { PageCell, PageTable } from './page-blocks.js';
import { words, type TextLine } from './text-lines.js';

/** Gap between cells, in heights of a character. */
const CELL_GAP = 0.9;
/** Lines of one word that may stand between lines of several: wrapped labels, heads over several rows. */
const MAX_BETWEEN = 4;
const NUMBER = /^[-−–—/／\d.,，\s]+$/;
const SECTION = /^[一二三四五六七八九十]{1,2}[、.．]\S*(情况|事项)$/;

/**
 * A table without ruling lines that begins at line `from`: lines that stand in columns, with at least two of them holding
 * numbers. Null where none begins there.
 */
export function columnTable(
  page: number,
  lines: readonly TextLine[],
  from: number,
): { table: PageTable; lines: number } | null {
  const run = tableRun(lines, from);
  if (run.length === 0) return null;
  const edges = columnEdges(run);
  if (edges.length < 3) return null;
  return { table: toTable(page, run, edges), lines: run.length };
}

function tableRun(lines: readonly TextLine[], from: number): TextLine[][] {
  const run: TextLine[][] = [];
  let last = 0;
  let numeric = 0;
  for (let i = from; i < lines.length; i++) {
    const line = lines[i];
    if (!line || isProse(line)) break;
    const parts = words(line, CELL_GAP);
    run.push(parts);
    if (parts.length >= 2) {
      last = run.length;
      if (parts.some((p) => NUMBER.test(p.text))) numeric++;
    } else if (run.length - last > MAX_BETWEEN || run.length === 1) break;
  }
  return numeric >= 2 ? run.slice(0, last) : [];
}

const isProse = (line: TextLine): boolean =>
  /[。；]/.test(line.text) || SECTION.test(line.text.replaceAll(' ', '')) || line.text.length > 60;

/** Columns stand where numbers stand; what is left of the first of them is labels. */
function columnEdges(run: readonly TextLine[][]): number[] {
  const numbers = run.flat().filter((w) => NUMBER.test(w.text));
  const size = run[0]?.[0]?.size ?? 10;
  const centres = cluster(numbers.map(middleX), size * 0.8);
  const all = run.flat();
  const left = Math.min(...all.map((w) => w.x0));
  const right = Math.max(...all.map((w) => w.x1));
  const inner = centres.slice(1).map((c, i) => (c + (centres[i] ?? c)) / 2);
  const [first, second] = centres;
  if (first === undefined) return [];
  const half = second === undefined ? size * 2 : (second - first) / 2;
  return [left, Math.max(left + 1, first - half), ...inner, right];
}

function toTable(page: number, run: readonly TextLine[][], xs: readonly number[]): PageTable {
  const cells: PageCell[] = run.flatMap((parts, row) =>
    parts.map((word): PageCell => {
      const column = columnOf(xs, word);
      const end = NUMBER.test(word.text) ? column : Math.max(column, lastColumn(xs, word));
      return {
        text: word.text,
        row,
        column,
        rowSpan: 1,
        columnSpan: end - column + 1,
        locator: locate(page, word),
        x0: word.x0,
        x1: word.x1,
        y0: word.y0,
        y1: word.y1,
      };
    }),
  );
  const box = {
    x0: xs[0] ?? 0,
    x1: xs.at(-1) ?? 0,
    y0: Math.min(...cells.map((c) => c.y0)),
    y1: Math.max(...cells.map((c) => c.y1)),
  };
  return { kind: 'table', page, ...box, xs, rows: run.length, cells, ruled: false };
}

/** The column in which a number's middle stands; a label begins where its left end stands. */
function columnOf(xs: readonly number[], word: TextLine): number {
  const x = NUMBER.test(word.text) ? middleX(word) : word.x0 + word.size / 2;
  const next = xs.findIndex((edge, i) => i > 0 && x < edge);
  return next < 0 ? xs.length - 2 : next - 1;
}

function lastColumn(xs: readonly number[], word: TextLine): number {
  const next = xs.findIndex((edge, i) => i > 0 && word.x1 - word.size / 2 < edge);
  return next < 0 ? xs.length - 2 : next - 1;
}
