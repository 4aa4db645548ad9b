import type { FilledForm } from '../format/report.js';
import { ruleOf } from './definition.js';
import type { Outcome } from './definition.js';
import { finding } from './finding.js';

/** F3: the title, the sentence on the statistics period and the report's year name the same year. */

const assess = (form: FilledForm): Outcome => {
  const { year, titleYear, periodYear } = form;
  const known = [titleYear, periodYear, year].filter((y) => y !== null);
  if (new Set(known).size <= 1) {
    if (titleYear !== null && periodYear !== null) return { status: 'PASS' };
    return {
      status: 'NOT_ASSESSABLE',
      reason: {
        ZH: '标题或统计期限没有写明年份。',
        EN: 'The title or the sentence on the period names no year.',
      },
    };
  }
  const zh = [
    titleYear === null ? [] : [`标题为 ${String(titleYear)} 年`],
    periodYear === null ? [] : [`统计期限为 ${String(periodYear)} 年`],
    year === null ? [] : [`报告年度为 ${String(year)} 年`],
  ].flat();
  const en = [
    titleYear === null ? [] : [`the title says ${String(titleYear)}`],
    periodYear === null ? [] : [`the statistics period is ${String(periodYear)}`],
    year === null ? [] : [`the report is for ${String(year)}`],
  ].flat();
  return {
    status: 'FAIL',
    findings: [
      finding({
        check: 'F3',
        severity: 'ERROR',
        message: { ZH: `年份不一致：${zh.join('，')}。`, EN: `Years differ: ${en.join(', ')}.` },
      }),
    ],
  };
};

export const f3 = ruleOf(
  {
    code: 'F3',
    severity: 'ERROR',
    title: { ZH: '标题、统计期限、年度一致', EN: 'Title, period and year agree' },
    formula: {
      ZH: '标题年份 = 统计期限年份 = 报告年度',
      EN: 'year of the title = year of the statistics period = year of the report',
    },
    basis: '《政府信息公开条例》第四十九条：报告上一年度工作',
  },
  {
    passes: { report: { facts: { titleYear: 2024, periodYear: 2024 } } },
    fails: { report: { facts: { titleYear: 2024, periodYear: 2023 } } },
  },
  assess,
);
