import type { AlignedRow, Alignment } from './alignment.js';
import type { Arrangement } from './arrangement.js';
import type { ChunkItem, Item } from './items.js';
import { SURE } from './match-label.js';

/** What a row out of its order costs less than a row and its numbers lost. */
const SPARED = 5;

/** An alignment keeps the order of the form; numbers left over right behind the label of an empty row are that row's. */
export function rowsOutOfOrder(
  alignment: Alignment,
  arrangement: Arrangement,
  items: readonly Item[],
): Alignment {
  if (alignment.leftOver.length === 0) return alignment;
  const rows: AlignedRow[] = [...alignment.rows];
  const placed = new Set<ChunkItem>();
  for (const chunk of alignment.leftOver) {
    const row = labelledRow(arrangement, items[items.indexOf(chunk) - 1]);
    if (row === null || rows[row]?.chunks.length !== 0) continue;
    rows[row] = { chunks: [chunk], part: [0, 1], labelled: true, rivals: [] };
    placed.add(chunk);
  }
  return {
    cost: Math.max(Math.min(alignment.cost, 0.5), alignment.cost - SPARED * placed.size),
    rows: rows.map((r) => ({ ...r, rivals: r.rivals.filter((c) => !placed.has(c)) })),
    leftOver: alignment.leftOver.filter((c) => !placed.has(c)),
  };
}

/** The row that an item names beyond doubt; null where it names none. */
export function labelledRow(arrangement: Arrangement, item: Item | undefined): number | null {
  const best = item?.kind === 'label' ? item.candidates[0] : undefined;
  if (!best || best.cost > SURE) return null;
  const row = arrangement.rows.findIndex((r) => r.own === best.id);
  return row < 0 ? null : row;
}
