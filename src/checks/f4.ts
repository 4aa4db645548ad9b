import type { FilledForm } from '../format/report.js';
import type { Bilingual } from '../format/place.js';
import { ruleOf } from './definition.js';
import type { CheckContext, Outcome } from './definition.js';
import { finding } from './finding.js';
import { isGovernment, publicationDate } from './subject.js';

/**
 * F4: departments publish by 31 January, governments from the county up by 31 March of the next year. Townships and
 * sub-districts, which the article does not name, are held to the departments' date, as local notices do.
 */

const MS_A_DAY = 86_400_000;

const daysLate = (published: string, limit: string): number =>
  Math.round((Date.parse(published) - Date.parse(limit)) / MS_A_DAY);

const unknown = (reason: Bilingual): Outcome => ({ status: 'NOT_ASSESSABLE', reason });

const assess = (form: FilledForm, context: CheckContext): Outcome => {
  const published = publicationDate(form, context);
  if (form.year === null || published === null || Number.isNaN(Date.parse(published))) {
    return unknown({
      ZH: '不知发布日期或年度。',
      EN: 'The year or the day of publication is not known.',
    });
  }
  const next = String(form.year + 1);
  const [january, march] = [`${next}-01-31`, `${next}-03-31`];
  const government = isGovernment(form, context);
  if (published <= january || (government && published <= march)) return { status: 'PASS' };
  if (government === null && published <= march) {
    return unknown({
      ZH: '不知是政府还是部门，期限未定。',
      EN: 'Whether it is a government or a department is not known, and so the limit is not.',
    });
  }
  const limit = government === false ? january : march;
  const late = String(daysLate(published, limit));
  return {
    status: 'FAIL',
    findings: [
      finding({
        check: 'F4',
        severity: 'ERROR',
        message: {
          ZH: `${published} 发布，期限为 ${limit}，迟 ${late} 天。`,
          EN: `Published on ${published}, due by ${limit}: ${late} days late.`,
        },
      }),
    ],
  };
};

export const f4 = ruleOf(
  {
    code: 'F4',
    severity: 'ERROR',
    title: { ZH: '按期发布', EN: 'Published in time' },
    formula: {
      ZH: '部门不晚于次年 1 月 31 日，县级以上人民政府不晚于次年 3 月 31 日',
      EN: 'departments by 31 January, governments from the county up by 31 March of the next year',
    },
    basis: '《政府信息公开条例》第四十九条；乡镇、街道按部门期限（各地通知）',
  },
  {
    passes: { report: {}, context: { publishedOn: '2025-01-24', agencyKind: 'DEPARTMENT' } },
    fails: { report: {}, context: { publishedOn: '2025-02-12', agencyKind: 'DEPARTMENT' } },
  },
  assess,
);
