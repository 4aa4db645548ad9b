import { describe, expect, it } from 'vitest';
import { exampleForm } from '../../src/checks/example.js';
import type { ExampleReport } from '../../src/checks/example.js';
import { runChecks } from '../../src/checks/run.js';
import { statementsOfSections } from '../../src/ingest/statements/of-sections.js';

/** A report whose statements are read from its own first section. */
function report(text: string, example: ExampleReport = {}): ReturnType<typeof exampleForm> {
  const form = exampleForm({ ...example, sections: { 1: text } });
  return { ...form, statements: statementsOfSections(form.sections, form.year) };
}

const told = (text: string, example: ExampleReport = {}): string[] =>
  runChecks(report(text, example), {})
    .findings.filter((f) => f.check.startsWith('N'))
    .map((f) => `${f.check} ${f.severity} ${f.left ?? ''} ${f.right ?? ''}`.trim());

const cells = (counts: Record<string, number>): ExampleReport => ({
  cells: Object.fromEntries(Object.entries(counts).map(([key, n]) => [key, String(n)])),
});
/** Requests of natural persons alone, decided as told; all sums hold. */
const decided = (outcomes: Record<string, number>): ExampleReport => {
  const all = Object.values(outcomes).reduce((sum, n) => sum + n, 0);
  const rows = { ...outcomes, received: all, completed: all };
  return cells(
    Object.fromEntries(
      Object.entries(rows).flatMap(([row, n]) => [
        [`REQUESTS/${row}/total`, n],
        [`REQUESTS/${row}/naturalPerson`, n],
      ]),
    ),
  );
};
const requests = (received: number, carriedIn: number, completed: number, carriedOut: number) =>
  cells({
    'REQUESTS/received/total': received,
    'REQUESTS/received/naturalPerson': received,
    'REQUESTS/carriedIn/total': carriedIn,
    'REQUESTS/carriedIn/naturalPerson': carriedIn,
    'REQUESTS/completed/total': completed,
    'REQUESTS/completed/naturalPerson': completed,
    'REQUESTS/carriedOut/total': carriedOut,
    'REQUESTS/carriedOut/naturalPerson': carriedOut,
  });

describe('a sentence on requests', () => {
  it('may count what was received alone or with what was carried in', () => {
    const table = requests(713, 36, 718, 31);
    expect(told('全县共受理政府信息公开申请749件；办结718件，结转下一年31件。', table)).toEqual([]);
    expect(told('全县新收政府信息公开申请713件，上年结转36件。', table)).toEqual([]);
  });

  it('is contradicted where it is neither', () => {
    expect(told('全年受理政府信息公开申请2件。', requests(3, 0, 3, 0))).toEqual(['N1 WARNING 2 3']);
  });

  it('is named with its figure and the place in the table', () => {
    const [finding] = runChecks(
      report('全年受理政府信息公开申请2件。', requests(3, 0, 3, 0)),
      {},
    ).findings.filter((f) => f.check === 'N1');
    expect(finding?.message.ZH).toMatch(
      /全年受理政府信息公开申请2件.*收到申请 2；一、.*总计 3，相差 1。$/,
    );
    expect(finding?.message.EN).toMatch(/requests received 2; 1\. .* 3; difference 1\.$/);
  });

  it('may speak of all received though some are carried on, which is told once', () => {
    const table = requests(36, 2, 37, 1);
    const text = '收到政府信息公开申请36件，所有申请均已按要求办理完成。转下一年度办理1件。';
    expect(told(text, table)).toEqual(['N8 WARNING 0 1']);
  });

  it('does not say that all are done where it only says that answers were in time', () => {
    expect(told('答复政府信息公开申请37件，均在法定期限内答复。', requests(36, 2, 37, 1))).toEqual(
      [],
    );
  });

  it('may cover the office alone beside the table of a whole region', () => {
    const table = requests(95, 0, 95, 0);
    const region = { ...table, facts: { scope: 'REGION_CONSOLIDATED' as const } };
    const text = '区政府办代表区政府受理政府信息公开申请17件。';
    expect(told(text, region)).toEqual(['N9 INFO 17 95']);
    expect(told(text, table)).toEqual(['N1 WARNING 17 95']);
  });

  it('may tell a part beside the whole', () => {
    const text = '全市共收到政府信息公开申请95件，我局收到12件。';
    expect(told(text, requests(95, 0, 95, 0))).toEqual([]);
  });

  it('is held against carried in and carried out each', () => {
    const text = '上年结转申请3件，结转下年度继续办理5件。';
    expect(told(text, requests(8, 3, 5, 6))).toEqual(['N3 WARNING 5 6']);
  });
});

