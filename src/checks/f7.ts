import { sections as sectionsOfForm } from '../format/sections.js';
import type { FilledForm } from '../format/report.js';
import { ruleOf } from './definition.js';
import type { Outcome } from './definition.js';
import { finding } from './finding.js';

/** F7: section six tells the information-processing fee, also where none was charged. */

const SECTION = 6;
/** The fee could be charged from 2021 on; the form of 2021 asks for it. */
const FROM_YEAR = 2021;
const TOLD = /信息处理费|处理费|收费|收取.{0,12}费/;

const assess = (form: FilledForm): Outcome => {
  if (form.year !== null && form.year < FROM_YEAR) return null;
  const section = form.sections.find((s) => s.ordinal === SECTION);
  const heading = sectionsOfForm.find((s) => s.ordinal === SECTION)?.label;
  if (!section) {
    return {
      status: 'NOT_ASSESSABLE',
      reason: {
        ZH: `没有“${heading?.zh ?? ''}”部分。`,
        EN: `There is no section "${heading?.en ?? ''}".`,
      },
    };
  }
  if (TOLD.test(section.text.replace(/\s/g, ''))) return { status: 'PASS' };
  return {
    status: 'FAIL',
    findings: [
      finding({
        check: 'F7',
        severity: 'INFO',
        message: {
          ZH: `“${heading?.zh ?? ''}”部分没有写信息处理费的收取情况（没有收取也应写明）。`,
          EN: `The section "${heading?.en ?? ''}" does not say whether information-processing fees were charged.`,
        },
      }),
    ],
  };
};

export const f7 = ruleOf(
  {
    code: 'F7',
    severity: 'INFO',
    title: { ZH: '第六部分写明信息处理费', EN: 'Section six tells the information-processing fee' },
    formula: {
      ZH: '第六部分写明信息处理费收取情况，包括未收取',
      EN: 'section six says what information-processing fees were charged, or that none were',
    },
    basis: '国办公开办函〔2021〕30号；国办函〔2020〕109号',
  },
  {
    passes: { report: { sections: { 6: '本年度未收取信息处理费。' } } },
    fails: { report: { sections: { 6: '无其他事项。' } } },
  },
  assess,
);
