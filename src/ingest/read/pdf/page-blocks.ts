import { NUMBER } from './cell-text.js';
import { findLattices, type Lattice } from './lattice.js';
import {
  around,
  heightOf,
  holds,
  middleY,
  widthOf,
  type Box,
  type Glyph,
  type Rule,
} from './geometry.js';
import { openTable } from './open/open-table.js';
import { tableRun } from './open/run.js';
import { numbersIn, reaching } from './overflow.js';
import type { PageBlock, PageTable } from './page-table.js';
import { ruledTable } from './ruled-table.js';
import type { Region } from './regions.js';
import { textLines, type TextLine } from './text-lines.js';

/** Tables and remaining lines of text of one column of a page, from top to bottom. */
export function pageBlocks(region: Region): PageBlock[] {
  const tables: PageTable[] = [];
  let rest = region.glyphs;
  const numbers = numbersIn(rest);
  // Lines make the surest tables; where there are none, boxes filled with colour show cells as well.
  const boxes = edges(region);
  for (const rules of boxes.length > 0
    ? [region.rules, [...region.rules, ...boxes]]
    : [region.rules]) {
    const lattices = findLattices(rules, rest);
    const within = lattices.map((l) => reaching(l, rest, numbers));
    const outside = rest.filter((g) => !within.some((set) => set.has(g)));
    for (const lattice of lattices) {
      if (tables.some((t) => meets(t, lattice)) || hasNumbersBeside(lattice, outside)) continue;
      if (rules !== region.rules && !isFilled(lattice, region.fills, rest)) continue;
      const inside = reaching(lattice, rest, numbers);
      const table = inside.size > 0 ? ruledTable(region.page, lattice, [...inside]) : null;
      if (!table) continue;
      tables.push(table);
      rest = rest.filter((g) => !inside.has(g));
    }
  }
  const hints = [...region.rules, ...boxes].filter((r) => !tables.some((t) => holds(t, r)));
  const open = openBlocks(region.page, textLines(rest), hints);
  return [...tables, ...open].toSorted((a, b) => a.y0 - b.y0);
}

const meets = (a: Box, b: Box): boolean => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;

/** Numbers level with a lattice and beside it: it rules only the labels of a table. */
function hasNumbersBeside(lattice: Lattice, outside: readonly Glyph[]): boolean {
  const level = outside.filter((g) => middleY(g) > lattice.y0 && middleY(g) < lattice.y1);
  const numbers = textLines(level).filter((l) => NUMBER.test(l.text));
  return numbers.length >= 2 && numbers.length * 2 > textLines(level).length;
}

/** Several rows and columns of filled boxes with all text in them; rows filled alternately show no columns between. */
function isFilled(lattice: Lattice, fills: readonly Box[], glyphs: readonly Glyph[]): boolean {
  const inside = glyphs.filter((g) => holds(lattice, g));
  const filled = inside.filter((g) => fills.some((f) => holds(f, g)));
  const grid = lattice.xs.length > 2 && lattice.ys.length > 2;
  return grid && filled.length > inside.length * 0.95;
}

/** Sides of filled boxes, backgrounds of the page left out. */
const edges = ({ fills, glyphs }: Region): Rule[] => {
  const text = around(glyphs);
  return fills
    .filter((f) => heightOf(f) < heightOf(text) * 0.8 || widthOf(f) < widthOf(text) * 0.6)
    .flatMap(({ x0, y0, x1, y1 }) => [
      { x0, x1, y0, y1: y0 },
      { x0, x1, y0: y1, y1 },
      { x0, x1: x0, y0, y1 },
      { x0: x1, x1, y0, y1 },
    ]);
};

/** Lines of text, with runs of them that stand in columns made into tables. */
function openBlocks(page: number, lines: readonly TextLine[], rules: readonly Rule[]): PageBlock[] {
  const blocks: { from: number; block: PageBlock }[] = [];
  let at = 0;
  while (at < lines.length) {
    const run = tableRun(lines, at);
    const table = run && openTable(page, run, rules);
    const line = lines[at];
    if (run && table) {
      // Lines above that belong to the table were taken for text before.
      while ((blocks.at(-1)?.from ?? -1) >= run.from && blocks.at(-1)?.block.kind === 'line') {
        blocks.pop();
      }
      blocks.push({ from: run.from, block: table });
      at = run.to;
    } else {
      if (line) blocks.push({ from: at, block: { kind: 'line', page, ...line } });
      at++;
    }
  }
  return blocks.map((b) => b.block);
}
