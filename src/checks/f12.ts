import { ruleOf } from './definition.js';
import type { Alike, CheckContext, Outcome } from './definition.js';
import type { FilledForm, Finding } from '../format/report.js';
import { finding } from './finding.js';

/** F12: the text is the agency's own and this year's, not another's or last year's with other numbers. */

/** Share of stretches in common beyond which a text is a copy with changes. */
const COPY = 0.8;

const findingOf = ({ agency, year, similarity }: Alike, form: FilledForm): Finding => {
  const percent = String(Math.round(similarity * 100));
  const own = agency === form.agency;
  return finding({
    check: 'F12',
    severity: 'INFO',
    message: {
      ZH: `除通用表述外，文字与${own ? '本机关' : agency} ${String(year)} 年度报告的相似度为 ${percent} %。`,
      EN: `Apart from standing phrases the text is ${percent} % like the report of ${own ? 'this agency' : agency} for ${String(year)}.`,
    },
    left: similarity.toFixed(2),
    right: COPY.toFixed(2),
  });
};

const assess = (form: FilledForm, { alike = [] }: CheckContext): Outcome => {
  if (alike.length === 0) return null;
  const copies = alike.filter(({ similarity }) => similarity >= COPY);
  if (copies.length === 0) return { status: 'PASS' };
  return { status: 'FAIL', findings: copies.map((copy) => findingOf(copy, form)) };
};

export const f12 = ruleOf(
  {
    code: 'F12',
    severity: 'INFO',
    title: { ZH: '文字不与他处雷同', EN: 'The text is no copy' },
    formula: {
      ZH: '除通用表述和数字外，与其他机关或本机关上年报告文字的相似度 < 80 %',
      EN: 'apart from standing phrases and numbers, similarity to the text of another agency or of last year < 80 %',
    },
    basis: '国办公开办函〔2021〕30号：避免内容雷同',
  },
  {
    passes: {
      report: {},
      context: { alike: [{ agency: '示例市示例二局', year: 2024, similarity: 0.55 }] },
    },
    fails: {
      report: {},
      context: { alike: [{ agency: '示例市示例二局', year: 2024, similarity: 0.96 }] },
    },
  },
  assess,
);
