import type { Grid, Page, Paragraph } from '../page.js';
import { blankGaps } from './text-gaps.js';
import { splitterOf } from './text-columns.js';
import { gridOfLines } from './text-grid.js';
import type { TableLine } from './text-grid.js';

/**
 * Plain text or Markdown → its paragraphs and tables. Lines with bars, tabs, commas, semicolons or wide gaps make
 * tables; one cell a line stays a paragraph. Empty lines that stand for empty cells become empty paragraphs.
 */
export function readText(text: string): Page {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|[\n\r\f\v\u2028\u2029]/);
  const pieces = splitterOf(lines);
  const gaps = blankGaps(lines, (n) => pieces[n] !== undefined);
  const blocks: (Paragraph | Grid)[] = [];
  let table: TableLine[] = [];
  const close = (): void => {
    if (table.length > 0) blocks.push(gridOfLines(table));
    table = [];
  };
  lines.forEach((line, number) => {
    const found = pieces[number];
    if (found) {
      table.push({ ...found, place: `line ${number + 1}` });
      return;
    }
    if (found === null) return;
    if (line.trim() === '') {
      const empty = gaps.get(number) ?? 0;
      if (table.length > 0 && empty === 0) return;
      close();
      for (let i = 0; i < empty; i++) blocks.push(paragraphOf('', number));
      return;
    }
    close();
    blocks.push(paragraphOf(line, number));
  });
  close();
  return { blocks, hints: { titles: [], meta: {}, links: [] }, notes: [] };
}

function paragraphOf(line: string, number: number): Paragraph {
  const heading = /^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$/.exec(line);
  return {
    kind: 'paragraph',
    text: heading ? (heading[2] ?? '') : line.trim(),
    headingLevel: heading ? (heading[1]?.length ?? null) : null,
    locator: `line ${number + 1}`,
  };
}
