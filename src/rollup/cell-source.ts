import { addressKey, cellsOf, type CellAddress } from '../format/form.js';
import { forms } from '../format/forms.js';
import { Refusal } from './refusal.js';
import { countedCell, countedCells, rowsCountedAs, rowTables } from '../filing/printed-columns.js';
import type { CellSum } from './metrics.js';
import type { SqlParams } from './sql-params.js';

/** Every cell that an edition prints, with the column of its row that holds it. */
const columns: ReadonlyMap<string, string> = new Map(
  forms
    .flatMap((form) => form.blocks)
    .flatMap((block) =>
      [...cellsOf(block)].map((cell) => [
        addressKey(cell),
        cell.column ?? block.columns[0]?.key ?? '',
      ]),
    ),
);

/**
 * What a report gives to a cell of a total, as a scalar subquery over `report`: the cell's number, a blank 总计
 * the sum of its stated columns, null where nothing is stated.
 * @throws Refusal where no edition prints such a cell
 */
export function givenTo(cell: CellAddress, params: SqlParams): string {
  const column = columns.get(addressKey(cell));
  if (column === undefined) {
    throw new Refusal(`The form has no cell ${cell.table} ${cell.row} ${cell.column ?? ''}`.trim());
  }
  const from = rowTables[cell.table];
  return `(
      SELECT sum(${countedCell(cell.table, from, column)}) FROM ${from}
      WHERE ${from}.report_id = report.id AND ${from}.year = report.year
        AND ${from}.row = ANY(${params.add(rowsCountedAs(cell.row))}::text[]))`;
}

/** What a report gives to a sum of cells, in the same way; null where it states none of them. */
export function givenToSum({ table, rows, columns }: CellSum, params: SqlParams): string {
  const from = rowTables[table];
  return `(
      SELECT sum(${countedCells(table, from, columns)}) FROM ${from}
      WHERE ${from}.report_id = report.id AND ${from}.year = report.year
        AND ${from}.row = ANY(${params.add([...rows])}::text[]))`;
}
