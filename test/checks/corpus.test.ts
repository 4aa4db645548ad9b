import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exampleForm } from '../../src/checks/example.js';
import { runChecks } from '../../src/checks/run.js';

/** The cells of the sample reports, as a careful reader takes them, with the relations that do not hold in them. */

type Counts = Record<string, number | null>;
interface Expected {
  year: number;
  requests?: {
    received: Counts;
    carriedIn: Counts;
    outcomes: Record<string, Counts>;
    completed: Counts;
    carriedOut: Counts;
  };
  appeals?: Record<string, Counts>;
  failing?: { check: string; row?: string; column?: string }[];
}

const FOLDER = new URL('../fixtures/corpus/docs/', import.meta.url);

const reports = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.expected.json'))
  .map((name) => ({
    name: name.replace('.expected.json', ''),
    expected: JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as Expected,
  }))
  .filter(({ expected }) => expected.requests !== undefined);

const cellsOf = ({ requests, appeals = {} }: Expected): Record<string, string> => {
  const { outcomes = {}, ...rows } = requests ?? {};
  const tables = { REQUESTS: { ...rows, ...outcomes }, APPEALS: appeals };
  return Object.fromEntries(
    Object.entries(tables).flatMap(([table, lines]) =>
      Object.entries(lines).flatMap(([row, counts]: [string, Counts]) =>
        Object.entries(counts).map(([column, count]) => [
          `${table}/${row}/${column}`,
          count === null ? '' : String(count),
        ]),
      ),
    ),
  );
};

const brokenIn = (expected: Expected): string[] => {
  const edition = expected.requests?.outcomes['UNSPECIFIED_OTHER'] ? 'E2019' : 'E2021';
  const form = exampleForm({ year: expected.year, edition, cells: cellsOf(expected) });
  const errors = runChecks(form, {}).findings.filter(
    (f) => f.severity === 'ERROR' && /^A[1-4]$/.test(f.check),
  );
  return [...new Set(errors.flatMap((f) => f.breaks.map(nameOf)))].sort();
};

const nameOf = (b: { check: string; row?: string; column?: string }): string =>
  `${b.check} ${b.row ?? b.column ?? ''}`;

describe('the sample reports', () => {
  it('are there', () => {
    expect(reports.length).toBeGreaterThan(50);
  });

  it.each(reports)('$name: the relations that fail, and no other', ({ expected }) => {
    expect(brokenIn(expected)).toEqual((expected.failing ?? []).map(nameOf).sort());
  });
});
