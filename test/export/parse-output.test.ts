import { describe, expect, it } from 'vitest';
import { errorOutput, parseOutput } from '../../src/export/parse-output.js';
import { cellsOf } from '../../src/format/form.js';
import type { Edition } from '../../src/format/form.js';
import { blocksOf, formOf } from '../../src/format/forms.js';
import type { FilledCell, FilledForm, Finding } from '../../src/format/report.js';

/** A form whose cells hold 1, 2, 3 … in printed order; table two partly in another edition. */
function filled(edition: Edition, others: Record<string, Edition> = {}): FilledForm {
  const blocks = formOf(edition).blocks.map((b) =>
    others[b.key] ? blocksOf(others[b.key]!, b.table).find((o) => o.key === b.key)! : b,
  );
  let n = 0;
  const cells = blocks
    .flatMap((b) => [...cellsOf(b)])
    .map(({ table, row, column, kind }): FilledCell => {
      const value = kind.startsWith('AMOUNT') ? `${++n}.5` : String(++n);
      return { table, row, column, status: 'READ', value, raw: value, locator: `line ${n}` };
    });
  return {
    agency: '周口市公安局',
    year: 2024,
    scope: 'ORGAN',
    title: '周口市公安局 2024 年政府信息公开工作年度报告',
    publishedOn: null,
    unifiedSocialCreditCode: null,
    titleYear: 2024,
    periodYear: null,
    editions: { activeDisclosure: edition, requests: edition, appeals: edition },
    blockEditions: Object.fromEntries(blocks.map((b) => [b.key, b.edition])),
    cells,
    sections: [{ ordinal: 1, heading: '总体情况', text: '…' }],
    statements: [],
    findings: [],
  };
}

const finding: Finding = {
  check: 'A1',
  severity: 'ERROR',
  message: {
    ZH: '三（四）1.本机关不掌握相关政府信息：六类申请人合计 28，总计 29，相差 1。',
    EN: '…',
  },
  left: '28',
  right: '29',
  difference: '-1',
  breaks: [
    { check: 'A1', row: 'NOT_HELD' },
    { check: 'A2', column: 'naturalPerson' },
  ],
  cells: [
    { table: 'REQUESTS', row: 'NOT_HELD', column: 'naturalPerson' },
    { table: 'ACTIVE_DISCLOSURE', row: 'licensingDecisions', column: null },
  ],
  repair: [{ table: 'REQUESTS', row: 'NOT_HELD', column: 'naturalPerson', to: '29' }],
  fault: 'DOCUMENT',
  cause: null,
};

