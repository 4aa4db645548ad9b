import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figureColumns, printedRows, unstatedCells } from '../../src/filing/printed-rows.js';
import { decimalOrNull, storedNumber } from '../../src/filing/stored-numbers.js';
import type { TableName } from '../../src/format/form.js';
import { createTestDatabase } from '../support/database.js';
import { randomForm } from './random-form.js';
import { formOfYear } from './reports.js';

const tables: Readonly<Record<TableName, string>> = {
  ACTIVE_DISCLOSURE: 'active_disclosure_row',
  REQUESTS: 'request_row',
  APPEALS: 'appeal_row',
};
const names = Object.keys(tables) as TableName[];

describe('the printed rows of a form', () => {
  it('have a place for every cell, and null for as many as state no number', () => {
    fc.assert(
      fc.property(randomForm, (form) => {
        for (const table of names) {
          const figures = printedRows(form, table).flatMap((row) => Object.values(row.figures));
          const cells = form.cells.filter((cell) => cell.table === table);
          expect(figures).toHaveLength(cells.length);
          const unstated = figures.filter((figure) => figure === null);
          expect(unstatedCells(form, table)).toBe(unstated.length);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('stand in printed order, 25 in table three of 2021 and 23 in that of 2019', () => {
    const rows = (year: number): string[] =>
      printedRows(formOfYear(year), 'REQUESTS').map(({ row }) => row);
    expect(rows(2024)).toHaveLength(25);
    expect(rows(2020)).toHaveLength(23);
    expect(rows(2020).slice(-3)).toEqual(['UNSPECIFIED_OTHER', 'completed', 'carriedOut']);
    const ordinals = printedRows(formOfYear(2020), 'ACTIVE_DISCLOSURE').map((row) => row.ordinal);
    expect(ordinals).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('of table two tell the edition of their block', () => {
    const [older, newer] = [formOfYear(2020), formOfYear(2024)];
    const isDocument = (cell: { row: string }): boolean =>
      cell.row === 'regulations' || cell.row === 'normativeDocuments';
    const mixed = {
      ...newer,
      cells: [
        ...older.cells.filter(isDocument),
        ...newer.cells.filter((cell) => !isDocument(cell)),
      ],
    };
    const rows = printedRows(mixed, 'ACTIVE_DISCLOSURE');
    expect(rows.map(({ row, edition }) => [row, edition])).toEqual([
      ['regulations', 'E2019'],
      ['normativeDocuments', 'E2019'],
      ['licensingDecisions', 'E2021'],
      ['penaltyDecisions', 'E2021'],
      ['coercionDecisions', 'E2021'],
      ['administrativeFeesWan', 'E2021'],
    ]);
    expect(Object.keys(rows[0]!.figures)).toEqual(['produced', 'disclosed', 'total_disclosed']);
  });

  it.each(names)('have the columns that the database has: %s', async (table) => {
    const test = await createTestDatabase();
    const columns = await test.database.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_name = $1`,
      [tables[table]],
    );
    await test.drop();
    const stored = columns.map(({ name }) => name).sort();
    const head = ['report_id', 'year', 'ordinal', 'row'];
    if (table === 'ACTIVE_DISCLOSURE') head.push('edition');
    expect([...head, ...figureColumns(table)].sort()).toEqual(stored);
  });
});

describe('a figure', () => {
  it.each([
    ['32', 'COUNT', '32'],
    ['-3', 'CHANGE', '-3'],
    ['9007199254740991', 'COUNT', '9007199254740991'],
    ['9007199254740993', 'COUNT', null],
    ['3.5', 'COUNT', null],
    ['12313.437', 'AMOUNT_WAN', '12313.437'],
    ['0.1234567', 'AMOUNT_WAN', null],
    ['251000.5', 'AMOUNT_YUAN', '251000.5'],
    ['0.125', 'AMOUNT_YUAN', null],
    [null, 'COUNT', null],
  ] as const)('of %s (%s) is stored as %s, never as another number', (value, kind, stored) => {
    expect(storedNumber(value, kind)).toBe(stored);
  });

  it.each([
    ['-12.50', '-12.50'],
    ['十二', null],
    ['2024-01-31', null],
    [null, null],
  ])('of a finding, %s, is stored as %s', (value, stored) => {
    expect(decimalOrNull(value)).toBe(stored);
  });
});
