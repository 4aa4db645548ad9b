import type { CellAddress, Relation } from '../../format/form.js';
import { formOf } from '../../format/forms.js';
import type { FilledCell, Finding } from '../../format/report.js';
import type { Arrangement, Slot } from './arrangement.js';
import { doubt, quoted } from './doubts.js';
import type { RowFit } from './fit-row.js';
import type { ColumnOrder } from './column-order.js';
import type { ValueCell } from './items.js';
import { readValue } from './value.js';
import type { Doubt, MoneyUnit, ValueReading } from './value.js';

/** The cells of one row of the form and what is doubtful about them. */
export interface RowReading {
  cells: FilledCell[];
  findings: Finding[];
}

interface Place {
  slot: Slot;
  /** Index among the printed columns. */
  at: number;
}

/** Reads a row whose cells were laid on its columns in one or several ways. */
export function readRow(
  arrangement: Arrangement,
  order: ColumnOrder,
  row: number,
  cells: readonly ValueCell[],
  fit: RowFit,
  unit: MoneyUnit | null,
): RowReading {
  const places = order.columns.flatMap((column, at) => {
    const slot = column < 0 ? null : arrangement.slot(row, column);
    return slot ? [{ slot, at }] : [];
  });
  const [single] = fit.options;
  if (single && fit.options.length === 1 && !fit.overflow) {
    return readPlainly(places, cells, fit, single, unit);
  }
  const readings = cells.map((c) => readingsOf(c, unit));
  const relations = formOf(arrangement.block.edition).relations[arrangement.block.table];
  const holding = fit.options.filter((o) => sumsHold(o, places, readings, relations));
  const options = holding.length > 0 ? holding : fit.options;
  const chosen = options[0] ?? [];
  const unsure = places.filter((p) => options.some((o) => !sameText(cells, o[p.at], chosen[p.at])));
  const filled = cells.filter((c) => c.class === 'VALUE').length;
  const likely = holding.length > 0 && filled === 2;
  const result: RowReading = { cells: [], findings: [] };
  for (const place of places) {
    const doubtful = (unsure.includes(place) && !likely) || fit.overflow;
    result.cells.push(cellOf(place.slot, cells[chosen[place.at] ?? -1], doubtful, unit, result));
  }
  result.findings.push(...placeFindings(places, cells, fit, holding.length, chosen, unsure));
  return result;
}

/** A row whose cells were laid on its columns in one way alone. */
function readPlainly(
  places: readonly Place[],
  cells: readonly ValueCell[],
  fit: RowFit,
  option: readonly number[],
  unit: MoneyUnit | null,
): RowReading {
  const result: RowReading = { cells: [], findings: [] };
  for (const { slot, at } of places) {
    result.cells.push(cellOf(slot, cells[option[at] ?? -1], false, unit, result));
  }
  const laid = option.filter((c) => c >= 0);
  const whole = laid.length === option.length && places.length >= laid.length;
  if (!whole || fit.misplaced || passesOver(cells, laid)) {
    result.findings.push(...placeFindings(places, cells, fit, 0, option, []));
  }
  return result;
}

/** Whether a number is in no column; one that is printed again in each column that its cell spans is one number. */
function passesOver(cells: readonly ValueCell[], laid: readonly number[]): boolean {
  const [first, second] = laid;
  const single = second === undefined ? cells[first ?? -1]?.text : undefined;
  return cells.some((c, i) => c.class === 'VALUE' && !laid.includes(i) && c.text !== single);
}

const sameText = (
  cells: readonly ValueCell[],
  a: number | undefined,
  b: number | undefined,
): boolean => (cells[a ?? -1]?.text ?? '').trim() === (cells[b ?? -1]?.text ?? '').trim();

const readingsOf = (cell: ValueCell, unit: MoneyUnit | null): ValueReading =>
  readValue(cell.text, 'COUNT', unit);

/** True where no relation between the columns of the row is broken by an option; blanks count as nothing. */
function sumsHold(
  option: readonly number[],
  places: readonly Place[],
  readings: readonly ValueReading[],
  relations: readonly Relation[],
): boolean {
  const across = relations.filter((r) => r.along === 'COLUMNS');
  const rows = new Set(places.map((p) => p.slot.row));
  return [...rows].every((row) =>
    across.every((relation) => {
      const sum = (keys: readonly string[]): bigint | null =>
        total(
          places.filter((p) => p.slot.row === row && keys.includes(p.slot.column ?? '')),
          option,
          readings,
        );
      const [left, right] = [sum(relation.left), sum(relation.right)];
      return left !== null && right !== null && left === right;
    }),
  );
}

function total(
  places: readonly Place[],
  option: readonly number[],
  readings: readonly ValueReading[],
): bigint | null {
  let sum = 0n;
  let stated = false;
  for (const place of places) {
    const reading = readings[option[place.at] ?? -1];
    if (reading?.status === 'UNREADABLE') return null;
    if (reading?.value === null || reading === undefined) continue;
    sum += BigInt(reading.value);
    stated = true;
  }
  return stated ? sum : null;
}

function cellOf(
  slot: Slot,
  cell: ValueCell | undefined,
  doubtful: boolean,
  unit: MoneyUnit | null,
  result: RowReading,
): FilledCell {
  const { table, row, column } = slot;
  if (!cell) {
    const status = doubtful ? 'UNREADABLE' : 'ABSENT';
    return { table, row, column, status, value: null, raw: null, locator: null };
  }
  const { locator } = cell.token;
  const { status, value, doubt: why } = readValue(cell.text, slot.kind, unit);
  if (doubtful) {
    return { table, row, column, status: 'UNREADABLE', value: null, raw: cell.text, locator };
  }
  if (why) result.findings.push(valueDoubt({ table, row, column }, why, cell.text, value));
  return { table, row, column, status, value, raw: cell.text, locator };
}

const UNIT_DOUBTS: readonly Doubt[] = ['UNIT_UNSTATED', 'UNIT_DIFFERS'];

/** What is odd about how a number is written. */
export function valueDoubt(
  address: CellAddress,
  why: Doubt,
  text: string,
  value: string | null,
): Finding {
  const seen = { ZH: `原文为${quoted(text)}`, EN: `printed ${quoted(text)}` };
  if (value === null) return doubt('UNREADABLE', [address], seen);
  const name = UNIT_DOUBTS.includes(why) ? 'UNIT' : 'SPELLING';
  return doubt(name, [address], {
    ZH: `${seen.ZH}，读作 ${value}`,
    EN: `${seen.EN}, read as ${value}`,
  });
}

function placeFindings(
  places: readonly Place[],
  cells: readonly ValueCell[],
  fit: RowFit,
  holding: number,
  chosen: readonly number[],
  unsure: readonly Place[],
): Finding[] {
  const all = places.map((p) => p.slot);
  const numbers = cells.filter((c) => c.class === 'VALUE');
  const seen = {
    ZH: `该行印有 ${quoted(numbers.map((c) => c.text).join(' '))}`,
    EN: `the row prints ${quoted(numbers.map((c) => c.text).join(' '))}`,
  };
  if (fit.options.length > 1 && holding === 1) return [doubt('BY_SUM', all, seen)];
  const used = new Set(chosen.filter((c) => c >= 0).map((c) => cells[c]));
  const extra = numbers.filter((c) => !used.has(c));
  const absent = places.filter((p) => (chosen[p.at] ?? -1) < 0);
  if (unsure.length > 0 || extra.length > 0 || absent.length > 0 || fit.overflow || fit.misplaced) {
    return [doubt('PLACE', all, seen)];
  }
  return [];
}
