import { describe, expect, it } from 'vitest';
import { exampleForm } from '../../src/checks/example.js';
import { runChecks } from '../../src/checks/run.js';

type Figures = Record<string, readonly [naturalPerson: number, total: number]>;

const formOf = (year: number, rows: Figures) =>
  exampleForm({
    year,
    cells: Object.fromEntries(
      Object.entries(rows).flatMap(([row, [person, total]]) => [
        [`REQUESTS/${row}/naturalPerson`, String(person)],
        [`REQUESTS/${row}/total`, String(total)],
      ]),
    ),
  });

const findingsOf = (rows: Figures, carriedOutLastYear: number) =>
  runChecks(formOf(2024, rows), {
    previous: formOf(2023, { carriedOut: [carriedOutLastYear, carriedOutLastYear] }),
  }).findings.filter((f) => f.breaks.length > 0);

const DONE: Figures = { GRANTED: [9, 9], completed: [9, 9], carriedOut: [3, 3] };
const at = (row: string, column: string) => ({ table: 'REQUESTS', row, column });

describe('a balance that does not say which row is wrong', () => {
  it("is repaired where last year's carry-out was left out", () => {
    const found = findingsOf({ ...DONE, received: [7, 7], carriedIn: [0, 0] }, 5);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      check: 'A3',
      repair: [
        { ...at('carriedIn', 'naturalPerson'), to: '5' },
        { ...at('carriedIn', 'total'), to: '5' },
      ],
    });
    expect(found[0]!.breaks.map((b) => `${b.check} ${b.column!}`)).toEqual([
      'A3 naturalPerson',
      'A3 total',
      'X1 total',
      'X2 naturalPerson',
    ]);
  });

  it('is not put down to the carry-in that agrees with last year', () => {
    const found = findingsOf({ ...DONE, received: [9, 9], carriedIn: [4, 4] }, 4);
    expect(found).toHaveLength(1);
    expect(found[0]!.cells.map((c) => c.row)).not.toContain('carriedIn');
  });

  it('stays undecided where last year says something else', () => {
    const found = findingsOf({ ...DONE, received: [7, 7], carriedIn: [0, 0] }, 2);
    expect(found.map((f) => [f.check, f.repair])).toEqual([
      ['A3', []],
      ['X1', []],
    ]);
  });
});

it('a wrong carry-in is told once, with the relation to last year among what it breaks', () => {
  const found = findingsOf({ ...DONE, received: [7, 7], carriedIn: [5, 8] }, 5);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ check: 'A1', repair: [{ to: '5' }] });
  expect(found[0]!.breaks).toEqual([
    { check: 'A1', row: 'carriedIn' },
    { check: 'A3', column: 'total' },
    { check: 'X1', column: 'total' },
  ]);
});

it('a carry-in that differs from last year though the table balances is told by itself', () => {
  const found = findingsOf({ ...DONE, received: [12, 12], carriedIn: [0, 0] }, 5);
  expect(found.map((f) => [f.check, f.severity])).toEqual([['X1', 'ERROR']]);
});
