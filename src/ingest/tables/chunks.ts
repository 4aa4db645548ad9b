import type { ChunkItem, OtherItem } from './items.js';

export const hasValues = (chunk: ChunkItem): boolean =>
  chunk.cells.some((c) => c.class === 'VALUE');

const texts = new WeakMap<OtherItem, ChunkItem>();

/** A text between numbers may stand in the place of one. */
export function textInPlace(item: OtherItem): ChunkItem {
  let chunk = texts.get(item);
  if (!chunk) {
    const [token] = item.tokens;
    const cells = token ? [{ class: 'TEXT' as const, text: item.text, token }] : [];
    chunk = { kind: 'chunk', cells, tokens: item.tokens, filled: cells.length, labelEnd: null };
    texts.set(item, chunk);
  }
  return chunk;
}

/** How many rows of `width` numbers a chunk holds, if it holds nothing else; 0 if not. */
export function partsOf(chunk: ChunkItem, width: number): number {
  const { cells } = chunk;
  if (cells.length % width === 0 && cells.length > width) return cells.length / width;
  const filled = cells.filter((c) => c.class !== 'BLANK').length;
  return filled % width === 0 && filled > width ? filled / width : 0;
}
