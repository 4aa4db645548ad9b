import fc from 'fast-check';
import { requests } from '../../src/format/edition-2021.js';
import { blocksOf } from '../../src/format/forms.js';
import type { Edition } from '../../src/format/form.js';
import { exampleForm } from '../../src/checks/example.js';
import type { FilledForm } from '../../src/format/report.js';

/** Figures of table three by row and column. */
export type Figures = Record<string, Record<string, number>>;

export const applicantKeys = requests.columns.map((c) => c.key).slice(0, 6);

export const rowsOf = (edition: Edition): string[] =>
  blocksOf(edition, 'REQUESTS')[0]!.rows.map((row) => row.key);

const outcomeKeys = (edition: Edition): string[] =>
  blocksOf(edition, 'REQUESTS')[0]!
    .rows.filter((row) => row.category !== undefined)
    .map((row) => row.key);

/** Mostly zero, sometimes small, rarely in the thousands: as published tables are. */
const heavyTailed = fc.oneof(
  { weight: 6, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 20 }) },
  { weight: 1, arbitrary: fc.integer({ min: 21, max: 90_000 }) },
);
const anyCount = fc.integer({ min: 0, max: 500 });

const numbers = (length: number): fc.Arbitrary<number[]> =>
  fc.oneof(
    fc.array(heavyTailed, { minLength: length, maxLength: length }),
    fc.array(anyCount, { minLength: length, maxLength: length }),
  );

/** A table three in which every sum holds. */
export const consistentFigures = (edition: Edition): fc.Arbitrary<Figures> => {
  const outcomes = outcomeKeys(edition);
  return numbers(6 * (outcomes.length + 2)).map((draw) => {
    const figures: Figures = Object.fromEntries(rowsOf(edition).map((row) => [row, {}]));
    let next = 0;
    const take = (): number => draw[next++]!;
    for (const column of applicantKeys) {
      for (const row of outcomes) figures[row]![column] = take();
      const completed = outcomes.reduce((all, row) => all + figures[row]![column]!, 0);
      const carriedOut = take();
      const carriedIn = Math.min(take(), completed + carriedOut);
      figures['completed']![column] = completed;
      figures['carriedOut']![column] = carriedOut;
      figures['carriedIn']![column] = carriedIn;
      figures['received']![column] = completed + carriedOut - carriedIn;
    }
    for (const row of Object.values(figures)) {
      row['total'] = applicantKeys.reduce((all, column) => all + row[column]!, 0);
    }
    return figures;
  });
};

export const formOfFigures = (figures: Figures, edition: Edition): FilledForm =>
  exampleForm({
    edition,
    year: edition === 'E2019' ? 2020 : 2024,
    cells: Object.fromEntries(
      Object.entries(figures).flatMap(([row, columns]) =>
        Object.entries(columns).map(([column, n]) => [`REQUESTS/${row}/${column}`, String(n)]),
      ),
    ),
  });

/** The relations of table three that do not hold, worked out here and not by the checks. */
export const brokenOf = (figures: Figures, edition: Edition): string[] => {
  const at = (row: string, column: string): number => figures[row]![column]!;
  const sum = (values: number[]): number => values.reduce((a, b) => a + b, 0);
  const columns = [...applicantKeys, 'total'];
  const a1 = rowsOf(edition).filter(
    (row) => sum(applicantKeys.map((c) => at(row, c))) !== at(row, 'total'),
  );
  const a2 = columns.filter(
    (c) => sum(outcomeKeys(edition).map((row) => at(row, c))) !== at('completed', c),
  );
  const a3 = columns.filter(
    (c) => at('received', c) + at('carriedIn', c) !== at('completed', c) + at('carriedOut', c),
  );
  return [...a1.map((r) => `A1 ${r}`), ...a2.map((c) => `A2 ${c}`), ...a3.map((c) => `A3 ${c}`)];
};

export const withChange = (figures: Figures, row: string, column: string, by: number): Figures => ({
  ...figures,
  [row]: { ...figures[row], [column]: figures[row]![column]! + by },
});
