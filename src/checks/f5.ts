import type { FilledForm } from '../format/report.js';
import { ruleOf } from './definition.js';
import type { CheckContext, Outcome } from './definition.js';
import { finding } from './finding.js';
import { publicationDate } from './subject.js';

/** F5: a report is not published before its year has ended (襄阳市农业农村局 2022 is dated 2022-12-27). */

const assess = (form: FilledForm, context: CheckContext): Outcome => {
  const published = publicationDate(form, context);
  if (form.year === null || published === null) {
    return {
      status: 'NOT_ASSESSABLE',
      reason: {
        ZH: '不知发布日期或年度。',
        EN: 'The year or the day of publication is not known.',
      },
    };
  }
  if (published > `${String(form.year)}-12-31`) return { status: 'PASS' };
  const year = String(form.year);
  return {
    status: 'FAIL',
    findings: [
      finding({
        check: 'F5',
        severity: 'WARNING',
        message: {
          ZH: `${published} 发布，${year} 年度尚未结束。`,
          EN: `Published on ${published}, before the year ${year} had ended.`,
        },
      }),
    ],
  };
};

export const f5 = ruleOf(
  {
    code: 'F5',
    severity: 'WARNING',
    title: { ZH: '年度结束之后发布', EN: 'Published after the year ended' },
    formula: {
      ZH: '发布日期 > 报告年度 12 月 31 日',
      EN: 'day of publication > 31 December of the year',
    },
    basis: '统计期限为 1 月 1 日至 12 月 31 日',
  },
  {
    passes: { report: {}, context: { publishedOn: '2025-01-10' } },
    fails: { report: {}, context: { publishedOn: '2024-12-27' } },
  },
  assess,
);
