import type {
  Block,
  CellAddress,
  Column,
  Edition,
  Row,
  TableName,
} from '../../../src/format/form.js';
import { addressKey, cellsOf } from '../../../src/format/form.js';
import { blocksOf } from '../../../src/format/forms.js';
import { cornerNote } from '../../../src/format/aliases.js';
import { itemHead } from '../../../src/format/edition-2021.js';

/** A cell of a table as a person would draw it: `address` is set where it holds a figure of the form. */
export interface DrawnCell {
  text: string;
  rowSpan: number;
  columnSpan: number;
  address: CellAddress | null;
}

/** A table with its spans: each row lists the cells that begin in it. */
export interface DrawnTable {
  rows: DrawnCell[][];
  columns: number;
}

/** Figures by `addressKey`, as they are to be printed. */
export type Figures = ReadonlyMap<string, string>;

export const label = (text: string, columnSpan = 1, rowSpan = 1): DrawnCell => ({
  text,
  rowSpan,
  columnSpan,
  address: null,
});

export const figure = (figures: Figures, address: CellAddress, columnSpan = 1): DrawnCell => ({
  text: figures.get(addressKey(address)) ?? '',
  rowSpan: 1,
  columnSpan,
  address,
});

const addressOf = (block: Block, row: Row, column: Column): CellAddress => ({
  table: block.table,
  row: row.key,
  column: block.single ? null : column.key,
});

/** Addresses of all cells of a table. */
export const addressesOf = (edition: Edition, table: TableName): CellAddress[] =>
  blocksOf(edition, table).flatMap((block) => [...cellsOf(block)]);

/** Table two as the form prints it: four or five blocks below each other, four columns wide. */
export function tableTwo(edition: Edition, figures: Figures): DrawnTable {
  const rows: DrawnCell[][] = [];
  for (const block of blocksOf(edition, 'ACTIVE_DISCLOSURE')) {
    const rest = 3 - block.columns.length;
    const spanOf = (i: number): number =>
      block.single ? 3 : 1 + (rest > 0 && i === -1 ? rest : 0);
    const pad = block.single || rest === 0 ? [] : [label('', rest)];
    rows.push([label(block.heading?.zh ?? '', 4)]);
    rows.push([
      label(itemHead.zh),
      ...block.columns.map((c, i) => label(c.label.zh, spanOf(i))),
      ...pad,
    ]);
    for (const row of block.rows) {
      rows.push([
        label(row.label.zh),
        ...block.columns.map((c, i) => figure(figures, addressOf(block, row, c), spanOf(i))),
        ...pad,
      ]);
    }
  }
  return { rows, columns: 4 };
}

/** Table three as the form prints it: three columns of labels, seven of figures, three rows of heads. */
export function tableThree(edition: Edition, figures: Figures): DrawnTable {
  const block = blocksOf(edition, 'REQUESTS')[0]!;
  const [person, ...legal] = block.columns.slice(0, -1);
  const total = block.columns.at(-1)!;
  const rows: DrawnCell[][] = [
    [label(cornerNote, 3, 3), label(person!.under[0]!.zh, 7)],
    [label(person!.label.zh, 1, 2), label(legal[0]!.under[1]!.zh, 5), label(total.label.zh, 1, 2)],
    legal.map((c) => label(c.label.zh)),
  ];
  block.rows.forEach((row, r) => {
    const cells: DrawnCell[] = [];
    row.under.forEach((group, depth) => {
      const above = block.rows[r - 1]?.under[depth]?.zh;
      if (above === group.zh) return;
      const span = block.rows.filter((other) => other.under[depth]?.zh === group.zh).length;
      cells.push(label(group.zh, 1, span));
    });
    cells.push(label(row.label.zh, 3 - row.under.length));
    cells.push(...block.columns.map((c) => figure(figures, addressOf(block, row, c))));
    rows.push(cells);
  });
  return { rows, columns: 10 };
}

/** Table four as the form prints it: one row of fifteen figures below three rows of heads. */
export function tableFour(edition: Edition, figures: Figures): DrawnTable {
  const block = blocksOf(edition, 'APPEALS')[0]!;
  const [review, ...suits] = block.rows;
  const heads = block.columns.map((c) => c.label.zh);
  return {
    columns: 15,
    rows: [
      [label(review!.label.zh, 5), label(suits[0]!.under[0]!.zh, 10)],
      [...heads.map((h) => label(h, 1, 2)), ...suits.map((s) => label(s.label.zh, 5))],
      suits.flatMap(() => heads.map((h) => label(h))),
      block.rows.flatMap((row) =>
        block.columns.map((c) => figure(figures, addressOf(block, row, c))),
      ),
    ],
  };
}

/** A place of the grid: the cell that covers it, and whether it begins there. */
export interface GridPlace {
  cell: DrawnCell;
  begins: boolean;
}

/** The table with its spans laid out: rows × columns. */
export function gridOf(table: DrawnTable): (GridPlace | null)[][] {
  const grid: (GridPlace | null)[][] = table.rows.map(() =>
    Array.from({ length: table.columns }, () => null),
  );
  table.rows.forEach((cells, r) => {
    let c = 0;
    for (const cell of cells) {
      while (grid[r]![c]) c++;
      for (let y = r; y < Math.min(grid.length, r + cell.rowSpan); y++) {
        for (let x = c; x < c + cell.columnSpan; x++) {
          grid[y]![x] = { cell, begins: y === r && x === c };
        }
      }
      c += cell.columnSpan;
    }
  });
  return grid;
}
