import type { Diagnosis, CellChange } from './diagnosis.js';
import { countOf } from './cells.js';
import { isTotal } from './relations.js';

/** The probable cause of broken sums, where the figures show it. */

/** True where `to` is `from` with two neighbouring digits exchanged: 132 and 123. */
const isTransposed = (from: string, to: string): boolean => {
  if (from.length !== to.length) return false;
  const places = Array.from(from, (digit, i) => (digit === to[i] ? -1 : i)).filter((i) => i >= 0);
  const [a, b] = places;
  if (places.length !== 2 || a === undefined || b === undefined || b !== a + 1) return false;
  return from[a] === to[b] && from[b] === to[a];
};

const changedTo = (change: CellChange): number => (countOf(change.cell) ?? 0) + change.by;

const transposed = (change: CellChange): boolean =>
  isTransposed(change.cell.value ?? '', String(changedTo(change)));

/** Two columns of one row, neither of them a total, of which one has what the other lacks. */
const movedBetweenColumns = (changes: readonly CellChange[], diagnosis: Diagnosis): boolean => {
  const [a, b] = changes;
  const [relation] = diagnosis.breaks;
  if (changes.length !== 2 || !a || !b || !relation) return false;
  const aside = (c: CellChange) => isTotal({ row: '', column: c.cell.column }, relation);
  return a.cell.row === b.cell.row && a.by === -b.by && !aside(a) && !aside(b);
};

const onlyTotals = (changes: readonly CellChange[], diagnosis: Diagnosis): boolean => {
  const [relation] = diagnosis.breaks;
  return relation !== undefined && changes.every((c) => isTotal(c.cell, relation));
};

/** A single sum of which the total says nothing and a part says something. */
const totalLeftAtZero = ({ breaks }: Diagnosis): boolean =>
  breaks.length === 1 &&
  breaks.every((r) => r.rule.right.length === 1 && r.rightSum === 0 && r.leftSum > 0);

const fillsBlanks = (changes: readonly CellChange[]): boolean =>
  changes.every((c) => c.cell.value === null);

/** Machine name of the cause; null where the figures do not tell it. */
export const causeOf = (diagnosis: Diagnosis): string | null => {
  if (diagnosis.shifted) return 'COLUMN_SHIFTED';
  const { alternatives } = diagnosis;
  const [only] = alternatives;
  if (only === undefined) return null;
  if (alternatives.every((changes) => movedBetweenColumns(changes, diagnosis))) {
    return 'MOVED_BETWEEN_COLUMNS';
  }
  if (alternatives.length > 1) return totalLeftAtZero(diagnosis) ? 'TOTAL_NOT_UPDATED' : null;
  if (fillsBlanks(only)) return 'FIGURE_LEFT_BLANK';
  if (only.every(transposed)) return 'DIGITS_TRANSPOSED';
  return onlyTotals(only, diagnosis) ? 'TOTAL_NOT_UPDATED' : null;
};
