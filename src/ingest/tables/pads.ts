import type { Arrangement } from './arrangement.js';
import type { ChunkItem, Item } from './items.js';

/**
 * Empty cells between a row's label and its first number: spans leave them behind in text. How many there are is
 * learned from the rows that are full, by how deep the row's label stands (三 › （四） › 1.).
 */
export class Pads {
  private readonly byDepth = new Map<number, number[]>();
  private readonly starts: number[] = [];

  constructor(arrangement: Arrangement, items: readonly Item[], width: number) {
    let depth = 0;
    for (const item of items) {
      if (item.kind === 'label') depth = depthOf(arrangement, item.candidates[0]?.id) ?? depth;
      if (item.kind === 'chunk') this.learn(item, depth, width);
    }
  }

  private learn(chunk: ChunkItem, depth: number, width: number): void {
    const first = chunk.cells.findIndex((c) => c.class !== 'BLANK');
    const run = chunk.cells.slice(first, first + width);
    if (first < 0 || chunk.filled !== width || run.some((c) => c.class !== 'VALUE')) return;
    this.byDepth.set(depth, [...(this.byDepth.get(depth) ?? []), first]);
    const column = run[0]?.token.column;
    if (chunk.labelEnd !== null && column !== undefined) this.starts.push(column);
  }

  /** Empty cells expected in front of a chunk whose label stands `depth` deep; null where no row shows it. */
  expected(depth: number, chunk: ChunkItem): number | null {
    const same = this.byDepth.get(depth);
    if (same) return mode(same);
    const all = [...this.byDepth.values()].flat();
    if (all.length === 0) return null;
    if (all.every((p) => p === 0)) return 0;
    if (chunk.labelEnd === null || this.starts.length === 0) return null;
    return Math.max(0, mode(this.starts) - chunk.labelEnd);
  }
}

function depthOf(arrangement: Arrangement, id: number | undefined): number | null {
  return arrangement.rows.find((r) => r.own === id)?.under.length ?? null;
}

function mode(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const n of numbers) counts.set(n, (counts.get(n) ?? 0) + 1);
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
}
