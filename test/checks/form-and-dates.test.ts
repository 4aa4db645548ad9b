import { describe, expect, it } from 'vitest';
import { exampleForm } from '../../src/checks/example.js';
import type { ExampleReport } from '../../src/checks/example.js';
import { runChecks } from '../../src/checks/run.js';
import type { CheckContext } from '../../src/checks/run.js';

const checked = (code: string, report: ExampleReport, context: CheckContext = {}) => {
  const { findings, results } = runChecks(exampleForm(report), context);
  return {
    status: results.find((r) => r.check === code)?.status ?? null,
    findings: findings.filter((f) => f.check === code),
  };
};

describe('F1 edition and year', () => {
  it('judges each block: 黑河市气象局 2021 prints one block of table two as in 2019', () => {
    const { findings } = checked('F1', {
      year: 2021,
      facts: { blockEditions: { documents: 'E2019', licensing: 'E2021', requests: 'E2021' } },
    });
    expect(findings[0]?.message.ZH).toContain(
      '表二第二十条第（一）项用的是国办公开办函〔2019〕60号',
    );
    expect(findings[0]?.message.ZH).not.toContain('第（五）项');
  });

  it('takes no offence at table four, which both editions print alike', () => {
    const facts = { blockEditions: { appeals: 'E2019' as const } };
    expect(checked('F1', { year: 2024, facts }).status).toBe('PASS');
  });

  it('judges no year before 2019 and no report without one', () => {
    expect(checked('F1', { year: 2018 }).status).toBe('NOT_ASSESSABLE');
    expect(checked('F1', { facts: { year: null } }).status).toBe('NOT_ASSESSABLE');
  });
});

describe('F2 sections and tables', () => {
  const ALL = { 1: 'a', 2: 'b', 3: 'c', 4: 'd', 5: 'e', 6: 'f' };

  it('calls a missing table an error', () => {
    const form = exampleForm({ sections: ALL });
    const cells = form.cells.map((cell) =>
      cell.table === 'APPEALS'
        ? { ...cell, status: 'ABSENT' as const, value: null, raw: null }
        : cell,
    );
    const { findings } = runChecks({ ...form, cells }, {});
    expect(findings.filter((f) => f.check === 'F2')).toMatchObject([
      { severity: 'ERROR', message: { ZH: '缺表四。' } },
    ]);
  });

  it('calls a missing section or another order a warning', () => {
    const { 5: five, ...without } = ALL;
    expect(five).toBe('e');
    expect(checked('F2', { sections: without }).findings).toMatchObject([{ severity: 'WARNING' }]);
    const form = exampleForm({ sections: ALL });
    const turned = { ...form, sections: [...form.sections].reverse() };
    expect(runChecks(turned, {}).findings.filter((f) => f.check === 'F2')).toMatchObject([
      { severity: 'WARNING', message: { ZH: '各部分的顺序与格式不同：6、5、4、3、2、1。' } },
    ]);
  });

  it('cannot judge sections that were not recognised', () => {
    expect(checked('F2', { sections: {} }).status).toBe('NOT_ASSESSABLE');
  });
});

describe('F3 years', () => {
  it('needs the title and the period', () => {
    expect(checked('F3', { facts: { titleYear: 2024 } }).status).toBe('NOT_ASSESSABLE');
  });

  it('fails where the list says another year than the title', () => {
    expect(checked('F3', { year: 2023, facts: { titleYear: 2024 } }).status).toBe('FAIL');
  });
});

describe('F4 the day of publication', () => {
  const on = (publishedOn: string | null, agencyKind: string | null, agencyLevel = 'COUNTY') =>
    checked('F4', {}, { publishedOn, agencyKind, agencyLevel });

  it('holds departments to 31 January and says how late they are', () => {
    expect(on('2025-01-31', 'DEPARTMENT').status).toBe('PASS');
    const { findings } = on('2025-02-01', 'DEPARTMENT');
    expect(findings).toMatchObject([{ severity: 'ERROR' }]);
    expect(findings[0]?.message.ZH).toContain('迟 1 天');
  });

  it('holds governments to 31 March, townships to 31 January', () => {
    expect(on('2025-03-31', 'GOVERNMENT').status).toBe('PASS');
    expect(on('2025-04-01', 'GOVERNMENT').status).toBe('FAIL');
    expect(on('2025-03-31', 'GOVERNMENT', 'TOWNSHIP').status).toBe('FAIL');
  });

  it('judges an unknown kind only outside the two dates', () => {
    expect(on('2025-01-20', null).status).toBe('PASS');
    expect(on('2025-02-20', null).status).toBe('NOT_ASSESSABLE');
    expect(on('2025-04-02', null).status).toBe('FAIL');
  });

  it('leaves open for whom the office of a government reports', () => {
    const facts = { agency: '示例县人民政府办公室' };
    const context = { publishedOn: '2025-02-20', agencyKind: 'DEPARTMENT', agencyLevel: 'COUNTY' };
    expect(checked('F4', { facts }, context).status).toBe('NOT_ASSESSABLE');
  });

  it('holds a report for a whole region to the date of governments', () => {
    const facts = { scope: 'REGION_CONSOLIDATED' as const };
    const context = { publishedOn: '2025-03-20', agencyKind: 'DEPARTMENT' };
    expect(checked('F4', { facts }, context).status).toBe('PASS');
  });

  it('is not judged without a date, and prefers the date it is given to that of the page', () => {
    expect(on(null, 'DEPARTMENT').status).toBe('NOT_ASSESSABLE');
    const facts = { publishedOn: '2025-06-01' };
    const context = { publishedOn: '2025-01-20', agencyKind: 'DEPARTMENT' };
    expect(checked('F4', { facts }, context).status).toBe('PASS');
  });
});

