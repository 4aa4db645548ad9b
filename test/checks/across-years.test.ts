import { describe, expect, it } from 'vitest';
import { exampleForm } from '../../src/checks/example.js';
import type { ExampleReport } from '../../src/checks/example.js';
import { runChecks } from '../../src/checks/run.js';

const status = (code: string, report: ExampleReport, previous?: ExampleReport) =>
  runChecks(exampleForm(report), {
    previous: previous ? exampleForm(previous) : null,
  }).results.find((r) => r.check === code)?.status ?? null;

const IN_TWO = { cells: { 'REQUESTS/carriedIn/total': '2' } };
const N = 'ACTIVE_DISCLOSURE/normativeDocuments';

describe('X1 and X2', () => {
  it('cross the change of edition from 2020 to 2021', () => {
    const before = { year: 2020, cells: { 'REQUESTS/carriedOut/total': '2' } };
    expect(status('X1', { ...IN_TWO, year: 2021 }, before)).toBe('PASS');
  });

  it('are not judged without last year, or with another year in its place', () => {
    expect(status('X1', IN_TWO)).toBe('NOT_ASSESSABLE');
    expect(status('X1', IN_TWO, { year: 2022 })).toBe('NOT_ASSESSABLE');
  });

  it('are not judged where the cell is blank', () => {
    const blank = { cells: { 'REQUESTS/carriedIn/total': '' } };
    expect(status('X1', blank, { year: 2023 })).toBe('NOT_ASSESSABLE');
    expect(status('X2', blank, { year: 2023 })).toBe('NOT_ASSESSABLE');
  });

  it('leave the judgement to X4 after a merger', () => {
    const { results } = runChecks(exampleForm(IN_TWO), {
      predecessors: [exampleForm({ year: 2023, cells: { 'REQUESTS/carriedOut/total': '2' } })],
    });
    const of = (code: string) => results.find((r) => r.check === code)?.status;
    expect([of('X1'), of('X2'), of('X4')]).toEqual(['NOT_ASSESSABLE', 'NOT_ASSESSABLE', 'PASS']);
  });
});

describe('X3', () => {
  it.each([
    [597, 50, 227, 420],
    [420, 61, 59, 422],
    [5, 3, 0, 8],
  ])('holds in the reports of 宿迁 and 洪泽: %d + %d − %d = %d', (last, issued, repealed, now) => {
    const report = {
      cells: {
        [`${N}/issued`]: String(issued),
        [`${N}/repealed`]: String(repealed),
        [`${N}/inForce`]: String(now),
      },
    };
    expect(status('X3', report, { year: 2023, cells: { [`${N}/inForce`]: String(last) } })).toBe(
      'PASS',
    );
  });

  it('cannot start from a year in which other documents were counted', () => {
    expect(status('X3', { year: 2021 }, { year: 2020 })).toBe('NOT_ASSESSABLE');
  });
});

describe('A6', () => {
  it('needs no last year where no more was repealed than issued', () => {
    expect(status('A6', { cells: { [`${N}/issued`]: '2', [`${N}/repealed`]: '2' } })).toBe('PASS');
    expect(status('A6', { cells: { [`${N}/issued`]: '2', [`${N}/repealed`]: '3' } })).toBe(
      'NOT_ASSESSABLE',
    );
  });
});

describe('A5', () => {
  it('lets the changes of the 2019 form be negative, but no count', () => {
    const change = { 'ACTIVE_DISCLOSURE/licensing/change': '-11' };
    expect(status('A5', { year: 2020, cells: change })).toBe('PASS');
    expect(status('A5', { cells: { 'REQUESTS/GRANTED/total': '-1' } })).toBe('FAIL');
    expect(status('A5', { cells: { 'REQUESTS/GRANTED/total': '1.5' } })).toBe('FAIL');
  });

  it('is not judged as a whole where a cell could not be read', () => {
    expect(status('A5', { cells: { 'REQUESTS/GRANTED/total': '十二' } })).toBe('NOT_ASSESSABLE');
  });
});

describe('F11', () => {
  it('does not apply to a report without another version', () => {
    expect(status('F11', {})).toBeNull();
  });
});
