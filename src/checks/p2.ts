import { placeOf } from '../format/place.js';
import type { FilledForm } from '../format/report.js';
import { ruleOf } from './definition.js';
import type { Outcome } from './definition.js';
import { cellsOfForm, requestCell, requestCount } from './figures.js';
import { finding } from './finding.js';

/** P2: with up to 40 working days for an answer, more than a quarter of the year's requests carried on is unusual. */

const [NEW, OUT] = [requestCell('received'), requestCell('carriedOut')];
const SHARE = 0.25;
/** A handful may well be pending. */
const WORTH_TELLING = 10;

const assess = (form: FilledForm): Outcome => {
  const cells = cellsOfForm(form);
  const [received, carriedOut] = [
    requestCount(cells, 'received'),
    requestCount(cells, 'carriedOut'),
  ];
  const [one, other] = [placeOf(NEW), placeOf(OUT)];
  if (received === null || carriedOut === null) {
    return {
      status: 'NOT_ASSESSABLE',
      reason: {
        ZH: `“${one.ZH}”或“${other.ZH}”没有数字。`,
        EN: `No figure for "${one.EN}" or "${other.EN}".`,
      },
    };
  }
  if (carriedOut <= received * SHARE || carriedOut < WORTH_TELLING) return { status: 'PASS' };
  return {
    status: 'FAIL',
    findings: [
      finding({
        check: 'P2',
        severity: 'INFO',
        message: {
          ZH: `${other.ZH} ${carriedOut}，超过${one.ZH} ${received} 的四分之一。`,
          EN: `${other.EN} ${carriedOut}, more than a quarter of ${one.EN}, ${received}.`,
        },
        left: String(carriedOut),
        right: String(received),
        cells: [OUT, NEW],
      }),
    ],
  };
};

const cells = (out: string) => ({
  'REQUESTS/received/total': '100',
  'REQUESTS/carriedOut/total': out,
});

export const p2 = ruleOf(
  {
    code: 'P2',
    severity: 'INFO',
    title: { ZH: '结转不超过新收的四分之一', EN: 'No more than a quarter carried out' },
    formula: {
      ZH: `表三第四项 ≤ 第一项的四分之一（不足 ${WORTH_TELLING} 件的不论）`,
      EN: `item 4 of table 3 ≤ a quarter of item 1 (fewer than ${WORTH_TELLING} aside)`,
    },
    basis: '《条例》第三十三条：答复期限二十个工作日，可延长二十个工作日（推断）',
  },
  { passes: { report: { cells: cells('6') } }, fails: { report: { cells: cells('40') } } },
  assess,
);
