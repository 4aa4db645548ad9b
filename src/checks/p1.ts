import { placeOf, tablePlace } from '../format/place.js';
import type { FilledForm } from '../format/report.js';
import { ruleOf } from './definition.js';
import type { Outcome } from './definition.js';
import {
  appealCell,
  appealCount,
  cellsOfForm,
  requestCell,
  requestCount,
  TRACKS,
} from './figures.js';
import { finding } from './finding.js';

/** P1: more appeals than requests decided: probably all administrative cases were counted. */

const ROWS = ['reconsideration', ...TRACKS];
const CELL = requestCell('completed');
/** A case or two may come from earlier years. */
const MOST_WITHOUT = 5;

const assess = (form: FilledForm): Outcome => {
  const cells = cellsOfForm(form);
  const appeals = appealCount(cells, ROWS);
  const completed = requestCount(cells, 'completed');
  if (appeals === null || completed === null) {
    return {
      status: 'NOT_ASSESSABLE',
      reason: { ZH: '表三或表四的总计没有数字。', EN: 'A total of table 3 or 4 is not stated.' },
    };
  }
  if (appeals <= completed || appeals <= MOST_WITHOUT) return { status: 'PASS' };
  const [table, place] = [tablePlace('APPEALS'), placeOf(CELL)];
  return {
    status: 'FAIL',
    findings: [
      finding({
        check: 'P1',
        severity: 'INFO',
        message: {
          ZH: `${table.ZH}三个总计合计 ${appeals}，多于${place.ZH} ${completed}；可能计入了与信息公开无关的案件。`,
          EN: `The totals of ${table.EN.toLowerCase()} add up to ${appeals}, more than ${place.EN}, ${completed}; cases that have nothing to do with requests may have been counted.`,
        },
        left: String(appeals),
        right: String(completed),
        difference: String(appeals - completed),
        cells: [...ROWS.map((row) => appealCell(row)), CELL],
      }),
    ],
  };
};

const cells = {
  'REQUESTS/completed/total': '133',
  'APPEALS/reconsideration/total': '44',
  'APPEALS/litigationDirect/total': '7',
};

export const p1 = ruleOf(
  {
    code: 'P1',
    severity: 'INFO',
    title: { ZH: '复议、诉讼不多于办结的申请', EN: 'No more appeals than requests decided' },
    formula: {
      ZH: `表四三个总计之和 ≤ 表三（七）总计（不超过 ${MOST_WITHOUT} 件的不论）`,
      EN: `the three totals of table 4 together ≤ (7) of table 3 (up to ${MOST_WITHOUT} cases aside)`,
    },
    basis: '经验：有机关把全部行政案件填入表四',
  },
  {
    passes: { report: { cells } },
    fails: { report: { cells: { ...cells, 'APPEALS/reconsideration/total': '144' } } },
  },
  assess,
);
