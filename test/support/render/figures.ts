import type { Edition, TableName } from '../../../src/format/form.js';
import { addressKey } from '../../../src/format/form.js';
import { blocksOf, formOf } from '../../../src/format/forms.js';
import { addressesOf } from './printed.js';
import type { Figures } from './printed.js';

const TABLES: readonly TableName[] = ['ACTIVE_DISCLOSURE', 'REQUESTS', 'APPEALS'];

/** Numbers from 0 up to, but not including, 1: the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Random figures for every cell of an edition, in which all relations of tables three and four hold. */
export function figuresOf(edition: Edition, seed: number): Map<string, string> {
  const random = randomFrom(seed);
  const below = (most: number): number => Math.floor(random() * most);
  // Mostly nought, seldom large, as in published reports.
  const count = (): number => (random() < 0.6 ? 0 : random() < 0.85 ? below(30) : below(3_000_000));
  const figures = new Map<string, string>();
  for (const a of TABLES.flatMap((t) => addressesOf(edition, t))) {
    figures.set(addressKey(a), String(count()));
    if (a.row === 'administrativeFeesWan') {
      const fraction = random() < 0.5 ? '' : `.${String(below(1_000_000)).padStart(6, '0')}`;
      figures.set(addressKey(a), `${below(90_000)}${fraction.replace(/\.?0+$/, '')}`);
    }
    if (a.column === 'change') figures.set(addressKey(a), String(below(80) - 40));
  }
  balance(edition, figures);
  return figures;
}

/** Makes totals the sums of their parts, and carries over what is not completed. */
function balance(edition: Edition, figures: Map<string, string>): void {
  const of = (table: TableName, row: string, column: string): number =>
    Number(figures.get(addressKey({ table, row, column })) ?? 0);
  const set = (table: TableName, row: string, column: string, value: number): void => {
    figures.set(addressKey({ table, row, column }), String(value));
  };
  const requests = blocksOf(edition, 'REQUESTS')[0]!;
  const outcomes = requests.rows.filter((r) => r.category).map((r) => r.key);
  for (const { key } of requests.columns) {
    const completed = outcomes.reduce((sum, row) => sum + of('REQUESTS', row, key), 0);
    set('REQUESTS', 'completed', key, completed);
    const due = completed + of('REQUESTS', 'carriedOut', key);
    const carried = Math.min(due, of('REQUESTS', 'carriedIn', key));
    set('REQUESTS', 'carriedIn', key, carried);
    set('REQUESTS', 'received', key, due - carried);
  }
  for (const table of ['REQUESTS', 'APPEALS'] as const) {
    const across = formOf(edition).relations[table].find((r) => r.along === 'COLUMNS')!;
    for (const row of blocksOf(edition, table)[0]!.rows) {
      const sum = across.left.reduce((total, column) => total + of(table, row.key, column), 0);
      set(table, row.key, across.right[0]!, sum);
    }
  }
}

/** The figures as they are printed where money carries its unit. */
export const printedFigures = (figures: Figures): Figures =>
  new Map(
    [...figures].map(([key, value]) => [key, key.endsWith('/amountYuan') ? `${value}元` : value]),
  );
