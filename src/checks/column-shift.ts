import { addressKey } from '../format/form.js';
import type { FilledCell } from '../format/report.js';
import { countOf } from './cells.js';
import type { CellChange, Diagnosis } from './diagnosis.js';
import type { SumRelation } from './relations.js';

/**
 * Figures in the wrong columns. A table whose columns all moved keeps every sum down its columns and breaks the sums
 * across its rows; a single row that moved by one breaks its own sum and those of the columns it touches.
 */

export type Shift = Pick<Diagnosis, 'alternatives' | 'shifted'>;

/** Rows with at least so many figures that all break are taken for a shift. */
const FEWEST_ROWS = 3;

const rowOf = (relation: SumRelation): readonly FilledCell[] => [
  ...relation.left,
  ...relation.right,
];

const numbers = (row: readonly FilledCell[]): number[] => row.map((cell) => countOf(cell) ?? 0);

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** The shift that explains every broken relation of the table; null where there is none. */
export const shiftedTable = (relations: readonly SumRelation[]): Shift | null =>
  wholeTable(relations) ?? oneRow(relations);

const wholeTable = (relations: readonly SumRelation[]): Shift | null => {
  const across = relations.filter((r) => r.rule.check === 'A1');
  const down = relations.filter((r) => r.rule.check === 'A2' || r.rule.check === 'A3');
  const filled = across.filter((r) => numbers(rowOf(r)).some((n) => n !== 0));
  if (filled.length < FEWEST_ROWS || filled.some((r) => r.state === 'HOLDS')) return null;
  if (down.length === 0 || down.some((r) => r.state !== 'HOLDS')) return null;
  const rows = filled.map(rowOf);
  const moves = totalInWrongPlace(rows);
  if (moves.length > 0) return { alternatives: moves, shifted: true };
  if (neverFilled(rows)) return { alternatives: [rows.flatMap(filledIn)], shifted: false };
  return leavesOutOneColumn(rows) ? null : { alternatives: [], shifted: true };
};

/** No total at all was entered, and the figures stand where they belong: not all moved right, not all moved left. */
const neverFilled = (rows: readonly (readonly FilledCell[])[]): boolean => {
  const values = rows.map(numbers);
  if (values.some((row) => row.at(-1) !== 0)) return false;
  const movedRight = values.every((row) => row[0] === 0);
  const movedLeft = values.every((row) => (row.at(-2) ?? 0) >= sum(row.slice(0, -2)));
  return !movedRight && !movedLeft;
};

const filledIn = (row: readonly FilledCell[]): CellChange[] => {
  const parts = numbers(row).slice(0, -1);
  return changesOf(row, [...parts, sum(parts)]);
};

/** Every total is the sum without one and the same column: nothing moved. Totals of 0 alone say nothing of the kind. */
const leavesOutOneColumn = (rows: readonly (readonly FilledCell[])[]): boolean => {
  const values = rows.map(numbers);
  if (values.every((row) => row.at(-1) === 0)) return false;
  return (rows[0] ?? []).some((_, column) =>
    values.every((row) => sum(row.slice(0, -1)) - (row[column] ?? 0) === row.at(-1)),
  );
};

/** The column of totals printed before others: moving it to its place makes every row hold. */
const totalInWrongPlace = (rows: readonly (readonly FilledCell[])[]): CellChange[][] => {
  const width = rows[0]?.length ?? 0;
  const places = Array.from({ length: width - 1 }, (_, i) => i);
  return places
    .map((place) => rows.map((row) => moved(numbers(row), place)))
    .filter((table) => table.every((row) => sum(row.slice(0, -1)) === row.at(-1)))
    .map((table) => table.flatMap((row, r) => changesOf(rows[r] ?? [], row)));
};

const moved = (values: readonly number[], from: number): number[] => [
  ...values.slice(0, from),
  ...values.slice(from + 1),
  ...values.slice(from, from + 1),
];

const changesOf = (row: readonly FilledCell[], to: readonly number[]): CellChange[] =>
  row.flatMap((cell, i) => {
    const by = (to[i] ?? 0) - (countOf(cell) ?? 0);
    return by === 0 ? [] : [{ cell, by }];
  });

/** A single row that moved by one column and, so moved, explains all. */
const oneRow = (relations: readonly SumRelation[]): Shift | null => {
  const broken = relations.filter((r) => r.rule.check === 'A1' && r.state !== 'HOLDS');
  const [only] = broken;
  if (broken.length !== 1 || !only) return null;
  const row = rowOf(only);
  const fitting = new Map<string, CellChange[]>();
  for (const guess of [...movedRight(numbers(row)), ...movedLeft(numbers(row))]) {
    const changes = changesOf(row, guess);
    if (changes.length > 1 && mendsAll(relations, changes)) fitting.set(guess.join(' '), changes);
  }
  return fitting.size === 1 ? { alternatives: [...fitting.values()], shifted: true } : null;
};

/** An empty cell was put in at a place, the figures after it moved right and the total fell off. */
const movedRight = (values: readonly number[]): number[][] =>
  values.flatMap((value, place) => {
    if (value !== 0 || place === values.length - 1) return [];
    const parts = [...values.slice(0, place), ...values.slice(place + 1)];
    return [[...parts, sum(parts)]];
  });

/** A figure was lost at a place and those after it moved left, the total among them. */
const movedLeft = (values: readonly number[]): number[][] => {
  if (values.at(-1) !== 0) return [];
  const total = values.at(-2) ?? 0;
  const parts = values.slice(0, -2);
  const lost = total - sum(parts);
  if (lost < 0) return [];
  return values
    .slice(0, -1)
    .map((_, place) => [...parts.slice(0, place), lost, ...parts.slice(place), total]);
};

/** True where every relation holds with the changes made. */
export const mendsAll = (
  relations: readonly SumRelation[],
  changes: readonly CellChange[],
): boolean => {
  const by = new Map(changes.map((c) => [addressKey(c.cell), c.by]));
  const side = (cells: readonly FilledCell[]): number =>
    sum(cells.map((c) => by.get(addressKey(c)) ?? 0));
  return relations.every((r) => r.leftSum - r.rightSum + side(r.left) - side(r.right) === 0);
};
