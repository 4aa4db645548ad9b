import type { PrintedRow } from './printed-rows.js';
import { isFilled, sequencesOf } from './pieces.js';
import type { Piece, Sequence } from './pieces.js';

/** One way to read a row: what stands in each of its places. */
export interface RowReading {
  /** Figure of each place; nothing counts as 0. */
  counts: readonly number[];
  /** Null where nothing is printed; UNSURE where one laying has a nought and another nothing. */
  places: readonly (Piece | null | 'UNSURE')[];
}

/** Printed pieces beyond the places of a row that may be page marks or the like. */
const MOST_DROPPED = 2;
const MOST_LAYINGS = 4_000;

/**
 * Every reading of a row that satisfies the sums within it.
 * @param holds whether the sums within the row hold for the figures of its places
 */
export function readingsOf(
  row: PrintedRow,
  holds: (counts: readonly number[]) => boolean,
): RowReading[] {
  const readings = new Map<string, RowReading>();
  const width = row.cells.length;
  let layings = 0;
  for (const sequence of sequencesOf(row.tokens, width, row.sure)) {
    for (const places of layingsOf(sequence, width)) {
      if (++layings > MOST_LAYINGS) return [...readings.values()];
      const counts = places.map((p) => p?.count ?? 0);
      if (counts.some(Number.isNaN) || !holds(counts)) continue;
      const key = counts.join(' ');
      const known = readings.get(key);
      readings.set(key, known ? merged(known, places) : { counts, places });
    }
  }
  return [...readings.values()];
}

/** The same figures in two layings differ at most in where a nought stands. */
const merged = (known: RowReading, places: readonly (Piece | null)[]): RowReading => ({
  counts: known.counts,
  places: known.places.map((piece, i) => {
    if (piece === 'UNSURE') return piece;
    return (piece?.value ?? null) === (places[i]?.value ?? null) ? piece : 'UNSURE';
  }),
});

/** A sequence on the places of a row, in its order: some places stay empty, or some pieces are left out. */
function* layingsOf(sequence: Sequence, width: number): Generator<(Piece | null)[]> {
  const extra = sequence.length - width;
  if (extra > MOST_DROPPED || (extra > 0 && !sequence.every(isFilled))) return;
  if (extra >= 0) {
    for (const kept of choices(sequence.length, width)) yield kept.map((i) => sequence[i] ?? null);
    return;
  }
  for (const filled of choices(width, sequence.length)) {
    const places: (Piece | null)[] = Array.from({ length: width }, () => null);
    filled.forEach((place, i) => (places[place] = sequence[i] ?? null));
    yield places;
  }
}

/** Ways to choose `count` of `from` things, in order. */
function* choices(from: number, count: number, first = 0): Generator<number[]> {
  if (count === 0) {
    yield [];
    return;
  }
  for (let i = first; i <= from - count; i++) {
    for (const rest of choices(from, count - 1, i + 1)) yield [i, ...rest];
  }
}