describe('what parse prints', () => {
  const output: any = parseOutput('zhoukou.txt', filled('E2021'), [finding]);

  it('has the keys of the contract in their order', () => {
    expect(Object.keys(output)).toEqual([
      'file',
      'ok',
      'agency',
      'year',
      'scope',
      'title',
      'editions',
      'activeDisclosure',
      'requests',
      'appeals',
      'sections',
      'statements',
      'publishedOn',
      'unifiedSocialCreditCode',
      'findings',
    ]);
  });

  it('prints table two of 2021 with single values and a decimal string', () => {
    expect(output.activeDisclosure).toEqual({
      regulations: { issued: 1, repealed: 2, inForce: 3 },
      normativeDocuments: { issued: 4, repealed: 5, inForce: 6 },
      licensingDecisions: 7,
      penaltyDecisions: 8,
      coercionDecisions: 9,
      administrativeFeesWan: '10.5',
    });
  });

  it('prints table three with its 21 outcomes and table four by track', () => {
    expect(Object.keys(output.requests)).toEqual([
      'received',
      'carriedIn',
      'outcomes',
      'completed',
      'carriedOut',
    ]);
    expect(Object.keys(output.requests.outcomes)).toHaveLength(21);
    expect(output.requests.received).toEqual({
      naturalPerson: 11,
      businessEnterprise: 12,
      researchInstitution: 13,
      publicInterestOrganization: 14,
      legalServiceAgency: 15,
      otherOrganization: 16,
      total: 17,
    });
    expect(output.requests.carriedOut.total).toBe(10 + 25 * 7);
    expect(output.appeals.litigationAfterReconsideration.total).toBe(10 + 25 * 7 + 15);
  });

  it('prints a finding with all its parts; a cell of a single block has no column', () => {
    expect(output.findings).toEqual([
      {
        ...finding,
        message: finding.message.ZH,
        cells: [
          { table: 'REQUESTS', row: 'NOT_HELD', column: 'naturalPerson' },
          { table: 'ACTIVE_DISCLOSURE', row: 'licensingDecisions' },
        ],
      },
    ]);
  });

  it('prints the 2019 edition beside, 处理决定数量 in both places, and the single row of 其他处理', () => {
    const old: any = parseOutput('a', filled('E2019'), []);
    expect(old.activeDisclosure2019).toEqual({
      regulations: { produced: 1, disclosed: 2, totalDisclosed: 3 },
      normativeDocuments: { produced: 4, disclosed: 5, totalDisclosed: 6 },
      licensing: { itemsLastYear: 7, change: 8, decisions: 9 },
      otherServices: { itemsLastYear: 10, change: 11, decisions: 12 },
      penalty: { itemsLastYear: 13, change: 14, decisions: 15 },
      coercion: { itemsLastYear: 16, change: 17, decisions: 18 },
      administrativeFees: { itemsLastYear: 19, change: 20 },
      procurement: { projects: 21, amountYuan: '22.5' },
    });
    expect(old.activeDisclosure).toEqual({
      regulations: { issued: null, repealed: null, inForce: null },
      normativeDocuments: { issued: null, repealed: null, inForce: null },
      licensingDecisions: 9,
      penaltyDecisions: 15,
      coercionDecisions: 18,
      administrativeFeesWan: null,
    });
    expect(Object.keys(old.requests.outcomes)).toHaveLength(19);
    expect(old.requests.outcomes.UNSPECIFIED_OTHER.total).toBeTypeOf('number');
  });

  it('prints a table of mixed editions in both objects', () => {
    const mixed: any = parseOutput('a', filled('E2021', { documents: 'E2019' }), []);
    expect(mixed.activeDisclosure.regulations).toEqual({
      issued: null,
      repealed: null,
      inForce: null,
    });
    expect(mixed.activeDisclosure.licensingDecisions).toBe(7);
    expect(mixed.activeDisclosure2019.regulations.produced).toBe(1);
    expect(mixed.activeDisclosure2019.licensing.decisions).toBeNull();
  });

  it('prints null, never zero, for what is not stated', () => {
    const form = filled('E2021');
    const blank = form.cells.map((c) => ({ ...c, status: 'BLANK' as const, value: null, raw: '' }));
    const empty: any = parseOutput('a', { ...form, cells: blank }, []);
    expect(empty.requests.completed.total).toBeNull();
    expect(empty.activeDisclosure.administrativeFeesWan).toBeNull();
  });

  it('adds all cells when asked', () => {
    const form = filled('E2021');
    const withCells: any = parseOutput('a', form, [], { cells: true });
    expect(withCells.cells).toHaveLength(form.cells.length);
    expect(withCells.cells[0]).toEqual({
      table: 'ACTIVE_DISCLOSURE',
      row: 'regulations',
      column: 'issued',
      status: 'READ',
      value: '1',
      raw: '1',
      locator: 'line 1',
    });
  });

  it('names file, code and reason of a file that was not read', () => {
    expect(errorOutput('scan.pdf', 'NO_TEXT_LAYER', '12 pages without text.')).toEqual({
      file: 'scan.pdf',
      ok: false,
      error: { code: 'NO_TEXT_LAYER', message: 'scan.pdf: 12 pages without text.' },
    });
  });
});
