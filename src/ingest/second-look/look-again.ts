import type { Edition, TableName } from '../../format/form.js';
import { addressKey } from '../../format/form.js';
import { blocksOf } from '../../format/forms.js';
import { readerRules } from '../../format/reader-rules.js';
import type { FilledCell, Finding } from '../../format/report.js';
import type { Page } from '../page.js';
import { doubt } from '../tables/doubts.js';
import type { TableReading } from '../tables/read-tables.js';
import { balanceOf, countOf } from './balance.js';
import type { Balance } from './balance.js';
import { solutionsOf } from './choose-readings.js';
import type { Choice, Solution } from './choose-readings.js';
import { printedRows } from './printed-rows.js';
import type { PrintedRow } from './printed-rows.js';
import { readingsOf } from './row-readings.js';
import type { RowReading } from './row-readings.js';

/**
 * Looks again at the print of tables three and four where their sums do not hold. What was read stays, unless exactly
 * one other reading of the same print makes every sum of the table hold: then that is taken, and a finding names both.
 * Where several do, nothing is taken and a finding says so.
 */
export function lookAgain(page: Page, read: TableReading): TableReading {
  return (['REQUESTS', 'APPEALS'] as const).reduce((now, table) => again(page, now, table), read);
}

function again(page: Page, read: TableReading, table: TableName): TableReading {
  const edition = editionOf(read, table);
  const own = read.cells.filter((c) => c.table === table);
  if (!edition || own.every((c) => c.value === null)) return read;
  const balance = balanceOf(edition, table);
  if (balance.holds(own) || !mayHold(own)) return read;
  const rows = printedRows(page, table, edition, own);
  const solutions = solve(rows, own, balance);
  const [only] = solutions;
  if (!only) return read;
  return solutions.length === 1 ? taken(read, rows, only) : left(read, rows, solutions);
}

const editionOf = (read: TableReading, table: TableName): Edition | null => {
  const key = blocksOf('E2021', table)[0]?.key ?? '';
  return read.blockEditions[key] ?? null;
};

/** Sums are compared exactly; a negative or huge figure is never a matter of reading. */
const mayHold = (cells: readonly FilledCell[]): boolean =>
  cells.every((c) => Number.isSafeInteger(countOf(c)) && countOf(c) >= 0);

function solve(
  rows: readonly PrintedRow[],
  own: readonly FilledCell[],
  balance: Balance,
): Solution<RowReading>[] {
  const choices: Choice<RowReading>[] = [];
  for (const row of rows) {
    const choice = choiceOf(row, balance);
    if (!choice.plain && choice.others.length === 0) return [];
    choices.push(choice);
  }
  const inRows = new Set(rows.flatMap((r) => r.cells.map(addressKey)));
  const others = own.filter((c) => !inRows.has(addressKey(c)));
  const counts = others.map(countOf);
  if (!balance.rowsHold(others, counts)) return [];
  const rest = balance.shares(others, counts);
  if (rest.length > 0) return solutionsOf(choices, rest);
  return solutionsOf(
    choices.map(({ plain, others: readings }) => ({ plain, others: plain ? [] : readings })),
    rest,
  );
}

function choiceOf(row: PrintedRow, balance: Balance): Choice<RowReading> {
  const plain = row.cells.map(countOf);
  const unread = row.cells.some((c) => c.status === 'UNREADABLE');
  const others = readingsOf(row, (counts) => balance.rowsHold(row.cells, counts))
    .filter(({ counts }) => unread || counts.some((n, i) => n !== plain[i]))
    .map((reading) => ({ reading, shares: balance.shares(row.cells, reading.counts) }));
  if (unread || !balance.rowsHold(row.cells, plain)) return { plain: null, others };
  const reading = { counts: plain, places: [] };
  return { plain: { reading, shares: balance.shares(row.cells, plain) }, others };
}

/** The cells of a row in another reading; where a nought or nothing may stand, they stay as they were if that is said. */
const cellsIn = (row: PrintedRow, { places }: RowReading): FilledCell[] =>
  row.cells.map((plain, i) => {
    const { table, row: key, column } = plain;
    const piece = places[i];
    const address = { table, row: key, column };
    if (!piece) return { ...address, status: 'ABSENT', value: null, raw: null, locator: null };
    if (piece === 'UNSURE') {
      if (countOf(plain) === 0 && plain.value !== null) return plain;
      return { ...address, status: 'UNREADABLE', value: null, raw: null, locator: null };
    }
    const { status, value, raw, locator } = piece;
    return { ...address, status, value, raw, locator };
  });

const SETTLED: readonly string[] = [readerRules.PLACE.code, readerRules.UNREADABLE.code];

function taken(
  read: TableReading,
  rows: readonly PrintedRow[],
  solution: Solution<RowReading>,
): TableReading {
  const changed = new Map<string, FilledCell>();
  const findings: Finding[] = [];
  for (const [r, reading] of solution) {
    const row = rows[r];
    if (!row) continue;
    const cells = cellsIn(row, reading);
    cells.forEach((c) => changed.set(addressKey(c), c));
    findings.push(doubt('OTHER_READING', cells, bothReadings(row.cells, cells)));
  }
  const settled = (f: Finding): boolean =>
    SETTLED.includes(f.check) &&
    f.cells.length > 0 &&
    f.cells.every((c) => changed.has(addressKey(c)));
  return {
    ...read,
    cells: read.cells.map((c) => changed.get(addressKey(c)) ?? c),
    findings: [...read.findings.filter((f) => !settled(f)), ...findings],
  };
}

function left(
  read: TableReading,
  rows: readonly PrintedRow[],
  solutions: readonly Solution<RowReading>[],
): TableReading {
  const concerned = new Set(solutions.flatMap((s) => [...s.keys()]));
  const findings = [...concerned].flatMap((r) => {
    const row = rows[r];
    const reading = solutions.flatMap((s) => s.get(r) ?? [])[0];
    if (!row || !reading) return [];
    return [doubt('OTHER_READINGS', row.cells, bothReadings(row.cells, cellsIn(row, reading)))];
  });
  return { ...read, findings: [...read.findings, ...findings] };
}

const told = (cells: readonly FilledCell[]): string => cells.map((c) => c.value ?? '—').join(' ');

const bothReadings = (
  before: readonly FilledCell[],
  after: readonly FilledCell[],
): { ZH: string; EN: string } => ({
  ZH: `原读作 ${told(before)}，另读作 ${told(after)}`,
  EN: `first read as ${told(before)}, otherwise as ${told(after)}`,
});
