import { addressKey } from '../format/form.js';
import type { CellAddress, TableName } from '../format/form.js';
import { valueKindOf } from './printed-rows.js';

/** How people name a cell: REQUESTS/NOT_HELD/naturalPerson, ACTIVE_DISCLOSURE/licensingDecisions. */
export const cellName = (cell: CellAddress): string => addressKey(cell).replace(/\/$/, '');

/** The cell of a name; null where no edition of the form has it. */
export const cellNamed = (name: string): CellAddress | null => {
  const [table = '', row = '', column = null, ...more] = name.trim().split('/');
  const cell = { table: table as TableName, row, column: column === '' ? null : column };
  return more.length === 0 && valueKindOf(cell) !== null ? cell : null;
};
