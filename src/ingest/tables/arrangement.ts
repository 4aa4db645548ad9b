import type { Block, CellAddress, Column, Row, ValueKind } from '../../format/form.js';
import { labelId } from './lexicon.js';

/** A printed row or column: its own label and those printed over several, outermost first, as ids of the lexicon. */
export interface Line {
  /** Null where the row is printed without a label. */
  own: number | null;
  under: readonly number[];
}

export interface Slot extends CellAddress {
  kind: ValueKind;
}

/** A way to set a block in print: which labels stand in front of its rows, which over its columns. */
export interface Arrangement {
  /** TABLE as on the form, TURNED with rows and columns exchanged, LIST one number a row, WIDE one row. */
  name: 'TABLE' | 'TURNED' | 'LIST' | 'WIDE';
  block: Block;
  rows: readonly Line[];
  columns: readonly Line[];
  slot: (row: number, column: number) => Slot | null;
  /** Columns by their own label. */
  columnsOf: ReadonlyMap<number, readonly number[]>;
  /** Labels printed over several columns. */
  columnGroups: ReadonlySet<number>;
}

type Draft = Omit<Arrangement, 'columnsOf' | 'columnGroups'>;

function indexed(draft: Draft): Arrangement {
  const columnsOf = new Map<number, number[]>();
  draft.columns.forEach(({ own }, column) => {
    if (own !== null) columnsOf.set(own, [...(columnsOf.get(own) ?? []), column]);
  });
  return { ...draft, columnsOf, columnGroups: new Set(draft.columns.flatMap((c) => c.under)) };
}

const lineOf = (line: Row | Column): Line => ({
  own: labelId(line.label.zh),
  under: line.under.map((l) => labelId(l.zh)),
});

/** One label for a cell: the column's, under those of the row; the row's alone where it has one cell. */
const lineOfCell = (block: Block, row: Row, column: Column): Line =>
  block.single
    ? lineOf(row)
    : {
        own: labelId(column.label.zh),
        under: [...row.under, row.label].map((l) => labelId(l.zh)),
      };

function slotOf(block: Block, row: Row | undefined, column: Column | undefined): Slot | null {
  if (!row || !column || row.without?.includes(column.key)) return null;
  return {
    table: block.table,
    row: row.key,
    column: block.single ? null : column.key,
    kind: column.kind,
  };
}

/** All ways to set a block, the form's own first. */
export function arrangementsOf(block: Block): Arrangement[] {
  const { rows, columns } = block;
  const cells = rows.flatMap((row) => columns.map((column) => ({ row, column })));
  const cellLines = cells.map(({ row, column }) => lineOfCell(block, row, column));
  const blank: Line = { own: null, under: [] };
  const all: Draft[] = [
    {
      name: 'TABLE',
      block,
      rows: rows.map(lineOf),
      columns: columns.map(lineOf),
      slot: (r, c) => slotOf(block, rows[r], columns[c]),
    },
    {
      name: 'TURNED',
      block,
      rows: columns.map(lineOf),
      columns: rows.map(lineOf),
      slot: (r, c) => slotOf(block, rows[c], columns[r]),
    },
    {
      name: 'LIST',
      block,
      rows: cellLines,
      columns: [blank],
      slot: (r) => slotOf(block, cells[r]?.row, cells[r]?.column),
    },
    {
      name: 'WIDE',
      block,
      rows: [blank],
      columns: cellLines,
      slot: (_, c) => slotOf(block, cells[c]?.row, cells[c]?.column),
    },
  ];
  const first = block.table === 'APPEALS' ? 'WIDE' : 'TABLE';
  return all.sort((a, b) => Number(b.name === first) - Number(a.name === first)).map(indexed);
}
