import { placeWithTable } from '../format/place.js';
import type { FilledCell, FilledForm } from '../format/report.js';
import { addressOf, cellMap } from './cells.js';
import { ruleOf } from './definition.js';
import type { CheckContext, Outcome } from './definition.js';
import { finding, listed } from './finding.js';

/** F11: two reports of one agency, year and scope say the same. Both are kept. */

interface Pair {
  cell: FilledCell;
  other: string;
}

const assess = (form: FilledForm, { otherVersion }: CheckContext): Outcome => {
  if (!otherVersion) return null;
  const others = cellMap(otherVersion);
  const pairs = form.cells.flatMap((cell): Pair[] => {
    const other = others.get(cell)?.value ?? null;
    return cell.value === null || other === null ? [] : [{ cell, other }];
  });
  if (pairs.length === 0) {
    return {
      status: 'NOT_ASSESSABLE',
      reason: { ZH: '两份报告没有可比的数字。', EN: 'The two reports share no figures.' },
    };
  }
  const differing = pairs.filter(({ cell, other }) => cell.value !== other);
  const [first] = differing;
  if (!first) return { status: 'PASS' };
  const each = listed(
    differing.map(({ cell, other }) => {
      const place = placeWithTable(cell);
      const value = cell.value ?? '';
      return {
        ZH: `${place.ZH}（${value} 与 ${other}）`,
        EN: `${place.EN} (${value} and ${other})`,
      };
    }),
    3,
  );
  return {
    status: 'FAIL',
    findings: [
      finding({
        check: 'F11',
        severity: 'WARNING',
        message: {
          ZH: `与同一机关、年度、范围的另一份报告有 ${String(differing.length)} 格不同：${each.ZH}。`,
          EN: `${String(differing.length)} cells differ from another report of the same agency, year and scope: ${each.EN}.`,
        },
        left: first.cell.value,
        right: first.other,
        cells: differing.map(({ cell }) => addressOf(cell)),
      }),
    ],
  };
};

const [one, two] = ['1', '2'].map((n) => ({ cells: { 'REQUESTS/received/total': n } }));

export const f11 = ruleOf(
  {
    code: 'F11',
    severity: 'WARNING',
    title: { ZH: '同一报告的两份版本一致', EN: 'Two versions of a report agree' },
    formula: {
      ZH: '同一机关、年度、范围的两份报告各格相同',
      EN: 'two reports of one agency, year and scope have the same figures',
    },
    basis: '一机关一年度一份报告；两份均保留',
  },
  {
    passes: { report: { ...one }, context: { otherVersion: { ...one } } },
    fails: { report: { ...one }, context: { otherVersion: { ...two } } },
  },
  assess,
);
