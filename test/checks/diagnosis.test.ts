import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/format/report.js';
import { runChecks } from '../../src/checks/run.js';
import {
  applicantKeys,
  brokenOf,
  consistentFigures,
  formOfFigures,
  rowsOf,
  withChange,
} from './random-table.js';
import type { Figures } from './random-table.js';

const EDITIONS = ['E2019', 'E2021'] as const;
const COLUMNS = [...applicantKeys, 'total'];

const sumFindings = (figures: Figures, edition: (typeof EDITIONS)[number]): Finding[] =>
  runChecks(formOfFigures(figures, edition), {}).findings.filter((f) => /^A[1-4]$/.test(f.check));

const names = (findings: readonly Finding[]): string[] => [
  ...new Set(findings.flatMap((f) => f.breaks.map((b) => `${b.check} ${b.row ?? b.column ?? ''}`))),
];

const changeOf = (edition: (typeof EDITIONS)[number]) =>
  fc.record({
    row: fc.constantFrom(...rowsOf(edition)),
    column: fc.constantFrom(...COLUMNS),
    by: fc.oneof(
      fc.integer({ min: -300, max: 300 }),
      fc.integer({ min: -100_000, max: 100_000 }),
      fc.constantFrom(1, -1, 9, -9, 10, -10),
    ),
  });

describe.each(EDITIONS)('table three of the edition %s', (edition) => {
  it('has no finding where every sum holds', () => {
    fc.assert(
      fc.property(consistentFigures(edition), (figures) => {
        expect(sumFindings(figures, edition)).toEqual([]);
      }),
    );
  });

  it('has one finding for a single wrong cell, which proposes the true value', () => {
    fc.assert(
      fc.property(consistentFigures(edition), changeOf(edition), (figures, { row, column, by }) => {
        const truth = figures[row]![column]!;
        fc.pre(by !== 0 && truth + by >= 0);
        const printed = withChange(figures, row, column, by);
        const found = sumFindings(printed, edition);
        const address = { table: 'REQUESTS', row, column };
        expect(found).toHaveLength(1);
        expect(found[0]!.severity).toBe('ERROR');
        expect(found[0]!.cells).toEqual([address]);
        expect(found[0]!.repair).toEqual([{ ...address, to: String(truth) }]);
        expect(names(found)).toEqual(brokenOf(printed, edition));
      }),
      { numRuns: 400 },
    );
  });

  it('locates every cell of the table', () => {
    const figures = fc.sample(consistentFigures(edition), { numRuns: 1, seed: 7 })[0]!;
    for (const row of rowsOf(edition)) {
      for (const column of COLUMNS) {
        const found = sumFindings(withChange(figures, row, column, 1), edition);
        expect(found.map((f) => f.cells)).toEqual([[{ table: 'REQUESTS', row, column }]]);
      }
    }
  });

  it('names every broken relation and none that holds, however many cells are wrong', () => {
    fc.assert(
      fc.property(
        consistentFigures(edition),
        fc.array(changeOf(edition), { minLength: 2, maxLength: 12 }),
        (figures, changes) => {
          const printed = changes.reduce(
            (now, { row, column, by }) =>
              now[row]![column]! + by < 0 ? now : withChange(now, row, column, by),
            figures,
          );
          const found = sumFindings(printed, edition);
          expect(names(found).sort()).toEqual(brokenOf(printed, edition).sort());
          expect(found.every((f) => f.severity === 'ERROR' && f.breaks.length > 0)).toBe(true);
          const order = (f: Finding): string[] => f.breaks.map((b) => b.check);
          for (const f of found) expect(f.check).toBe([...order(f)].sort()[0]);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('finds several errors of different size apart, each with its own repair', () => {
    fc.assert(
      fc.property(
        consistentFigures(edition),
        fc.shuffledSubarray(rowsOf(edition), { minLength: 3, maxLength: 3 }),
        fc.shuffledSubarray(applicantKeys, { minLength: 3, maxLength: 3 }),
        (figures, rows, columns) => {
          const changes = [3, 10, 500].map((by, i) => ({ row: rows[i]!, column: columns[i]!, by }));
          const printed = changes.reduce(
            (now, c) => withChange(now, c.row, c.column, c.by),
            figures,
          );
          const found = sumFindings(printed, edition);
          const repairs = found.flatMap((f) =>
            f.repair.map((r) => [r.row, r.column, r.to].join(' ')),
          );
          expect(found).toHaveLength(3);
          expect(repairs.sort()).toEqual(
            changes
              .map((c) => [c.row, c.column, String(figures[c.row]![c.column]!)].join(' '))
              .sort(),
          );
        },
      ),
      { numRuns: 40 },
    );
  });
});
