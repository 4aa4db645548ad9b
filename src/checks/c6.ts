import type { FilledForm, Finding } from '../format/report.js';
import { ruleOf } from './definition.js';
import type { CheckContext, Outcome } from './definition.js';
import { finding } from './finding.js';
import type { ConsolidatedMember } from './members.js';

/** C6: no member whose report fails A1 to A4 is added up, unless somebody decided so and said why. */

const ofMember = ({ agency, failing, override }: ConsolidatedMember): Finding => {
  const codes = failing.join('、');
  return finding({
    check: 'C6',
    severity: override === null ? 'ERROR' : 'INFO',
    message:
      override === null
        ? {
            ZH: `“${agency}”的报告未通过 ${codes}，不应计入汇总。`,
            EN: `The report of ${agency} fails ${failing.join(', ')} and should not be added up.`,
          }
        : {
            ZH: `“${agency}”的报告未通过 ${codes}，仍计入汇总，理由：${override}。`,
            EN: `The report of ${agency} fails ${failing.join(', ')} and was added up nevertheless: ${override}.`,
          },
  });
};

const assess = (_form: FilledForm, { consolidation }: CheckContext): Outcome => {
  if (!consolidation) return null;
  const failing = consolidation.members.filter((m) => m.failing.length > 0);
  const findings = failing.map(ofMember);
  return failing.some(({ override }) => override === null)
    ? { status: 'FAIL', findings }
    : { status: 'PASS', findings };
};

const facts = { scope: 'REGION_CONSOLIDATED' as const };
const member = (failing: readonly string[]): ConsolidatedMember => ({
  ...{ agency: '甲局', scope: 'ORGAN', figures: {}, editions: [], belongs: true, override: null },
  failing,
});

export const c6 = ruleOf(
  {
    code: 'C6',
    severity: 'ERROR',
    title: { ZH: '计入的报告勾稽相符', EN: 'What is added up is sound itself' },
    formula: {
      ZH: '计入汇总的报告均通过 A1 至 A4；经人决定仍计入的，载明理由',
      EN: 'every report that is added up passes A1 to A4; where somebody decided otherwise the reason is on record',
    },
    basis: '错误的报告会把错误带入汇总',
  },
  {
    passes: { report: { facts }, context: { consolidation: { members: [member([])] } } },
    fails: { report: { facts }, context: { consolidation: { members: [member(['A1', 'A3'])] } } },
  },
  assess,
);
