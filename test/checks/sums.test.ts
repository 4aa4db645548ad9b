import { describe, expect, it } from 'vitest';
import { exampleForm } from '../../src/checks/example.js';
import { runChecks } from '../../src/checks/run.js';
import type { Finding } from '../../src/format/report.js';

type Row = readonly (number | string)[];

const COLUMNS = [
  'naturalPerson',
  'businessEnterprise',
  'researchInstitution',
  'publicInterestOrganization',
  'legalServiceAgency',
  'otherOrganization',
  'total',
];

const RESULTS = ['upheld', 'corrected', 'otherResult', 'pending', 'total'];

const cellsOf = (table: string, columns: readonly string[], rows: Record<string, Row>) =>
  Object.fromEntries(
    Object.entries(rows).flatMap(([row, values]) =>
      values.map((value, i) => [`${table}/${row}/${columns[i]!}`, String(value)]),
    ),
  );

const check = (requests: Record<string, Row>, appeals: Record<string, Row> = {}) =>
  runChecks(
    exampleForm({
      cells: {
        ...cellsOf('REQUESTS', COLUMNS, requests),
        ...cellsOf('APPEALS', RESULTS, appeals),
      },
    }),
    {},
  );

const sumsOf = (requests: Record<string, Row>, appeals: Record<string, Row> = {}): Finding[] =>
  check(requests, appeals).findings.filter((f) => /^A[1-4]$/.test(f.check));

const status = (requests: Record<string, Row>, code: string, appeals: Record<string, Row> = {}) =>
  check(requests, appeals).results.find((r) => r.check === code)?.status;

const SOUND: Record<string, Row> = {
  received: [30, 4, 0, 1, 2, 0, 37],
  carriedIn: [2, 0, 0, 0, 0, 0, 2],
  GRANTED: [10, 3, 0, 1, 0, 0, 14],
  NOT_HELD: [18, 1, 0, 0, 1, 0, 20],
  completed: [28, 4, 0, 1, 1, 0, 34],
  carriedOut: [4, 0, 0, 0, 1, 0, 5],
};

const at = (row: string, column: string) => ({ table: 'REQUESTS', row, column });

describe('a wrong cell', () => {
  it('is told as the contract words it', () => {
    const [found] = sumsOf({
      received: [32, 0, 0, 0, 0, 0, 32],
      GRANTED: [1, 0, 0, 0, 0, 0, 1],
      NOT_HELD: [28, 0, 0, 0, 0, 0, 29],
      completed: [30, 0, 0, 0, 0, 0, 30],
      carriedOut: [2, 0, 0, 0, 0, 0, 2],
    });
    expect(found).toEqual({
      check: 'A1',
      severity: 'ERROR',
      message: {
        ZH: '三（四）1.本机关不掌握相关政府信息：六类申请人合计 28，总计 29，相差 1。',
        EN: '3(4) 1. Not held by this organ: the 6 kinds of applicants add up to 28, the total is 29; difference 1.',
      },
      left: '28',
      right: '29',
      difference: '-1',
      breaks: [
        { check: 'A1', row: 'NOT_HELD' },
        { check: 'A2', column: 'naturalPerson' },
      ],
      cells: [at('NOT_HELD', 'naturalPerson')],
      repair: [{ ...at('NOT_HELD', 'naturalPerson'), to: '29' }],
      fault: 'DOCUMENT',
      cause: null,
    });
  });

  it('has its digits transposed where two neighbours changed places', () => {
    const [found] = sumsOf({ ...SOUND, received: [30, 4, 0, 1, 2, 0, 73] });
    expect(found).toMatchObject({ cause: 'DIGITS_TRANSPOSED', repair: [{ to: '37' }] });
  });

  it('is a total that was not updated where it is a total', () => {
    const [found] = sumsOf({ ...SOUND, GRANTED: [10, 3, 0, 1, 0, 0, 15] });
    expect(found).toMatchObject({
      cause: 'TOTAL_NOT_UPDATED',
      cells: [at('GRANTED', 'total')],
      repair: [{ to: '14' }],
    });
  });
});

