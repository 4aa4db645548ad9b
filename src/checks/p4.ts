import { placeWithTable } from '../format/place.js';
import type { FilledForm } from '../format/report.js';
import { addressOf } from './cells.js';
import { ruleOf } from './definition.js';
import type { CheckContext, Outcome } from './definition.js';
import { documentFigures } from './documents-table.js';
import { finding } from './finding.js';

/** P4: a county bureau with 30 normative documents in a year, none or just those in force: every paper was counted. */

const MANY = 30;

const assess = (form: FilledForm, context: CheckContext): Outcome => {
  const figures = documentFigures(form).find((f) => f.row === 'normativeDocuments');
  if (!figures || figures.issued === null || figures.inForce === null) {
    return {
      status: 'NOT_ASSESSABLE',
      reason: {
        ZH: '规范性文件没有 2021 版的数字。',
        EN: 'No figures of the 2021 form for normative documents.',
      },
    };
  }
  const { issued, inForce } = figures;
  if (issued < MANY || (inForce !== 0 && inForce !== issued)) return { status: 'PASS' };
  const { agencyLevel, agencyKind } = context;
  if (!agencyLevel || !agencyKind) {
    return {
      status: 'NOT_ASSESSABLE',
      reason: { ZH: '不知机关的类别或层级。', EN: "The agency's kind or level is not known." },
    };
  }
  const low = agencyLevel === 'COUNTY' || agencyLevel === 'TOWNSHIP';
  if (!low || agencyKind === 'GOVERNMENT') return { status: 'PASS' };
  const at = (column: string) =>
    placeWithTable({ table: 'ACTIVE_DISCLOSURE', row: figures.row, column });
  const [one, other] = [at('issued'), at('inForce')];
  return {
    status: 'FAIL',
    findings: [
      finding({
        check: 'P4',
        severity: 'INFO',
        message: {
          ZH: `${one.ZH} ${issued}，${other.ZH} ${inForce}；可能把一般文件都计为规范性文件。`,
          EN: `${one.EN} ${issued}, ${other.EN} ${inForce}; every paper may have been counted as a normative document.`,
        },
        left: String(issued),
        right: String(inForce),
        cells: figures.cells.map(addressOf),
      }),
    ],
  };
};

const N = 'ACTIVE_DISCLOSURE/normativeDocuments';
const context = { agencyKind: 'DEPARTMENT', agencyLevel: 'COUNTY' };

export const p4 = ruleOf(
  {
    code: 'P4',
    severity: 'INFO',
    title: {
      ZH: '县级部门制发规范性文件数可信',
      EN: "A county bureau's normative documents are credible",
    },
    formula: {
      ZH: `县级以下部门本年制发不足 ${MANY}，或现行有效既不为 0 也不等于制发`,
      EN: `a body at county level issued fewer than ${MANY}, or those in force are neither 0 nor as many`,
    },
    basis: '经验：有机关把所有文件都计为规范性文件',
  },
  {
    passes: { report: { cells: { [`${N}/issued`]: '3', [`${N}/inForce`]: '3' } }, context },
    fails: { report: { cells: { [`${N}/issued`]: '82' } }, context },
  },
  assess,
);
