import { placeWithTable } from '../format/place.js';
import type { FilledForm } from '../format/report.js';
import { addressOf, isBlank } from './cells.js';
import { ruleOf } from './definition.js';
import type { Outcome } from './definition.js';
import { finding, listed } from './finding.js';
import { sumRelations } from './relations.js';

/** F8: no cell is left blank or holds a mark in place of a number; zero is written 0. */

const assess = (form: FilledForm): Outcome => {
  const all = form.cells.filter(isBlank);
  const marked = all.filter((cell) => cell.status === 'MARK');
  const blank = all.filter((cell) => cell.status !== 'MARK');
  if (form.cells.every((cell) => cell.status === 'ABSENT')) {
    return {
      status: 'NOT_ASSESSABLE',
      reason: { ZH: '没有找到表格。', EN: 'No table was found.' },
    };
  }
  if (all.length === 0) return { status: 'PASS' };
  const names = listed(all.map(placeWithTable), 3);
  const marks = [...new Set(marked.map((cell) => cell.raw?.trim() ?? ''))].slice(0, 4).join(' ');
  const zh = [
    ...(blank.length > 0 ? [`${String(blank.length)} 格为空`] : []),
    ...(marked.length > 0 ? [`${String(marked.length)} 格填“${marks}”`] : []),
  ];
  const en = [
    ...(blank.length > 0 ? [`${String(blank.length)} cells are blank`] : []),
    ...(marked.length > 0 ? [`${String(marked.length)} cells hold "${marks}"`] : []),
  ];
  return {
    status: 'FAIL',
    findings: [
      finding({
        check: 'F8',
        severity: 'WARNING',
        message: {
          ZH: `${zh.join('，')}：${names.ZH}。没有的应填 0。`,
          EN: `${en.join(', ')}: ${names.EN}. Nothing is written 0.`,
        },
        left: String(all.length),
        cells: all.map(addressOf),
        cause: standForZero(form) ? 'BLANK_FOR_ZERO' : null,
      }),
    ],
  };
};

/** Every sum with a blank holds as if a zero stood there, and there is such a sum. */
const standForZero = (form: FilledForm): boolean => {
  const withBlanks = sumRelations(form).filter((r) => [...r.left, ...r.right].some(isBlank));
  return withBlanks.length > 0 && withBlanks.every((r) => r.leftSum === r.rightSum);
};

export const f8 = ruleOf(
  {
    code: 'F8',
    severity: 'WARNING',
    title: { ZH: '各格填数，无则填 0', EN: 'Every cell holds a number' },
    formula: { ZH: '空格、“/”、“—”、“无”的格数 = 0', EN: 'number of blank or marked cells = 0' },
    basis: '填报惯例：没有的填 0（未见明文）',
  },
  {
    passes: { report: {} },
    fails: { report: { cells: { 'ACTIVE_DISCLOSURE/coercionDecisions/': '/' } } },
  },
  assess,
);
