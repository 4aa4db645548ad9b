import { columnTable } from './column-table.js';
import { locate, middleX, middleY, type Box, type Glyph, type PdfPage } from './geometry.js';
import { findLattices, type Lattice } from './lattice.js';
import { textLines, type TextLine } from './text-lines.js';

/** A cell of a table on one page. */
export interface PageCell extends Box {
  text: string;
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  locator: string;
}

export interface PageTable extends Box {
  kind: 'table';
  page: number;
  /** Edges of the columns, left to right, one more than columns. */
  xs: readonly number[];
  rows: number;
  cells: PageCell[];
  /** Whether ruling lines make it; else its columns were inferred from where the characters stand. */
  ruled: boolean;
}

export interface PageLine extends TextLine {
  kind: 'line';
  page: number;
}

export type PageBlock = PageTable | PageLine;

/** Tables and remaining lines of text of one page, from top to bottom. */
export function pageBlocks(page: PdfPage): PageBlock[] {
  const lattices = outermost(findLattices(page.rules));
  const inside = lattices.map((): Glyph[] => []);
  const outside: Glyph[] = [];
  for (const glyph of page.glyphs) {
    const i = lattices.findIndex((l) => contains(l, glyph));
    (inside[i] ?? outside).push(glyph);
  }
  const tables = lattices.map((l, i) => ruledTable(page.number, l, inside[i] ?? []));
  const lines = textLines(outside).filter((line) => !isPageMark(line, page));
  return [...tables, ...borderless(page.number, lines)].toSorted((a, b) => a.y0 - b.y0);
}

/** Lines of text, with runs of them that stand in columns made into tables. */
function borderless(page: number, lines: readonly TextLine[]): PageBlock[] {
  const blocks: PageBlock[] = [];
  let at = 0;
  while (at < lines.length) {
    const found = columnTable(page, lines, at);
    const line = lines[at];
    if (found) {
      blocks.push(found.table);
      at += found.lines;
    } else {
      if (line) blocks.push({ kind: 'line', page, ...line });
      at++;
    }
  }
  return blocks;
}

/** A lattice inside a cell of another is part of it. */
const outermost = (lattices: readonly Lattice[]): Lattice[] =>
  lattices.filter(
    (l) =>
      !lattices.some(
        (o) => o !== l && o.x0 <= l.x0 && o.x1 >= l.x1 && o.y0 <= l.y0 && o.y1 >= l.y1,
      ),
  );

const contains = (box: Box, g: Glyph): boolean =>
  middleX(g) >= box.x0 && middleX(g) <= box.x1 && middleY(g) >= box.y0 && middleY(g) <= box.y1;

function ruledTable(page: number, lattice: Lattice, glyphs: readonly Glyph[]): PageTable {
  const byCell = lattice.cells.map((): Glyph[] => []);
  for (const glyph of glyphs) {
    const i = lattice.cells.findIndex((c) => contains(c, glyph));
    byCell[i]?.push(glyph);
  }
  const cells = lattice.cells.map((cell, i) => {
    const text = textLines(byCell[i] ?? [])
      .map((l) => l.text)
      .join('\n');
    return { ...cell, text, locator: locate(page, cell) };
  });
  const { x0, x1, y0, y1, xs } = lattice;
  return {
    kind: 'table',
    page,
    x0,
    x1,
    y0,
    y1,
    xs,
    rows: lattice.ys.length - 1,
    cells,
    ruled: true,
  };
}

/** A page's number printed in its margin: 5, - 5 -, — 5 —, 第 5 页. */
function isPageMark(line: TextLine, page: PdfPage): boolean {
  const inMargin = line.y1 < page.height * 0.09 || line.y0 > page.height * 0.88;
  return (
    inMargin &&
    /^[-—–－·\s]*(第\s*)?\d{1,3}(\s*页)?(\s*[/／]\s*(共\s*)?\d{1,3}(\s*页)?)?[-—–－·\s]*$/.test(
      line.text,
    )
  );
}
