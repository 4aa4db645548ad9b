import type { Attempt } from './attempt.js';
import { cellsOfPart } from './attempt.js';
import type { ValueCell } from './items.js';
import { readValue } from './value.js';

/**
 * Copies that drop blank cells push the numbers of a row to its left and leave the empty cells behind them: the total
 * then stands under 商业企业, and 总计 is blank in every row.
 */
export function isPacked({ arrangement, alignment, order }: Attempt): boolean {
  const width = order.columns.length;
  if (arrangement.block.table !== 'REQUESTS' || arrangement.name !== 'TABLE' || width < 3)
    return false;
  const rows = alignment.rows
    .filter((r) => r.chunks.length > 0 && !r.chunks.some((c) => c.atEnd))
    .map((r) => cellsOfPart(r.chunks, width, r.part))
    .filter((cells) => cells.some((c) => c.class !== 'BLANK'));
  return rows.length > 1 && rows.every((cells) => endsInSum(cells, width));
}

/** The row itself looks packed: its last number stands before the last column and is the sum of the others. */
export function endsInSum(cells: readonly ValueCell[], width: number): boolean {
  const filled = cells.findLastIndex((c) => c.class !== 'BLANK') + 1;
  if (filled < 2 || filled >= width || cells.length < width) return false;
  const numbers = cells.slice(0, filled).map((c) => readValue(c.text, 'COUNT'));
  if (numbers.some((n) => n.status !== 'READ')) return false;
  const values = numbers.map((n) => BigInt(n.value ?? '0'));
  const last = values.pop();
  return values.reduce((sum, v) => sum + v, 0n) === last;
}
