import type { Edition } from '../../src/format/form.js';
import { formOf } from '../../src/format/forms.js';
import type { Value } from './report-page.js';

/** Numbers from a seed, the same on every machine. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
}

type Table = Record<string, Record<string, number>>;

function requestsTable(edition: Edition, next: () => number): Table {
  const block = formOf(edition).blocks.find((b) => b.key === 'requests')!;
  const columns = block.columns.slice(0, 6).map((c) => c.key);
  const table: Table = Object.fromEntries(block.rows.map((r) => [r.key, {}]));
  for (const column of columns) {
    let decided = 0;
    for (const row of block.rows.filter((r) => r.category)) {
      const value = next() < 0.5 ? 0 : Math.floor(next() * 40);
      table[row.key]![column] = value;
      decided += value;
    }
    const carriedOut = Math.floor(next() * Math.min(5, decided + 1));
    const carriedIn = Math.floor(next() * Math.min(4, decided + carriedOut + 1));
    table['completed']![column] = decided;
    table['carriedOut']![column] = carriedOut;
    table['carriedIn']![column] = carriedIn;
    table['received']![column] = decided + carriedOut - carriedIn;
  }
  for (const row of Object.values(table)) {
    row['total'] = columns.reduce((sum, c) => sum + row[c]!, 0);
  }
  return table;
}

function appealsTable(next: () => number): Table {
  const block = formOf('E2021').blocks.find((b) => b.key === 'appeals')!;
  return Object.fromEntries(
    block.rows.map(({ key }) => {
      const parts = ['upheld', 'corrected', 'otherResult', 'pending'].map((column) => [
        column,
        next() < 0.5 ? 0 : Math.floor(next() * 9),
      ]);
      const total = parts.reduce((sum, [, n]) => sum + Number(n), 0);
      return [key, { ...Object.fromEntries(parts), total }];
    }),
  );
}

/** Cells of a report in which every relation of the form holds. */
export function consistentValues(seed: number, edition: Edition): Value {
  const next = numbersFrom(seed);
  const tables = { ...requestsTable(edition, next), ...appealsTable(next) };
  const others = new Map<string, string>();
  const other = (row: string, column: string | null): string => {
    if (row === 'administrativeFeesWan' || column === 'amountYuan') {
      return `${Math.floor(next() * 900)}.${10 + Math.floor(next() * 89)}`;
    }
    if (column === 'change') return String(Math.floor(next() * 20) - 10);
    return String(next() < 0.3 ? 0 : Math.floor(next() * 3000));
  };
  return (row, column) => {
    const known = column === null ? undefined : tables[row]?.[column];
    if (known !== undefined) return String(known);
    const key = `${row}/${column ?? ''}`;
    const value = others.get(key) ?? other(row, column);
    others.set(key, value);
    return value;
  };
}
