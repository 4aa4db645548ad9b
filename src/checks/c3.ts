import type { FilledForm } from '../format/report.js';
import { ruleOf } from './definition.js';
import type { CheckContext, Outcome } from './definition.js';
import { finding, inBoth, listed } from './finding.js';
import type { ConsolidatedMember } from './members.js';

/** C3: the members' reports are of the edition of the consolidated one: rows of another edition cannot be added up. */

const assess = (form: FilledForm, { consolidation }: CheckContext): Outcome => {
  if (!consolidation) return null;
  const own = new Set(Object.values(form.editions).filter((edition) => edition !== null));
  const other = consolidation.members.filter(({ editions }) => editions.some((e) => !own.has(e)));
  if (other.length === 0) return { status: 'PASS' };
  const who = listed(other.map(({ agency }) => inBoth(() => agency)));
  const count = String(other.length);
  return {
    status: 'FAIL',
    findings: [
      finding({
        check: 'C3',
        severity: 'ERROR',
        message: {
          ZH: `${count} 个成员单位的报告用了另一版表式，不同的行不能相加：${who.ZH}。`,
          EN: `The reports of ${count} members use another edition of the form, whose rows cannot be added up: ${who.EN}.`,
        },
      }),
    ],
  };
};

const facts = { scope: 'REGION_CONSOLIDATED' as const };
const member = (agency: string, edition: 'E2019' | 'E2021'): ConsolidatedMember => ({
  ...{ agency, scope: 'ORGAN', figures: {}, failing: [], belongs: true, override: null },
  editions: [edition],
});
const ofNew = member('甲局', 'E2021');

export const c3 = ruleOf(
  {
    code: 'C3',
    severity: 'ERROR',
    title: { ZH: '成员单位表式一致', EN: 'Members use one edition of the form' },
    formula: {
      ZH: '各成员单位报告的表式与汇总报告相同',
      EN: 'the members’ reports are of the edition of the consolidated one',
    },
    basis: '国办公开办函〔2019〕60号与〔2021〕30号的行不尽相同',
  },
  {
    passes: { report: { facts }, context: { consolidation: { members: [ofNew] } } },
    fails: {
      report: { facts },
      context: { consolidation: { members: [ofNew, member('乙局', 'E2019')] } },
    },
  },
  assess,
);