describe('F6 what a government tells', () => {
  it('is not asked of departments', () => {
    expect(checked('F6', {}, { agencyKind: 'DEPARTMENT' }).status).toBeNull();
    expect(checked('F6', {}, {}).status).toBe('NOT_ASSESSABLE');
  });
});

describe('F7 the information-processing fee', () => {
  it('is not asked before 2021', () => {
    expect(checked('F7', { year: 2020, sections: { 6: '无。' } }).status).toBeNull();
  });

  it.each(['本年度未收取信息处理费。', '2024年度，我局没有发出收费通知，总金额0元。'])(
    'is told by %s',
    (text) => {
      expect(checked('F7', { sections: { 6: text } }).status).toBe('PASS');
    },
  );
});

describe('F8 blanks and marks', () => {
  it('is one finding with their number and cells', () => {
    const { findings } = checked('F8', {
      cells: {
        'REQUESTS/GRANTED/naturalPerson': '',
        'REQUESTS/GRANTED/total': '',
        'ACTIVE_DISCLOSURE/penaltyDecisions/': '/',
        'ACTIVE_DISCLOSURE/coercionDecisions/': '无',
      },
    });
    expect(findings).toMatchObject([{ severity: 'WARNING', left: '4', cells: [{}, {}, {}, {}] }]);
    expect(findings[0]?.message.ZH).toContain('2 格为空，2 格填“/ 无”');
  });
});

describe('F9 section five', () => {
  it.each(['', '无', '无。', '  暂无 ', '本年度没有问题。'])('fails where it says “%s”', (text) => {
    expect(checked('F9', { sections: { 5: text } }).status).toBe('FAIL');
  });

  it.each(['无专职人员，公开不够及时。', '我局公开内容不够全面。'])('passes with “%s”', (text) => {
    expect(checked('F9', { sections: { 5: text } }).status).toBe('PASS');
  });

  it('is not judged where there is none', () => {
    expect(checked('F9', { sections: { 1: '概况。' } }).status).toBe('NOT_ASSESSABLE');
  });
});

describe('F10 the power to make regulations', () => {
  const cells = { 'ACTIVE_DISCLOSURE/regulations/inForce': '3' };
  const by = (agencyKind: string | null, agencyLevel: string | null, agency = '某机关') =>
    checked('F10', { cells, facts: { agency } }, { agencyKind, agencyLevel }).status;

  it('is that of ministries, provinces and prefectures', () => {
    expect(by('DEPARTMENT', 'COUNTRY')).toBe('PASS');
    expect(by('GOVERNMENT', 'PROVINCE')).toBe('PASS');
    expect(by('DEPARTMENT', 'PREFECTURE', '某市人民政府办公室')).toBe('PASS');
  });

  it('is not that of counties, townships and local departments', () => {
    expect(by('GOVERNMENT', 'COUNTY')).toBe('FAIL');
    expect(by('GOVERNMENT', 'TOWNSHIP')).toBe('FAIL');
    expect(by('DEPARTMENT', 'PREFECTURE')).toBe('FAIL');
  });

  it('is not judged where kind or level is unknown', () => {
    expect(by(null, null)).toBe('NOT_ASSESSABLE');
  });

  it('is judged in the words of 2019 too', () => {
    const report: ExampleReport = {
      year: 2020,
      cells: { 'ACTIVE_DISCLOSURE/regulations/totalDisclosed': '15' },
    };
    const context = { agencyKind: 'DEPARTMENT', agencyLevel: 'COUNTY' };
    expect(checked('F10', report, context).findings[0]?.left).toBe('15');
  });
});
