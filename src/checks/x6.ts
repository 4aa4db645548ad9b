import { addressKey } from '../format/form.js';
import { placeWithTable } from '../format/place.js';
import type { FilledCell, FilledForm, Finding } from '../format/report.js';
import { addressOf } from './cells.js';
import { ruleOf } from './definition.js';
import type { CheckContext, Outcome } from './definition.js';
import { finding } from './finding.js';
import { noPreviousYear } from './years.js';

/** X6: a figure of table two ten times or a tenth of last year's: another unit or another scope. */

const TIMES = 10;
/** Small figures jump without a cause. */
const WORTH_TELLING = 100;

/** What an organ buys differs from year to year and is left out. Fees in yuan for ten thousands of yuan are check P5's. */
const isFees = (cell: FilledCell): boolean => cell.row === 'administrativeFeesWan';
const UNIT_OF_FEES = 1_000;

const ofTableTwo = (form: FilledForm): FilledCell[] =>
  form.cells.filter(
    (cell) =>
      cell.table === 'ACTIVE_DISCLOSURE' && cell.row !== 'procurement' && cell.column !== 'change',
  );

const jump = (cell: FilledCell, last: FilledCell | undefined): Finding | null => {
  const [now, before] = [Number(cell.value ?? NaN), Number(last?.value ?? NaN)];
  const [small, large] = [Math.min(now, before), Math.max(now, before)];
  if (!(small > 0) || large < WORTH_TELLING || large <= small * TIMES) return null;
  if (isFees(cell) && large >= small * UNIT_OF_FEES) return null;
  const place = placeWithTable(cell);
  const [left, right] = [cell.value ?? '', last?.value ?? ''];
  return finding({
    check: 'X6',
    severity: 'INFO',
    message: {
      ZH: `${place.ZH} ${left}，上年 ${right}，相差十倍以上；单位或统计范围可能不同。`,
      EN: `${place.EN} ${left}, last year ${right}, more than ten times apart; unit or scope may differ.`,
    },
    left,
    right,
    cells: [addressOf(cell)],
  });
};

const assess = (form: FilledForm, { previous }: CheckContext): Outcome => {
  const why = noPreviousYear(form, previous);
  if (why || !previous) return { status: 'NOT_ASSESSABLE', reason: why ?? { ZH: '', EN: '' } };
  const before = new Map(ofTableTwo(previous).map((cell) => [addressKey(cell), cell]));
  const both = ofTableTwo(form).filter((cell) => before.has(addressKey(cell)));
  if (both.every((cell) => cell.value === null)) {
    return {
      status: 'NOT_ASSESSABLE',
      reason: {
        ZH: '两年的表二没有可比的数字。',
        EN: 'Table 2 has no comparable figures in the two years.',
      },
    };
  }
  const findings = both.flatMap((cell) => jump(cell, before.get(addressKey(cell))) ?? []);
  return findings.length > 0 ? { status: 'FAIL', findings } : { status: 'PASS' };
};

const KEY = 'ACTIVE_DISCLOSURE/licensingDecisions/';
const previous = { year: 2023, cells: { [KEY]: '1204' } };

export const x6 = ruleOf(
  {
    code: 'X6',
    severity: 'INFO',
    title: { ZH: '表二数字未有十倍以上变动', EN: 'No figure of table 2 changed tenfold' },
    formula: {
      ZH: `表二各数与上年之比在 1/${TIMES} 与 ${TIMES} 之间（两数均不足 ${WORTH_TELLING} 的不论）`,
      EN: `a figure of table 2 is between a tenth and ten times last year's (figures below ${WORTH_TELLING} aside)`,
    },
    basis: '单位（元、万元）或统计范围有误时常见',
  },
  {
    passes: { report: { cells: { [KEY]: '1356' } }, context: { previous } },
    fails: { report: { cells: { [KEY]: '13560' } }, context: { previous } },
  },
  assess,
);
