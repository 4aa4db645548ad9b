import type { TableName } from '../format/form.js';
import { forms } from '../format/forms.js';
import { databaseColumn } from './printed-rows.js';

/** Where the printed rows of a table are stored: one table each, one column for a printed column. */
export const rowTables: Readonly<Record<TableName, string>> = {
  ACTIVE_DISCLOSURE: 'active_disclosure_row',
  REQUESTS: 'request_row',
  APPEALS: 'appeal_row',
};

/** Keys of the columns of a table over all editions, in printed order. */
export function columnKeys(table: TableName): readonly string[] {
  const blocks = forms.toReversed().flatMap((form) => form.blocks);
  const keys = blocks.filter((b) => b.table === table).flatMap((b) => b.columns.map((c) => c.key));
  return [...new Set(keys)];
}

/** What is left of the columns of a row once those that are added up are told from their printed sum. */
export const addends = (table: TableName): readonly string[] =>
  columnKeys(table).filter((key) => key !== 'total');

/** The stated ones of some columns added up; null where none is stated. */
export function statedSum(row: string, keys: readonly string[]): string {
  const columns = keys.map((key) => `${row}.${databaseColumn(key)}`);
  if (columns.length === 1) return columns.join();
  const sum = columns.map((column) => `coalesce(${column}, 0)`).join(' + ');
  return `CASE WHEN num_nonnulls(${columns.join(', ')}) > 0 THEN ${sum} END`;
}

/**
 * What a cell counts with where figures are added: its number, and a blank 总计 the sum of its stated columns.
 * `row` is the alias of the table of printed rows.
 */
export function countedCell(table: TableName, row: string, key: string): string {
  const column = `${row}.${databaseColumn(key)}`;
  return key === 'total' ? `coalesce(${column}, ${statedSum(row, addends(table))})` : column;
}

/** Several columns of a row added up, e.g. upheld, corrected and other results. */
export const countedCells = (table: TableName, row: string, keys: readonly string[]): string =>
  keys.length === 1 ? countedCell(table, row, String(keys[0])) : statedSum(row, keys);

/** Rows of the 2019 edition whose decisions count as those of a row of the 2021 edition. */
const DECISIONS_OF_2019: Readonly<Record<string, string>> = {
  licensingDecisions: 'licensing',
  penaltyDecisions: 'penalty',
  coercionDecisions: 'coercion',
};

/** Keys of the printed rows that count into a row of the API's tables. */
export function rowsCountedAs(row: string): readonly string[] {
  const older = DECISIONS_OF_2019[row];
  return older === undefined ? [row] : [row, older];
}
