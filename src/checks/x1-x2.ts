import { columnPlace, placeOf, rowPlace } from '../format/place.js';
import type { FilledForm, Finding } from '../format/report.js';
import { APPLICANT_COLUMNS, carried } from './carried.js';
import type { Bilingual, CheckContext, CheckDefinition, CheckResult, Rule } from './definition.js';
import { finding, inBoth, listed } from './finding.js';
import { noPreviousYear } from './years.js';

/** X1 and X2: what last year carried out is what this year carried in, in all and for each kind of applicant. */

interface Pair {
  column: string;
  last: number;
  now: number;
}

const TOTAL = 'total';
const [IN, OUT] = [rowPlace('REQUESTS', 'carriedIn'), rowPlace('REQUESTS', 'carriedOut')];

const pairsOf = (form: FilledForm, previous: FilledForm): readonly (Pair | null)[] => {
  const [last, now] = [carried(previous, 'carriedOut'), carried(form, 'carriedIn')];
  return APPLICANT_COLUMNS.map((column) => {
    const [a, b] = [last.get(column)?.count ?? null, now.get(column)?.count ?? null];
    return a === null || b === null ? null : { column, last: a, now: b };
  });
};

const address = (column: string) => ({ table: 'REQUESTS' as const, row: 'carriedIn', column });

/** The carry-in of last year printed again. */
const isLastYears = (form: FilledForm, previous: FilledForm): boolean => {
  const [now, last] = [carried(form, 'carriedIn'), carried(previous, 'carriedIn')];
  return (
    (now.get(TOTAL)?.count ?? 0) > 0 && [...now].every(([c, n]) => n.count === last.get(c)?.count)
  );
};

const totalFinding = (pair: Pair, others: readonly Pair[], again: boolean): Finding => {
  const place = placeOf(address(TOTAL));
  return finding({
    check: 'X1',
    severity: 'ERROR',
    message: {
      ZH: `${place.ZH} ${String(pair.now)}，上年“${OUT.ZH}”总计 ${String(pair.last)}，相差 ${String(Math.abs(pair.now - pair.last))}。`,
      EN: `${place.EN} ${String(pair.now)}, but last year's "${OUT.EN}" has ${String(pair.last)}; difference ${String(Math.abs(pair.now - pair.last))}.`,
    },
    left: String(pair.last),
    right: String(pair.now),
    difference: String(pair.last - pair.now),
    breaks: [
      { check: 'X1', column: TOTAL },
      ...others.map((o) => ({ check: 'X2', column: o.column })),
    ],
    cells: [address(TOTAL), ...others.map((o) => address(o.column))],
    cause: again ? 'LAST_YEARS_FIGURE' : null,
  });
};

const columnFinding = (pairs: readonly Pair[]): Finding => {
  const each = listed(
    pairs.map((pair) => {
      const column = columnPlace('REQUESTS', pair.column, 'E2021');
      return {
        ZH: `${column.ZH}（上年 ${String(pair.last)}，本年 ${String(pair.now)}）`,
        EN: `${column.EN} (last year ${String(pair.last)}, this year ${String(pair.now)})`,
      };
    }),
    7,
  );
  const [first] = pairs;
  return finding({
    check: 'X2',
    severity: 'WARNING',
    message: {
      ZH: `“${IN.ZH}”与上年“${OUT.ZH}”总计相同而各列不同：${each.ZH}。`,
      EN: `"${IN.EN}" and last year's "${OUT.EN}" have the same total but differ in ${each.EN}.`,
    },
    left: first ? String(first.last) : null,
    right: first ? String(first.now) : null,
    difference: first ? String(first.last - first.now) : null,
    breaks: pairs.map((pair) => ({ check: 'X2', column: pair.column })),
    cells: pairs.map((pair) => address(pair.column)),
    cause: 'MOVED_BETWEEN_COLUMNS',
  });
};

const merged: Bilingual = {
  ZH: '上年为合并前的机关，见 X4。',
  EN: 'Agencies merged into this one; see X4.',
};
const unstated: Bilingual = {
  ZH: `上年“${OUT.ZH}”或本年“${IN.ZH}”没有数字。`,
  EN: `No figure for last year's "${OUT.EN}" or this year's "${IN.EN}".`,
};

const result = (check: string, wrong: Finding | undefined, known: boolean): CheckResult => {
  if (wrong) return { check, status: 'FAIL', reason: wrong.message };
  return known
    ? { check, status: 'PASS', reason: null }
    : { check, status: 'NOT_ASSESSABLE', reason: unstated };
};

const run = (form: FilledForm, context: CheckContext): ReturnType<Rule['run']> => {
  const { previous, predecessors } = context;
  const why = predecessors?.length ? merged : noPreviousYear(form, previous);
  if (why || !previous) {
    const results = ['X1', 'X2'].map((check) => ({
      check,
      status: 'NOT_ASSESSABLE' as const,
      reason: why,
    }));
    return { results, findings: [] };
  }
  const pairs = pairsOf(form, previous);
  const differing = pairs.filter((p) => p !== null && p.last !== p.now) as Pair[];
  const total = differing.find((p) => p.column === TOTAL);
  const others = differing.filter((p) => p.column !== TOTAL);
  const x1 = total && totalFinding(total, others, isLastYears(form, previous));
  const x2 = !total && others.length > 0 ? columnFinding(others) : undefined;
  return {
    results: [
      result('X1', x1, pairs.at(APPLICANT_COLUMNS.indexOf(TOTAL)) !== null),
      result(
        'X2',
        x2 ?? (others.length > 0 ? x1 : undefined),
        pairs.every((p) => p !== null),
      ),
    ],
    findings: [x1, x2].filter((f) => f !== undefined),
  };
};

const formula = (columns: Bilingual): Bilingual =>
  inBoth((l) =>
    l === 'ZH'
      ? `上年“${OUT.ZH}” = 本年“${IN.ZH}”（${columns.ZH}）`
      : `last year's "${OUT.EN}" = this year's "${IN.EN}" (${columns.EN})`,
  );

const definitions: readonly CheckDefinition[] = [
  {
    code: 'X1',
    severity: 'ERROR',
    title: { ZH: '上年转出等于本年转入', EN: "Last year's carry-out is this year's carry-in" },
    formula: formula({ ZH: '总计列', EN: 'total' }),
    basis: '同一批申请；表三第二项、第四项之定义',
  },
  {
    code: 'X2',
    severity: 'WARNING',
    title: {
      ZH: '上年转出等于本年转入：各类申请人',
      EN: "Last year's carry-out is this year's carry-in, by applicant",
    },
    formula: formula({ ZH: '各列', EN: 'each column' }),
    basis: '同一批申请；申请人类别偶有重新归类',
  },
];

const R = (row: string, column: string): string => `REQUESTS/${row}/${column}`;
const OUT_TWO = { [R('carriedOut', 'naturalPerson')]: '2', [R('carriedOut', 'total')]: '2' };
const IN_TWO = { [R('carriedIn', 'naturalPerson')]: '2', [R('carriedIn', 'total')]: '2' };
const previous = { year: 2023, cells: OUT_TWO };

export const x1x2: Rule = {
  definitions,
  examples: {
    X1: {
      passes: { report: { cells: IN_TWO }, context: { previous } },
      fails: { report: {}, context: { previous } },
    },
    X2: {
      passes: { report: { cells: IN_TWO }, context: { previous } },
      fails: {
        report: {
          cells: { [R('carriedIn', 'businessEnterprise')]: '2', [R('carriedIn', 'total')]: '2' },
        },
        context: { previous },
      },
    },
  },
  run,
};
