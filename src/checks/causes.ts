import type { Diagnosis, CellChange } from './diagnosis.js';
import { countOf } from './cells.js';
import { copiedFrom } from './copied-figures.js';
import type { Source } from './copied-figures.js';
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

/**
 * Parts were raised and the totals were not: of all explanations one changes totals alone, and upwards. That several
 * parts went wrong together by as much is less likely.
 */
const staleTotals = (diagnosis: Diagnosis): boolean => {
  const ofTotals = diagnosis.alternatives.filter((changes) => onlyTotals(changes, diagnosis));
  return ofTotals.length === 1 && (ofTotals[0] ?? []).every((c) => c.by > 0);
};

const fillsBlanks = (changes: readonly CellChange[]): boolean =>
  changes.every((c) => c.cell.value === null);

const onlyOneTransposes = (alternatives: Diagnosis['alternatives']): boolean =>
  alternatives.filter((changes) => changes.every(transposed)).length === 1;

/** Machine name of the cause; null where the figures do not tell it. */
export const causeOf = (diagnosis: Diagnosis, sources: readonly Source[]): string | null => {
  if (diagnosis.shifted) return 'COLUMN_SHIFTED';
  const { alternatives } = diagnosis;
  const [only] = alternatives;
  if (only === undefined) return null;
  if (alternatives.length === 1 && fillsBlanks(only)) return 'FIGURE_LEFT_BLANK';
  if (onlyOneTransposes(alternatives)) return 'DIGITS_TRANSPOSED';
  const copied = copiedFrom(alternatives, sources, (changes) => onlyTotals(changes, diagnosis));
  if (copied) return copied;
  if (alternatives.every((changes) => movedBetweenColumns(changes, diagnosis))) {
    return 'MOVED_BETWEEN_COLUMNS';
  }
  if (alternatives.length > 1) return staleTotals(diagnosis) ? 'TOTAL_NOT_UPDATED' : null;
  return onlyTotals(only, diagnosis) ? 'TOTAL_NOT_UPDATED' : null;
};