describe('a sentence on outcomes', () => {
  const table = decided({ NOT_HELD: 265, NEEDS_CREATION: 6 });

  it('that took the first row of a category for the category says so', () => {
    const text = '政府信息公开申请中，无法提供265件。';
    const [finding] = runChecks(report(text, table), {}).findings.filter((f) => f.check === 'N4');
    expect(finding?.message.ZH).toContain('只是“（四）1.');
    expect([finding?.left, finding?.right, finding?.difference]).toEqual(['265', '271', '-6']);
  });

  it('may give one figure for granted and partially granted', () => {
    const both = decided({ GRANTED: 206, PARTIALLY_GRANTED: 2 });
    expect(told('政府信息公开申请予以公开及部分公开208件。', both)).toEqual([]);
  });
});

describe('a sentence on appeals', () => {
  const table = cells({
    'APPEALS/reconsideration/total': 170,
    'APPEALS/reconsideration/pending': 36,
    'APPEALS/reconsideration/upheld': 134,
    'APPEALS/litigationDirect/total': 50,
    'APPEALS/litigationAfterReconsideration/total': 27,
    'APPEALS/litigationAfterReconsideration/pending': 20,
  });

  it('may count concluded cases alone, and both tracks together', () => {
    expect(told('全市行政复议案件134件，行政诉讼案件57件。', table)).toEqual([]);
    expect(told('全市行政复议案件170件，行政诉讼案件77件。', table)).toEqual([]);
    expect(told('全市行政复议、行政诉讼案件247件。', table)).toEqual([]);
  });

  it('is contradicted where it is none of these', () => {
    expect(told('全市行政复议案件150件。', table)).toEqual(['N6 WARNING 150 170']);
  });

  it('that says 均维持 denies corrections, not pending cases', () => {
    expect(told('行政复议170件，均维持。', table)).toEqual([]);
    const corrected = cells({
      'APPEALS/reconsideration/total': 3,
      'APPEALS/reconsideration/upheld': 2,
      'APPEALS/reconsideration/corrected': 1,
    });
    expect(told('行政复议3件，均维持。', corrected)).toEqual(['N7 WARNING 0 1']);
  });
});

describe('a percentage', () => {
  it('is in order within 0.1 or as far as it is printed', () => {
    const text = '收到政府信息公开申请7件，其中予以公开3件，占42.9%；部分公开4件（57%）。';
    expect(told(text, requests(7, 0, 7, 0)).filter((f) => f.startsWith('N10'))).toEqual([]);
  });

  it('that was forced is told', () => {
    const text = '收到政府信息公开申请7件，其中予以公开3件，占42%。';
    expect(told(text, requests(7, 0, 7, 0))).toContain('N10 INFO 42 42.9');
  });

  it('of growth is recomputed from the figures told', () => {
    const text = '收到政府信息公开申请26件，比2023年的20件增长25%。';
    expect(told(text, requests(26, 0, 26, 0))).toEqual(['N10 INFO 25 30.0']);
  });
});

it('prose that agrees with the repair of a wrong cell is no finding of its own', () => {
  const wrong = {
    cells: { ...decided({ NOT_HELD: 713 }).cells, 'REQUESTS/received/total': '731' },
  };
  const { findings } = runChecks(report('全年新收政府信息公开申请713件。', wrong), {});
  expect(findings.filter((f) => /^[AN]/.test(f.check)).map((f) => f.check)).toEqual(['A1']);
  expect(findings[0]?.repair.map((r) => r.to)).toEqual(['713']);
});

it('prose never changes a cell and contradicts nothing where the tables are blank', () => {
  const form = report('全年收到政府信息公开申请3件，办结3件。', {
    cells: { 'REQUESTS/received/total': '', 'REQUESTS/received/naturalPerson': '' },
  });
  const before = structuredClone(form);
  const { results } = runChecks(form, {});
  expect(form).toEqual(before);
  expect(results.find((r) => r.check === 'N1')?.status).toBe('NOT_ASSESSABLE');
});

it('a statement of an unknown metric is none of the checks’, whatever its name', () => {
  for (const metric of ['valueOf', 'constructor', '__proto__', 'toString', 'NO_SUCH_METRIC']) {
    const form = { ...exampleForm({}), statements: [{ metric, value: '3', sentence: '' }] };
    expect(runChecks(form, {}).findings).toEqual(runChecks(exampleForm({}), {}).findings);
  }
});
