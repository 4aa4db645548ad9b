import type { Grid, Paragraph } from '../page.js';
import { tabCells } from './text-columns.js';
import { gridOfLines } from './text-grid.js';
import type { TableLine } from './text-grid.js';

type Block = Paragraph | Grid;

/** Lines in a row that make a table of what tabs part. */
const LEAST = 2;

/**
 * Tables that are set with tabs, as grids like those of plain text. Paragraphs come with the tabs at their ends and leave
 * without them.
 */
export function withTabTables(blocks: readonly Block[]): Block[] {
  const out: Block[] = [];
  let run: { block: Paragraph; lines: TableLine[] }[] = [];
  const close = (): void => {
    const lines = run.flatMap((r) => r.lines);
    if (lines.length >= LEAST) out.push(gridOfLines(lines));
    else out.push(...run.map((r) => trimmed(r.block)));
    run = [];
  };
  for (const block of blocks) {
    const lines = block.kind === 'paragraph' ? tableLines(block) : null;
    if (block.kind === 'paragraph' && lines) {
      run.push({ block, lines });
      continue;
    }
    close();
    out.push(block.kind === 'paragraph' ? trimmed(block) : block);
  }
  close();
  return out.filter((b) => b.kind === 'grid' || b.text !== '');
}

/** The lines of a paragraph where each is one of a table, else null. */
function tableLines({ text, locator }: Paragraph): TableLine[] | null {
  if (!text.includes('\t')) return null;
  const lines = text.split('\n').map(tabCells);
  if (lines.some((l) => l === undefined)) return null;
  return lines.flatMap((l) => (l ? [{ ...l, place: locator }] : []));
}

const trimmed = (block: Paragraph): Paragraph => ({ ...block, text: block.text.trim() });

/** A paragraph's text with the tabs at its ends, which may part it into cells. */
export function withoutSpaces(text: string): string {
  const isSpace = (at: number): boolean => text[at] !== '\t' && text[at]?.trim() === '';
  let [from, to] = [0, text.length];
  while (isSpace(from)) from++;
  while (to > from && isSpace(to - 1)) to--;
  return text.slice(from, to);
}
