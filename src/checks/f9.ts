import { sections as sectionsOfForm } from '../format/sections.js';
import type { FilledForm } from '../format/report.js';
import { ruleOf } from './definition.js';
import type { Outcome } from './definition.js';
import { finding } from './finding.js';

/** F9: section five says something about problems and improvements. */

const SECTION = 5;
const NOTHING =
  /^(?:我[^，。]{0,8})?(?:本年度)?(?:暂|并)?(?:无|没有|未发现)(?:问题|此项|其他|情况|内容)?$/;

const assess = (form: FilledForm): Outcome => {
  const heading = sectionsOfForm.find((s) => s.ordinal === SECTION)?.label;
  const section = form.sections.find((s) => s.ordinal === SECTION);
  if (!section) {
    return {
      status: 'NOT_ASSESSABLE',
      reason: {
        ZH: `没有“${heading?.zh ?? ''}”部分。`,
        EN: `There is no section "${heading?.en ?? ''}".`,
      },
    };
  }
  const text = section.text.replace(/[\s。．.，,、；;：:]/g, '');
  if (text !== '' && !NOTHING.test(text)) return { status: 'PASS' };
  const said =
    text === ''
      ? { ZH: '为空', EN: 'is empty' }
      : { ZH: `只写“${text}”`, EN: `only says "${text}"` };
  return {
    status: 'FAIL',
    findings: [
      finding({
        check: 'F9',
        severity: 'WARNING',
        message: {
          ZH: `“${heading?.zh ?? ''}”部分${said.ZH}。`,
          EN: `The section "${heading?.en ?? ''}" ${said.EN}.`,
        },
      }),
    ],
  };
};

export const f9 = ruleOf(
  {
    code: 'F9',
    severity: 'WARNING',
    title: { ZH: '第五部分有内容', EN: 'Section five is not empty' },
    formula: {
      ZH: '第五部分不为空，也不只写“无”',
      EN: 'section five is neither empty nor just "none"',
    },
    basis: '《政府信息公开条例》第五十条第一款第（四）项',
  },
  {
    passes: { report: { sections: { 5: '主动公开不够及时，将加强培训。' } } },
    fails: { report: { sections: { 5: '无。' } } },
  },
  assess,
);