describe('a case in the wrong column', () => {
  it('is one finding, with the row named where it can only be one', () => {
    const [found, ...others] = sumsOf({ ...SOUND, completed: [29, 3, 0, 1, 1, 0, 34] });
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      check: 'A2',
      cause: 'MOVED_BETWEEN_COLUMNS',
      repair: [
        { ...at('completed', 'naturalPerson'), to: '28' },
        { ...at('completed', 'businessEnterprise'), to: '4' },
      ],
    });
    expect(found!.breaks).toHaveLength(4);
    expect(found!.message.ZH).toContain('由 29 改为 28');
  });

  it('is one finding without a repair where it could be in several rows', () => {
    const found = sumsOf({ ...SOUND, NOT_HELD: [17, 1, 0, 0, 1, 1, 20] });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ cause: 'MOVED_BETWEEN_COLUMNS' });
    expect(found[0]!.breaks).toEqual([
      { check: 'A2', column: 'naturalPerson' },
      { check: 'A2', column: 'otherOrganization' },
    ]);
  });
});

describe('columns that moved', () => {
  it('are one finding where the total stands before the kinds of applicants', () => {
    const moved = Object.fromEntries(
      Object.entries(SOUND).map(([row, v]) => [row, [v[6]!, ...v.slice(0, 6)]]),
    );
    const found = sumsOf(moved);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ check: 'A1', cause: 'COLUMN_SHIFTED' });
    const repaired = found[0]!.repair.filter((r) => r.row === 'NOT_HELD').map((r) => r.to);
    expect(repaired).toEqual(['18', '1', '0', '1', '0', '20']);
  });

  it('are one finding where an empty column was put in and the total fell off', () => {
    const moved = Object.fromEntries(
      Object.entries(SOUND).map(([row, v]) => [row, [0, ...v.slice(0, 6)]]),
    );
    const found = sumsOf(moved);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ check: 'A1', cause: 'COLUMN_SHIFTED', repair: [] });
    expect(found[0]!.breaks).toHaveLength(6);
  });

  it('are found in a single row', () => {
    const found = sumsOf({ ...SOUND, NOT_HELD: [0, 18, 1, 0, 0, 1, 0] });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ cause: 'COLUMN_SHIFTED' });
    expect(found[0]!.repair.map((r) => `${r.column!} ${r.to}`)).toEqual([
      'naturalPerson 18',
      'businessEnterprise 1',
      'researchInstitution 0',
      'legalServiceAgency 1',
      'otherOrganization 0',
      'total 20',
    ]);
  });

  it('are not assumed where no total was filled in', () => {
    const found = sumsOf(
      Object.fromEntries(Object.entries(SOUND).map(([row, v]) => [row, [...v.slice(0, 6), 0]])),
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ cause: 'TOTAL_NOT_UPDATED' });
    expect(found[0]!.repair.map((r) => r.to)).toEqual(['37', '2', '14', '20', '34', '5']);
  });
});

describe('blank cells', () => {
  const blank = (row: Row, ...places: number[]): Row =>
    row.map((v, i) => (places.includes(i) ? '' : v));

  it('are noted once where the stated cells alone balance', () => {
    const rows = { ...SOUND, GRANTED: blank(SOUND['GRANTED']!, 2, 4, 5) };
    expect(sumsOf(rows)).toMatchObject([
      { check: 'A1', severity: 'INFO', cause: 'BLANK_FOR_ZERO', breaks: [], cells: [{}, {}, {}] },
    ]);
    expect(status(rows, 'A1')).toBe('PASS');
  });

  it('are a warning that names them where the stated cells fall short', () => {
    const rows = { ...SOUND, GRANTED: blank(SOUND['GRANTED']!, 1) };
    const found = sumsOf(rows);
    expect(found).toMatchObject([
      {
        severity: 'WARNING',
        cells: [at('GRANTED', 'businessEnterprise')],
        repair: [{ to: '3' }],
      },
    ]);
    expect(found[0]!.message.ZH).toContain('商业企业为空');
    expect(status(rows, 'A1')).toBe('NOT_ASSESSABLE');
  });

  it('do not excuse stated cells that exceed the total', () => {
    const rows = { ...SOUND, GRANTED: [11, 3, '', 1, 0, 0, 14] };
    expect(sumsOf(rows)[0]).toMatchObject({ check: 'A1', severity: 'ERROR' });
    expect(status(rows, 'A1')).toBe('FAIL');
  });

  it('leave a sum undecided where they are its total', () => {
    const rows = { ...SOUND, GRANTED: blank(SOUND['GRANTED']!, 6) };
    expect(sumsOf(rows)).toEqual([]);
    expect(status(rows, 'A1')).toBe('NOT_ASSESSABLE');
    expect(status(rows, 'A2')).toBe('NOT_ASSESSABLE');
    expect(status(rows, 'A3')).toBe('PASS');
  });

  it('leave a sum undecided where what stands there is no number', () => {
    const rows = { ...SOUND, GRANTED: ['十', 3, 0, 1, 0, 0, 14] };
    expect(sumsOf(rows)).toEqual([]);
    const result = check(rows).results.find((r) => r.check === 'A1');
    expect(result?.status).toBe('NOT_ASSESSABLE');
    expect(result?.reason?.ZH).toContain('三（一）予以公开 · 自然人');
  });
});

