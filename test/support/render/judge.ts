import { runChecks } from '../../../src/checks/run.js';
import type { CellAddress, TableName } from '../../../src/format/form.js';
import { addressKey } from '../../../src/format/form.js';
import type { FilledForm, Finding } from '../../../src/format/report.js';
import { gridOf } from './printed.js';
import type { DrawnTable } from './printed.js';

/** Addresses that a finding names, or whose row or column it says to be out of balance. */
export function namedBy(findings: readonly Finding[], addresses: Iterable<string>): Set<string> {
  const named = new Set(findings.flatMap((f) => f.cells.map(addressKey)));
  const all = [...addresses];
  // A finding about a whole row names it without a column.
  for (const key of all) if (named.has(key.replace(/[^/]*$/, ''))) named.add(key);
  for (const { row, column } of findings.flatMap((f) => f.breaks)) {
    for (const key of all) {
      const [table, ownRow, ownColumn] = key.split('/');
      if (table !== 'ACTIVE_DISCLOSURE' && row !== undefined && ownRow === row) named.add(key);
      if (table === 'REQUESTS' && column !== undefined && ownColumn === column) named.add(key);
    }
  }
  return named;
}

const TABLES: Readonly<Record<TableName, string>> = {
  ACTIVE_DISCLOSURE: 'Table 2',
  REQUESTS: 'Table 3',
  APPEALS: 'Table 4',
};

/** Whether F2 says that the cell's table is missing, or F1 that it is read as the other edition, where one of the two has no such cell. */
function isTableNamed(
  key: string,
  isPrinted: boolean,
  form: FilledForm,
  findings: readonly Finding[],
): boolean {
  const table = key.split('/')[0] as TableName;
  const cells = form.cells.filter((c) => c.table === table);
  const isOfBoth = isPrinted && cells.some((c) => addressKey(c) === key);
  const code = cells.every((c) => c.status === 'ABSENT') ? 'F2' : !isOfBoth && 'F1';
  return findings.some((f) => f.check === code && f.message.EN.includes(TABLES[table]));
}

/** How a reading compares with what was printed. */
export interface Judgement {
  /** Cells read otherwise than printed that nothing names. */
  silent: string[];
  /** Cells read otherwise than printed that a finding names. */
  named: string[];
  cells: number;
}

/** What a damaged table prints where each figure is due: by place, not by what the figures were before. */
export function saysByPlace(
  before: DrawnTable,
  after: DrawnTable,
  says: ReadonlyMap<string, string | null>,
): Map<string, string | null> {
  const due = rowsOf(before);
  const placed = new Map<string, string | null>();
  for (const row of gridOf(after)) {
    const own = row.find((p) => p?.cell.address)?.cell.address;
    const expected = own && due.get(own.row);
    expected?.forEach((address, c) => {
      const cell = row[c]?.cell;
      if (!address || !cell) return;
      const value = cell.address
        ? (says.get(addressKey(cell.address)) ?? null)
        : plainNumber(cell.text);
      placed.set(addressKey(address), cell.text === '' ? null : value);
    });
  }
  return placed;
}

const plainNumber = (text: string): string | null => (/^\d+$/.test(text) ? text : null);

/** For each row of figures the address due in each column of the grid. */
const rowsOf = (table: DrawnTable): Map<string, (CellAddress | null)[]> =>
  new Map(
    gridOf(table).flatMap((row) => {
      const own = row.find((p) => p?.cell.address)?.cell.address;
      return own ? [[own.row, row.map((p) => p?.cell.address ?? null)]] : [];
    }),
  );

/**
 * Compares every printed figure with the cell that was read.
 * @param placed what a damaged table prints by place, which is as right as what its figures were
 * @param lost addresses whose figures the document no longer states for sure: not reading them is right
 */
export function judge(
  form: FilledForm,
  says: ReadonlyMap<string, string | null>,
  lost: ReadonlySet<string> = new Set(),
  placed: ReadonlyMap<string, string | null> = new Map(),
): Judgement {
  const { findings } = runChecks(form, {});
  const named = namedBy([...form.findings, ...findings], says.keys());
  const isNamed = (key: string): boolean =>
    named.has(key) || isTableNamed(key, says.has(key), form, findings);
  const read = new Map(form.cells.map((c) => [addressKey(c), c]));
  const result: Judgement = { silent: [], named: [], cells: says.size };
  for (const key of new Set([...says.keys(), ...read.keys()])) {
    const cell = read.get(key);
    const due = says.get(key) ?? null;
    const value = cell?.value ?? null;
    if (value === due || (value === null && lost.has(key)) || value === placed.get(key)) continue;
    const told = `${key}: ${due ?? 'none'} → ${value ?? cell?.status ?? 'not there'}`;
    (isNamed(key) ? result.named : result.silent).push(told);
  }
  return result;
}
