import type { Block, TableName, ValueKind } from '../../format/form.js';
import { forms } from '../../format/forms.js';
import { databaseColumn } from '../printed-rows.js';

/** A cell of the form as the kept totals have it: one column. */
export interface KeptCell {
  /** `received_total`, `not_held_natural_person`, `licensing_decisions`. */
  name: string;
  table: TableName;
  kind: ValueKind;
  /** The printed cells that count into it: more than one where editions print the same in different rows. */
  sources: readonly KeptSource[];
}

/** A cell of a printed row, by the keys of its row and column. */
export interface KeptSource {
  row: string;
  column: string;
}

const tables: readonly TableName[] = ['ACTIVE_DISCLOSURE', 'REQUESTS', 'APPEALS'];

const rowName = (row: string): string =>
  /^[A-Z_]+$/.test(row) ? row.toLowerCase() : databaseColumn(row);

const nameIn = (block: Block, row: string, column: string): string =>
  block.single ? rowName(row) : `${rowName(row)}_${databaseColumn(column)}`;

function collect(): readonly KeptCell[] {
  const cells = new Map<string, KeptCell & { sources: KeptSource[] }>();
  const blocks = forms.toReversed().flatMap((form) => form.blocks);
  for (const block of tables.flatMap((table) => blocks.filter((b) => b.table === table))) {
    for (const row of block.rows) {
      for (const { key: column, kind } of block.columns) {
        if (row.without?.includes(column)) continue;
        const name = nameIn(block, row.key, column);
        const cell = cells.get(name) ?? { name, table: block.table, kind, sources: [] };
        cells.set(name, cell);
        if (!cell.sources.some((s) => s.row === row.key && s.column === column)) {
          cell.sources.push({ row: row.key, column });
        }
      }
    }
  }
  return [...cells.values()];
}

/** Every cell that any edition prints, the newest edition first. */
export const keptCells: readonly KeptCell[] = collect();

const byPlace = new Map(
  keptCells.flatMap((cell) =>
    cell.sources.map(({ row, column }) => [`${cell.table}/${row}/${column}`, cell] as const),
  ),
);

/** The kept cell into which a printed cell counts; undefined where no edition prints it. */
export const keptCellAt = (table: TableName, row: string, column: string): KeptCell | undefined =>
  byPlace.get(`${table}/${row}/${column}`);
