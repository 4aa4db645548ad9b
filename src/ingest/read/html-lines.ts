import type { Grid, Paragraph } from '../page.js';
import { readText } from './text.js';

type Block = Paragraph | Grid;

/** Signs between the cells of a line: bars, tabs, gaps that were made to be seen. */
const SEPARATED = /[|｜¦\t]|\S(?: {2}|\u3000)\s*\S/;
/** Fewer lines make no table. */
const FEWEST = 3;
/** Stands for a real table among the lines. */
const PLACE_OF_TABLE = '\u0001';

/** A table with so many cells is one of the form. */
const TABLE = 20;

/**
 * Tables that a page prints as lines of text are read like those of a text file; all else stays as it is. Empty
 * paragraphs stay only where they may be empty cells.
 */
export function typedTables(blocks: readonly Block[]): readonly Block[] {
  const separated = blocks.filter((b) => b.kind === 'paragraph' && SEPARATED.test(b.text));
  const filled = blocks.filter((b) => b.kind === 'grid' || b.text !== '');
  const tables = blocks.some((b) => b.kind === 'grid' && b.cells.length >= TABLE);
  const typed = separated.length >= FEWEST || (!tables && filled.length < blocks.length);
  if (!typed) return filled;
  const lines = blocks.map((b) =>
    b.kind === 'grid' ? PLACE_OF_TABLE : tabbed(b.text.replace(/[\n\u0001]/g, ' ')),
  );
  return readText(lines.join('\n')).blocks.map((block) => {
    if (block.kind === 'paragraph') return blocks[lineOf(block.locator)] ?? block;
    const cells = block.cells.map((cell) => {
      const line = blocks[lineOf(cell.locator)];
      const place = line?.kind === 'paragraph' ? line.locator : 'paragraph';
      return { ...cell, locator: cell.locator.replace(LINE, place) };
    });
    return { ...block, cells };
  });
}

const LINE = /^line (\d+)/;
const lineOf = (locator: string): number => Number(LINE.exec(locator)?.[1] ?? 0) - 1;

/** Gaps of a line that is no sentence, as tabs. */
const tabbed = (line: string): string =>
  line.length > 300 || /[|｜¦\t。]/.test(line)
    ? line
    : line.replace(/(?<=\S)(?: {2}|\u3000)\s*(?=\S)/g, '\t');
