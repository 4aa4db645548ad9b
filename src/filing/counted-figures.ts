import { addressKey } from '../format/form.js';
import type { CellAddress } from '../format/form.js';
import type { FilledCell, FilledForm } from '../format/report.js';
import { valueKindOf } from './printed-rows.js';
import { storedNumber } from './stored-numbers.js';

/** A cell with which a report counts otherwise than before. */
export interface FigureChange {
  cell: CellAddress;
  /** Exact decimals; null: it is left out of the sum. */
  before: string | null;
  after: string | null;
}

/** Digits behind the point that amounts have. */
const SCALE = 6;

export const toScaled = (value: string): bigint => {
  const [whole = '0', fraction = ''] = value.split('.');
  return BigInt(`${whole}${fraction.padEnd(SCALE, '0')}`);
};

export const fromScaled = (scaled: bigint): string => {
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(SCALE + 1, '0');
  const text = `${digits.slice(0, -SCALE)}.${digits.slice(-SCALE)}`.replace(/\.?0+$/, '');
  return scaled < 0n ? `-${text}` : text;
};

const figureOf = (cell: FilledCell): string | null => {
  const kind = valueKindOf(cell);
  return kind && storedNumber(cell.value, kind);
};

/** With what each cell counts in totals: its number, and a blank 总计 the sum of its stated columns. */
export const countedFigures = (
  form: FilledForm,
): Map<string, { cell: FilledCell; value: string | null }> => {
  const counted = new Map(
    form.cells.map((cell) => [addressKey(cell), { cell, value: figureOf(cell) }] as const),
  );
  for (const { cell, value } of counted.values()) {
    if (cell.column !== 'total' || value !== null) continue;
    const stated = form.cells
      .filter((c) => c.table === cell.table && c.row === cell.row && c.column !== 'total')
      .flatMap((c) => figureOf(c) ?? []);
    if (stated.length === 0) continue;
    const sum = stated.reduce((total, figure) => total + toScaled(figure), 0n);
    counted.set(addressKey(cell), { cell, value: fromScaled(sum) });
  }
  return counted;
};

/** Cells with which the form counts otherwise than the one before it, in printed order. */
export const figureChanges = (before: FilledForm, after: FilledForm): FigureChange[] => {
  const [old, now] = [countedFigures(before), countedFigures(after)];
  return [...new Map([...old, ...now]).values()].flatMap(({ cell }) => {
    const { table, row, column } = cell;
    const was = old.get(addressKey(cell))?.value ?? null;
    const is = now.get(addressKey(cell))?.value ?? null;
    return was === is ? [] : [{ cell: { table, row, column }, before: was, after: is }];
  });
};
