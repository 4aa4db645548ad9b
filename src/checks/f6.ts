import type { Bilingual } from '../format/place.js';
import type { FilledForm } from '../format/report.js';
import { ruleOf } from './definition.js';
import type { CheckContext, Outcome } from './definition.js';
import { finding, listed } from './finding.js';
import { isGovernment } from './subject.js';

/** F6: a government's report tells of appraisal, public evaluation and accountability. */

const SUBJECTS: readonly { name: Bilingual; told: RegExp }[] = [
  { name: { ZH: '工作考核', EN: 'appraisal' }, told: /考核|考评/ },
  { name: { ZH: '社会评议', EN: 'public evaluation' }, told: /评议|社会评价|满意度/ },
  { name: { ZH: '责任追究', EN: 'accountability' }, told: /责任追究|追究.{0,6}责任|追责|问责/ },
];

const assess = (form: FilledForm, context: CheckContext): Outcome => {
  const government = isGovernment(form, context);
  if (government === false) return null;
  if (government === null || form.sections.length === 0) {
    return {
      status: 'NOT_ASSESSABLE',
      reason:
        government === null
          ? { ZH: '不知是政府还是部门。', EN: 'Whether it is a government is not known.' }
          : { ZH: '没有认出正文。', EN: 'No text was recognised.' },
    };
  }
  const text = form.sections.map((section) => section.text.replace(/\s/g, '')).join('');
  const missing = SUBJECTS.filter((subject) => !subject.told.test(text));
  if (missing.length === 0) return { status: 'PASS' };
  const names = listed(missing.map((subject) => subject.name));
  return {
    status: 'FAIL',
    findings: [
      finding({
        check: 'F6',
        severity: 'WARNING',
        message: {
          ZH: `政府的报告应写明${names.ZH}的结果，正文没有提到。`,
          EN: `A government's report tells the results of ${names.EN}; the text does not mention it.`,
        },
      }),
    ],
  };
};

export const f6 = ruleOf(
  {
    code: 'F6',
    severity: 'WARNING',
    title: { ZH: '政府报告写明考核、评议、追责', EN: 'Appraisal, evaluation and accountability' },
    formula: {
      ZH: '各级人民政府的报告提到工作考核、社会评议、责任追究',
      EN: "a government's report mentions appraisal, public evaluation and accountability",
    },
    basis: '《政府信息公开条例》第五十条第一款第（四）项',
  },
  {
    passes: {
      report: { sections: { 1: '开展年度考核和社会评议，没有责任追究的情形。' } },
      context: { agencyKind: 'GOVERNMENT', agencyLevel: 'COUNTY' },
    },
    fails: {
      report: { sections: { 1: '开展年度考核。' } },
      context: { agencyKind: 'GOVERNMENT', agencyLevel: 'COUNTY' },
    },
  },
  assess,
);
