import { placeOf, rowPlace } from '../format/place.js';
import type { FilledForm } from '../format/report.js';
import { carried } from './carried.js';
import { ruleOf } from './definition.js';
import type { CheckContext, Outcome } from './definition.js';
import { finding } from './finding.js';

/** X4: after a merger or a renaming, what the predecessors carried out is what the successor carried in. */

const [IN, OUT] = [rowPlace('REQUESTS', 'carriedIn'), rowPlace('REQUESTS', 'carriedOut')];
const CELL = { table: 'REQUESTS' as const, row: 'carriedIn', column: 'total' };

const assess = (form: FilledForm, { previous, predecessors }: CheckContext): Outcome => {
  if (!predecessors?.length) return null;
  const before = previous ? [previous, ...predecessors] : predecessors;
  const outs = before.map((report) => carried(report, 'carriedOut').get('total')?.count ?? null);
  const now = carried(form, 'carriedIn').get('total')?.count ?? null;
  if (now === null || outs.includes(null)) {
    return {
      status: 'NOT_ASSESSABLE',
      reason: {
        ZH: `前身机关上年“${OUT.ZH}”或本年“${IN.ZH}”没有数字。`,
        EN: `No figure for the predecessors' "${OUT.EN}" or this year's "${IN.EN}".`,
      },
    };
  }
  const sum = outs.reduce<number>((all, n) => all + (n ?? 0), 0);
  if (sum === now) return { status: 'PASS' };
  const place = placeOf(CELL);
  const [count, difference] = [String(before.length), String(Math.abs(sum - now))];
  return {
    status: 'FAIL',
    findings: [
      finding({
        check: 'X4',
        severity: 'WARNING',
        message: {
          ZH: `${place.ZH} ${String(now)}，${count} 个前身机关上年“${OUT.ZH}”合计 ${String(sum)}，相差 ${difference}。`,
          EN: `${place.EN} ${String(now)}, but the ${count} predecessors' "${OUT.EN}" add up to ${String(sum)}; difference ${difference}.`,
        },
        left: String(sum),
        right: String(now),
        difference: String(sum - now),
        breaks: [{ check: 'X4', column: 'total' }],
        cells: [CELL],
      }),
    ],
  };
};

const before = (n: number) => ({ year: 2023, cells: { 'REQUESTS/carriedOut/total': String(n) } });

export const x4 = ruleOf(
  {
    code: 'X4',
    severity: 'WARNING',
    title: { ZH: '机构合并、更名后结转衔接', EN: 'Carry-over after a merger or renaming' },
    formula: {
      ZH: `各前身机关上年“${OUT.ZH}”之和 = 本年“${IN.ZH}”`,
      EN: `sum of the predecessors' "${OUT.EN}" last year = this year's "${IN.EN}"`,
    },
    basis: '职责承继机关继续办理（推断）',
  },
  {
    passes: {
      report: { cells: { 'REQUESTS/carriedIn/total': '5' } },
      context: { predecessors: [before(2), before(3)] },
    },
    fails: {
      report: { cells: { 'REQUESTS/carriedIn/total': '2' } },
      context: { predecessors: [before(2), before(3)] },
    },
  },
  assess,
);
