import { addressKey, cellsOf } from '../format/form.js';
import type { ValueKind } from '../format/form.js';
import { forms } from '../format/forms.js';
import { placeWithTable } from '../format/place.js';
import type { FilledCell, FilledForm } from '../format/report.js';
import { addressOf, isBlank } from './cells.js';
import { ruleOf } from './definition.js';
import type { Outcome } from './definition.js';
import { finding, listed } from './finding.js';

/** A5: a count is a whole number from zero up, an amount a number from zero up. 2019's 本年增/减 may be negative. */

const PATTERNS: Readonly<Record<ValueKind, RegExp>> = {
  COUNT: /^\d+$/,
  CHANGE: /^-?\d+$/,
  AMOUNT_WAN: /^\d+(\.\d+)?$/,
  AMOUNT_YUAN: /^\d+(\.\d+)?$/,
};

/** By address; where editions differ in what a cell holds, the newest decides. */
const kinds: ReadonlyMap<string, ValueKind> = new Map(
  forms
    .flatMap((form) => form.blocks.flatMap((block) => [...cellsOf(block)]))
    .map((cell) => [addressKey(cell), cell.kind]),
);

const kindOf = (cell: FilledCell): ValueKind => kinds.get(addressKey(cell)) ?? 'COUNT';

/** What every kind of cell may hold is looked at first. */
const isWrong = (cell: FilledCell): boolean =>
  cell.value !== null &&
  !PATTERNS.COUNT.test(cell.value) &&
  !PATTERNS[kindOf(cell)].test(cell.value);

const findingOf = (cell: FilledCell) => {
  const place = placeWithTable(cell);
  const value = cell.value ?? '';
  const amount = kindOf(cell).startsWith('AMOUNT');
  return finding({
    check: 'A5',
    severity: 'ERROR',
    message: {
      ZH: `${place.ZH}：填的是 ${value}，应为不小于 0 的${amount ? '数' : '整数'}。`,
      EN: `${place.EN}: it says ${value}, but must be a ${amount ? '' : 'whole '}number from zero up.`,
    },
    left: value,
    cells: [addressOf(cell)],
    fault: 'DOCUMENT',
  });
};

const assess = (form: FilledForm): Outcome => {
  const findings = form.cells.filter(isWrong).map(findingOf);
  if (findings.length > 0) return { status: 'FAIL', findings };
  const unread = form.cells.filter((cell) => cell.value === null && !isBlank(cell));
  if (unread.length === 0) return { status: 'PASS' };
  const names = listed(unread.map(placeWithTable), 4);
  return {
    status: 'NOT_ASSESSABLE',
    reason: { ZH: `${names.ZH}没有读到。`, EN: `Not read: ${names.EN}.` },
  };
};

export const a5 = ruleOf(
  {
    code: 'A5',
    severity: 'ERROR',
    title: { ZH: '件数为非负整数，金额为非负数', EN: 'Counts are whole and not negative' },
    formula: {
      ZH: '各格件数 ≥ 0 且为整数；金额 ≥ 0；2019 版“增/减”可为负',
      EN: 'every count ≥ 0 and whole; every amount ≥ 0; changes of the 2019 form may be negative',
    },
    basis: '件数之定义；国办公开办函〔2019〕60号、〔2021〕30号附表',
  },
  {
    passes: { report: { cells: { 'ACTIVE_DISCLOSURE/administrativeFeesWan/': '12.5' } } },
    fails: { report: { cells: { 'ACTIVE_DISCLOSURE/licensingDecisions/': '-3' } } },
  },
  assess,
);
