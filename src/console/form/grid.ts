import { itemHead } from '../../format/edition-2021.js';
import type { Block, CellAddress, Column, Label, Row, ValueKind } from '../../format/form.js';

/** Where the heads and cells of a block of the form stand when it is printed as an HTML table. */

export interface HeadCell {
  readonly label: Label | null;
  readonly colSpan: number;
  readonly rowSpan: number;
}

export interface BodyRow {
  readonly key: string;
  readonly heads: readonly HeadCell[];
  readonly cells: readonly (CellAddress & { kind: ValueKind; colSpan: number })[];
}

export interface Grid {
  readonly head: readonly (readonly HeadCell[])[];
  readonly body: readonly BodyRow[];
}

interface Headed {
  readonly under: readonly Label[];
  readonly label: Label;
}

const sameHeads = (a: Headed, b: Headed | undefined, level: number): boolean =>
  b !== undefined && a.under.slice(0, level + 1).every((head, i) => head.zh === b.under[i]?.zh);

/** How many lines from `start` on stand under the same heads down to `level`. */
function runLength(lines: readonly Headed[], start: number, level: number): number {
  const first = lines[start];
  if (first === undefined) return 0;
  let end = start + 1;
  while (end < lines.length && sameHeads(first, lines[end], level)) end += 1;
  return end - start;
}

const startsRun = (lines: readonly Headed[], at: number, level: number): boolean => {
  const line = lines[at];
  return line !== undefined && (at === 0 || !sameHeads(line, lines[at - 1], level));
};

const depthOf = (lines: readonly Headed[]): number =>
  Math.max(...lines.map(({ under }) => under.length)) + 1;

/** Rows of column heads. A column under fewer heads has a taller label, or, with `tallHeads`, a taller head. */
function columnHeads(columns: readonly Headed[], tallHeads: boolean): HeadCell[][] {
  const depth = depthOf(columns);
  const rows: HeadCell[][] = Array.from({ length: depth }, () => []);
  columns.forEach((column, at) => {
    const missing = depth - 1 - column.under.length;
    const tallest = column.under.length - 1;
    column.under.forEach((label, level) => {
      if (!startsRun(columns, at, level)) return;
      const tall = tallHeads && level === tallest ? missing : 0;
      const colSpan = runLength(columns, at, level);
      rows[level]?.push({ label, colSpan, rowSpan: 1 + tall });
    });
    const inHead = tallHeads && column.under.length > 0;
    const level = inHead ? depth - 1 : column.under.length;
    rows[level]?.push({ label: column.label, colSpan: 1, rowSpan: depth - level });
  });
  return rows;
}

function rowHeads(rows: readonly Row[], at: number, depth: number): HeadCell[] {
  const row = rows[at];
  if (row === undefined) return [];
  const over = row.under.flatMap((label, level): HeadCell[] =>
    startsRun(rows, at, level) ? [{ label, colSpan: 1, rowSpan: runLength(rows, at, level) }] : [],
  );
  return [...over, { label: row.label, colSpan: depth - row.under.length, rowSpan: 1 }];
}

function bodyRow(block: Block, at: number, depth: number, width: number): BodyRow {
  const row = block.rows[at];
  const columns = block.columns.filter(({ key }) => !row?.without?.includes(key));
  const last = width - columns.length + 1;
  return {
    key: row?.key ?? '',
    heads: rowHeads(block.rows, at, depth),
    cells: columns.map(({ key, kind }, i) => ({
      table: block.table,
      row: row?.key ?? '',
      column: block.single ? null : key,
      kind,
      colSpan: i === columns.length - 1 ? last : 1,
    })),
  };
}

/** A block as rows of cells; with `width` its last column reaches to that many columns. */
export function gridOf(block: Block, width = block.columns.length): Grid {
  const depth = depthOf(block.rows);
  const [first = [], ...others] = columnHeads(block.columns, false);
  const stub = block.heading ? itemHead : null;
  const corner = { label: stub, colSpan: depth, rowSpan: others.length + 1 };
  const last = width - block.columns.length + 1;
  const head = first.map((cell, i) =>
    i === first.length - 1 && others.length === 0 ? { ...cell, colSpan: last } : cell,
  );
  return {
    head: [[corner, ...head], ...others],
    body: block.rows.map((_, at) => bodyRow(block, at, depth, width)),
  };
}

/** Table four prints its rows beside each other: one line of cells under the heads of row and column. */
export function gridAcross(block: Block): Grid {
  const places = block.rows.flatMap((row) =>
    block.columns.map((column: Column) => ({
      under: [...row.under, row.label],
      label: column.label,
      cell: {
        table: block.table,
        row: row.key,
        column: column.key,
        kind: column.kind,
        colSpan: 1,
      },
    })),
  );
  const cells = places.map(({ cell }) => cell);
  return { head: columnHeads(places, true), body: [{ key: block.key, heads: [], cells }] };
}
