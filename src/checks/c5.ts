import type { FilledForm } from '../format/report.js';
import { ruleOf } from './definition.js';
import type { CheckContext, Outcome } from './definition.js';
import { finding, inBoth, listed } from './finding.js';
import type { ConsolidatedMember } from './members.js';

/** C5: organs of a national system report to their own superior, not to the local government. */

const assess = (_form: FilledForm, { consolidation }: CheckContext): Outcome => {
  if (!consolidation) return null;
  const foreign = consolidation.members.filter(({ belongs }) => !belongs);
  if (foreign.length === 0) return { status: 'PASS' };
  const who = listed(foreign.map(({ agency }) => inBoth(() => agency)));
  const count = String(foreign.length);
  return {
    status: 'FAIL',
    findings: [
      finding({
        check: 'C5',
        severity: 'WARNING',
        message: {
          ZH: `名册上有 ${count} 个不由本地区政府汇总的机关：${who.ZH}。`,
          EN: `${count} organs on the roster are not consolidated by this region's government: ${who.EN}.`,
        },
      }),
    ],
  };
};

const facts = { scope: 'REGION_CONSOLIDATED' as const };
const member = (agency: string, belongs: boolean): ConsolidatedMember => ({
  ...{ agency, scope: 'ORGAN', figures: {}, editions: [], failing: [], override: null },
  belongs,
});
const local = member('甲市财政局', true);

export const c5 = ruleOf(
  {
    code: 'C5',
    severity: 'WARNING',
    title: { ZH: '名册中没有垂直管理机关', EN: 'No organ of a national system on a local roster' },
    formula: {
      ZH: '名册上的机关都由本地区或其下级政府汇总',
      EN: 'every organ on the roster consolidates into the region or one beneath it',
    },
    basis: '《政府信息公开条例》第三条第四款：垂直领导的部门由其办公厅（室）主管本系统',
  },
  {
    passes: { report: { facts }, context: { consolidation: { members: [local] } } },
    fails: {
      report: { facts },
      context: { consolidation: { members: [local, member('国家税务总局甲市税务局', false)] } },
    },
  },
  assess,
);
