import { addressKey } from '../../../src/format/form.js';
import type { DrawnCell, DrawnTable } from './printed.js';

/** A table that a copy damaged, and the addresses whose figures it no longer states. */
export interface Damaged {
  table: DrawnTable;
  lost: ReadonlySet<string>;
}

export type Damage = (table: DrawnTable, random: () => number) => Damaged;

const copy = (table: DrawnTable): DrawnTable => ({
  ...table,
  rows: table.rows.map((row) => row.map((cell) => ({ ...cell }))),
});

const pick = <T>(items: readonly T[], random: () => number): T | undefined =>
  items[Math.floor(random() * items.length)];

/** A row with figures, and the index of one of them. */
function anyFigure(table: DrawnTable, random: () => number): [DrawnCell[], number] {
  const row = pick(
    table.rows.filter((r) => r.some((c) => c.address)),
    random,
  )!;
  const at = pick(
    row.flatMap((c, i) => (c.address ? [i] : [])),
    random,
  )!;
  return [row, at];
}

const keysOf = (cells: readonly DrawnCell[]): string[] =>
  cells.flatMap((c) => (c.address ? [addressKey(c.address)] : []));

const damage =
  (change: (table: DrawnTable, random: () => number) => readonly string[]): Damage =>
  (table, random) => {
    const damaged = copy(table);
    const lost = new Set(change(damaged, random));
    return { table: damaged, lost };
  };

export const damages: Readonly<Record<string, Damage>> = {
  'a figure dropped': damage((table, random) => {
    const [row, at] = anyFigure(table, random);
    return keysOf(row.splice(at, 1));
  }),
  'two figures dropped': damage((table, random) => {
    const [row, at] = anyFigure(table, random);
    const first = keysOf(row.splice(at, 1));
    const [other, there] = anyFigure(table, random);
    return [...first, ...keysOf(other.splice(there, 1))];
  }),
  'a figure doubled': damage((table, random) => {
    const [row, at] = anyFigure(table, random);
    row.splice(at, 0, { ...row[at]! });
    return [];
  }),
  'a foreign number inserted': damage((table, random) => {
    const [row, at] = anyFigure(table, random);
    row.splice(at, 0, { text: '7', address: null, rowSpan: 1, columnSpan: 1 });
    return [];
  }),
  'two figures merged into one cell': damage((table, random) => {
    const [row, at] = anyFigure(table, random);
    const next = row[at + 1];
    // A figure and a blank look like the figure alone, and the row like one that is a blank short.
    if (!next?.address || row[at]!.text.trim() === '' || next.text.trim() === '') return [];
    const lost = keysOf([row[at]!, next]);
    row.splice(at, 2, { ...row[at]!, text: `${row[at]!.text} ${next.text}` });
    return lost;
  }),
  'a label lost': damage((table, random) => {
    const [row] = anyFigure(table, random);
    const labels = row.filter((c) => !c.address && c.text !== '');
    const last = labels.at(-1);
    if (last) last.text = '';
    return [];
  }),
  'a label cell lost': damage((table, random) => {
    const [row] = anyFigure(table, random);
    const at = row.findLastIndex((c) => !c.address && c.text !== '');
    if (at >= 0) row.splice(at, 1);
    return [];
  }),
  'a row lost': damage((table, random) => {
    const [row] = anyFigure(table, random);
    return keysOf(table.rows.splice(table.rows.indexOf(row), 1)[0]!);
  }),
  'a row printed twice': damage((table, random) => {
    const [row] = anyFigure(table, random);
    table.rows.splice(
      table.rows.indexOf(row),
      0,
      row.map((c) => ({ ...c })),
    );
    return [];
  }),
  'two rows exchanged': damage((table, random) => {
    const [row] = anyFigure(table, random);
    const at = table.rows.indexOf(row);
    const next = table.rows[at + 1];
    if (!next?.some((c) => c.address)) return [];
    table.rows.splice(at, 2, next, row);
    return [];
  }),
  'figures of a row blank but for the last': damage((table, random) => {
    const [row] = anyFigure(table, random);
    const blanked = row.filter((c) => c.address).slice(0, -1);
    blanked.forEach((c) => (c.text = ''));
    return keysOf(blanked);
  }),
  'some figures blank': damage((table, random) => {
    const blanked = table.rows.flat().filter((c) => c.address && random() < 0.2);
    blanked.forEach((c) => (c.text = ''));
    return keysOf(blanked);
  }),
  'the noughts blank': damage((table) => {
    const blanked = table.rows.flat().filter((c) => c.address && c.text === '0');
    blanked.forEach((c) => (c.text = ''));
    return keysOf(blanked);
  }),
  'the noughts dropped': damage((table, random) => {
    const lost: string[] = [];
    table.rows.forEach((row, r) => {
      if (random() < 0.5) return;
      const dropped = row.filter((c) => c.address && c.text === '0');
      table.rows[r] = row.filter((c) => !dropped.includes(c));
      lost.push(...keysOf(dropped));
    });
    return lost;
  }),
  'a page mark between rows': damage((table, random) => {
    const [row] = anyFigure(table, random);
    const mark = { text: '— 5 —', address: null, rowSpan: 1, columnSpan: table.columns };
    table.rows.splice(table.rows.indexOf(row), 0, [mark]);
    return [];
  }),
  'a page number between rows': damage((table, random) => {
    const [row] = anyFigure(table, random);
    const mark = { text: '5', address: null, rowSpan: 1, columnSpan: table.columns };
    table.rows.splice(table.rows.indexOf(row), 0, [mark]);
    return [];
  }),
  'a label misspelled': damage((table, random) => {
    const [row] = anyFigure(table, random);
    const own = row.findLast((c) => !c.address && c.text.length > 4);
    if (!own) return [];
    const at = 2 + Math.floor(random() * (own.text.length - 2));
    own.text = own.text.slice(0, at) + (random() < 0.5 ? '' : '某') + own.text.slice(at + 1);
    return [];
  }),
  'a text in the place of a figure': damage((table, random) => {
    const [row, at] = anyFigure(table, random);
    row[at]!.text = '见附件';
    return keysOf([row[at]!]);
  }),
  'the heads lost': damage((table) => {
    const first = table.rows.findIndex((r) => r.some((c) => c.address));
    table.rows.splice(0, first);
    return [];
  }),
};
