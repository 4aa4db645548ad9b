import { placeWithTable } from '../format/place.js';
import type { FilledCell, FilledForm } from '../format/report.js';
import { addressOf, cellAt, cellMap } from './cells.js';
import { ruleOf } from './definition.js';
import type { Bilingual, CheckContext, Outcome } from './definition.js';
import { finding } from './finding.js';
import { noPreviousYear } from './years.js';

/** P5: fees are stated in 万元; a figure ten thousand times too large is one in 元. */

const FEES = { table: 'ACTIVE_DISCLOSURE', row: 'administrativeFeesWan', column: null } as const;

const feesOf = (form: FilledForm): FilledCell | undefined =>
  cellAt(cellMap(form), FEES.table, FEES.row, FEES.column);

/** 万元 as a number, exact enough for comparing sizes; null where nothing is stated. */
const amountOf = (cell: FilledCell | undefined): number | null =>
  cell?.value == null ? null : Number(cell.value);

/** 元 are printed to the 分: more decimals are those of 万元. */
const mayBeYuan = (value: string): boolean => /^\d+(\.\d{1,2})?$/.test(value);

/** Ten thousand, give or take what fees change from one year to the next. */
const LEAST_RATIO = 1_000;
const MOST_RATIO = 100_000;

/** 万元 that no organ of the level charges in a year: 1 billion yuan in a county, 10 billion above. */
const LARGEST: Readonly<Record<string, number>> = { TOWNSHIP: 1e4, COUNTY: 1e5, PREFECTURE: 1e6 };

interface Sign {
  /** What the amount is held against, 万元. */
  other: string | null;
  because: Bilingual;
}

const signOf = (value: string, form: FilledForm, context: CheckContext): Sign | null => {
  if (!mayBeYuan(value)) return null;
  const amount = Number(value);
  const told = form.statements.find(
    (s) => s.metric === 'ADMINISTRATIVE_FEE_WAN' && Number(s.value) * 10_000 === amount,
  );
  if (told && amount > 0) {
    const because = {
      ZH: `文字部分为 ${told.value} 万元`,
      EN: `the text says ${told.value} × 10,000 yuan`,
    };
    return { other: told.value, because };
  }
  const last = lastYears(form, context);
  if (last !== null && Number(last) > 0) {
    const ratio = amount / Number(last);
    if (ratio < LEAST_RATIO || ratio > MOST_RATIO) return null;
    return { other: last, because: { ZH: `上年为 ${last}`, EN: `last year's amount is ${last}` } };
  }
  const most = LARGEST[context.agencyLevel ?? ''];
  if (most === undefined || amount <= most) return null;
  const because = { ZH: `超过 ${String(most)} 万元`, EN: `it is above ${String(most)}` };
  return { other: null, because };
};

const lastYears = (form: FilledForm, { previous }: CheckContext): string | null =>
  previous && !noPreviousYear(form, previous) ? (feesOf(previous)?.value ?? null) : null;

const assess = (form: FilledForm, context: CheckContext): Outcome => {
  const cell = feesOf(form);
  if (!cell) return null;
  const amount = amountOf(cell);
  if (cell.value === null || amount === null) {
    return { status: 'NOT_ASSESSABLE', reason: { ZH: '没有金额。', EN: 'No amount is stated.' } };
  }
  const sign = signOf(cell.value, form, context);
  if (!sign) return { status: 'PASS' };
  const place = placeWithTable(cell);
  return {
    status: 'FAIL',
    findings: [
      finding({
        check: 'P5',
        severity: 'INFO',
        message: {
          ZH: `${place.ZH} ${cell.value} 万元，${sign.because.ZH}；可能以元填报。`,
          EN: `${place.EN} ${cell.value} × 10,000 yuan; ${sign.because.EN}; it may be stated in yuan.`,
        },
        left: cell.value,
        right: sign.other,
        cells: [addressOf(cell)],
        cause: 'YUAN_FOR_WAN',
      }),
    ],
  };
};

const fees = (value: string) => ({
  [`ACTIVE_DISCLOSURE/${FEES.row}/`]: value,
});
const previous = { year: 2023, cells: fees('25.1') };

export const p5 = ruleOf(
  {
    code: 'P5',
    severity: 'INFO',
    title: { ZH: '收费金额以万元计', EN: 'Fees are stated in 10,000 yuan' },
    formula: {
      ZH: '收费金额不是上年的一千倍至十万倍（末位至多两位小数）',
      EN: 'the amount, printed to at most two decimals, is not 1,000 to 100,000 times that of last year',
    },
    basis: '表二该栏单位为万元；以元填报是常见错误',
  },
  {
    passes: { report: { cells: fees('27.36') }, context: { previous } },
    fails: { report: { cells: fees('251000') }, context: { previous } },
  },
  assess,
);
