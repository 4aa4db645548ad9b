import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packCells, unpackCells } from '../../src/entities/packed-cells.js';
import type { FilledCell } from '../../src/format/report.js';
import { formOfYear } from '../filing/reports.js';

const text = fc.option(fc.string({ maxLength: 6 }));
const status = fc.constantFrom('READ', 'BLANK', 'MARK', 'UNREADABLE', 'ABSENT', 'ENTERED' as const);

/** What is read in a cell, at random; often the same as in its neighbours. */
const reading = fc.record(
  { status, value: text, raw: text, locator: text, read: fc.record({ status, value: text }) },
  { requiredKeys: ['status', 'value', 'raw', 'locator'] },
);

it('cells come out of the store as they went in, whatever is read in them', () => {
  fc.assert(
    fc.property(fc.constantFrom(2019, 2023), fc.array(reading, { minLength: 1 }), (year, some) => {
      const cells = formOfYear(year).cells.map(
        ({ table, row, column }, i) =>
          ({ table, row, column, ...some[i % some.length] }) as FilledCell,
      );
      const stored = JSON.parse(JSON.stringify(packCells(cells))) as ReturnType<typeof packCells>;
      expect(unpackCells(stored)).toEqual(cells);
    }),
    { numRuns: 40 },
  );
});

it('cells that were stored one by one are read as they are', () => {
  const { cells } = formOfYear(2023);
  expect(unpackCells(cells)).toEqual(cells);
});

it('a report that states its numbers takes a tenth of the space', () => {
  const cells = formOfYear(2023).cells.map((cell) => ({ ...cell, locator: null }));
  expect(JSON.stringify(packCells(cells)).length).toBeLessThan(JSON.stringify(cells).length / 7);
});
