import { widthOf } from '../geometry.js';
import type { TextLine } from '../text-lines.js';
import { columnOf, type NumberColumn } from './columns.js';
import type { LabelledRow } from './labels.js';
import type { NumberRow } from './rows.js';

/** Lines further apart than this, in ems, are not of one row. */
const TIGHT = 1.7;
/** A number that goes on in the next line leaves less room than this in its column, in ems. */
const ROOM = 0.6;
const DIGITS = /^[\d０-９,，]+$/;

/**
 * Numbers too wide for their columns go on in a second line, level with the label of their row. The first lines then look like
 * a row without a label: they are of the row below, where each fills its column and goes on there.
 */
export function joinWrapped(
  rows: readonly LabelledRow[],
  columns: readonly NumberColumn[],
): LabelledRow[] {
  const out: LabelledRow[] = [];
  for (const row of rows) {
    const above = out.at(-1);
    const numbers = above && goesOn(above, row, columns);
    if (numbers) out[out.length - 1] = { label: row.label, numbers };
    else out.push(row);
  }
  return out;
}

/** The numbers of both rows where the second goes on with those of the first, else null. */
function goesOn(
  above: LabelledRow,
  row: LabelledRow,
  columns: readonly NumberColumn[],
): NumberRow | null {
  const [upper, lower] = [above.numbers, row.numbers];
  if (!upper || !lower || above.label.length > 0 || row.label.length === 0) return null;
  const size = upper.words[0]?.size ?? 0;
  if (lower.top - upper.bottom > size * TIGHT) return null;
  const below = new Map(lower.words.map((word) => [columnOf(columns, word), word]));
  const fills = (word: TextLine): boolean => {
    const column = columnOf(columns, word);
    const rest = below.get(column);
    const widest = Math.max(0, ...(columns[column]?.words ?? []).map(widthOf));
    const isFull = widthOf(word) > widest - size * ROOM;
    return isFull && DIGITS.test(word.text) && rest !== undefined && DIGITS.test(rest.text);
  };
  if (!upper.words.every(fills)) return null;
  const words = [...upper.words, ...lower.words];
  return { words, baseline: lower.baseline, top: upper.top, bottom: lower.bottom };
}