describe('table four', () => {
  it('proposes the total where no part could be smaller, as in 洪泽区 2023', () => {
    expect(sumsOf({}, { reconsideration: [10, 1, 0, 0, 0] })).toMatchObject([
      {
        check: 'A4',
        message: {
          ZH: '表四 行政复议：结果维持、结果纠正、其他结果、尚未审结合计 11，总计 0，相差 11。',
        },
        breaks: [{ check: 'A4', row: 'reconsideration' }],
        repair: [{ table: 'APPEALS', row: 'reconsideration', column: 'total', to: '11' }],
        cause: 'TOTAL_NOT_UPDATED',
      },
    ]);
  });

  it('proposes nothing where any cell may be the wrong one', () => {
    const found = sumsOf({}, { litigationDirect: [3, 1, 0, 0, 5] });
    expect(found).toMatchObject([{ check: 'A4', repair: [], left: '4', right: '5' }]);
    expect(found[0]!.cells).toHaveLength(5);
  });

  it('has a finding for each group that does not add up', () => {
    const found = sumsOf(
      {},
      { litigationDirect: [1, 0, 0, 0, 0], reconsideration: [0, 0, 0, 0, 2] },
    );
    expect(found.map((f) => f.breaks[0]?.row)).toEqual(['reconsideration', 'litigationDirect']);
  });
});

describe('errors as in published reports', () => {
  it('keeps independent errors of one column apart', () => {
    const found = sumsOf({
      ...SOUND,
      GRANTED: [10, 3, 0, 1, 0, 0, 17],
      completed: [28, 4, 0, 1, 1, 0, 36],
    });
    expect(found.map((f) => [f.breaks, f.repair.map((r) => r.to)])).toEqual([
      [
        [
          { check: 'A1', row: 'GRANTED' },
          { check: 'A2', column: 'total' },
        ],
        ['14'],
      ],
      [
        [
          { check: 'A1', row: 'completed' },
          { check: 'A2', column: 'total' },
          { check: 'A3', column: 'total' },
        ],
        ['34'],
      ],
    ]);
  });

  it('finds a last row of totals that was not updated with its own total', () => {
    const found = sumsOf({ ...SOUND, completed: [27, 4, 0, 1, 1, 0, 33] });
    expect(found).toMatchObject([{ check: 'A2', cause: 'TOTAL_NOT_UPDATED' }]);
    expect(found[0]!.repair.map((r) => r.to)).toEqual(['28', '34']);
    expect(found[0]!.breaks).toHaveLength(4);
  });

  it('does not choose between rows where nothing tells them apart (上年结转 cannot be 4 less than 2)', () => {
    const found = sumsOf({ ...SOUND, carriedOut: [0, 0, 0, 0, 0, 0, 0] });
    expect(found).toMatchObject([{ check: 'A3', repair: [], cause: null }]);
    expect(found[0]!.breaks.map((b) => b.column)).toEqual([
      'naturalPerson',
      'legalServiceAgency',
      'total',
    ]);
    expect([...new Set(found[0]!.cells.map((c) => c.row))]).toEqual(['received', 'carriedOut']);
  });
});
