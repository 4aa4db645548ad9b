import { own } from '../format/own.js';
import type { FilledForm, Statement } from '../format/report.js';
import { ruleOf } from './definition.js';
import { cellsOfForm, requestCell, requestCount } from './figures.js';
import { cellWords, compareTold } from './told.js';
import type { Meanings } from './told.js';

/** N3: what was carried in and what is carried on, as the prose tells them. */

const ROWS: Readonly<Record<string, string>> = {
  REQUESTS_CARRIED_IN: 'carriedIn',
  REQUESTS_CARRIED_OUT: 'carriedOut',
};

const meaningsOf =
  (form: FilledForm) =>
  ({ metric }: Statement): Meanings | null => {
    const row = own(ROWS, metric);
    if (row === undefined) return null;
    const cell = requestCell(row);
    const value = requestCount(cellsOfForm(form), row);
    return { meanings: [{ value, words: cellWords(cell) }], cells: [cell] };
  };

const assess = (form: FilledForm) => compareTold('N3', form, meaningsOf(form));

const CELLS = { 'REQUESTS/carriedIn/total': '3', 'REQUESTS/carriedOut/total': '6' };
const told = (value: string) => ({
  statements: [{ metric: 'REQUESTS_CARRIED_OUT', value, sentence: `结转下年度${value}件。` }],
});

export const n3 = ruleOf(
  {
    code: 'N3',
    severity: 'WARNING',
    title: { ZH: '正文所述结转数与表三一致', EN: 'Requests carried as told agree with table 3' },
    formula: {
      ZH: '正文“上年结转” = 表三第二项；正文“结转下年度” = 表三第四项',
      EN: 'carried in as told = item 2 of table 3; carried out as told = item 4',
    },
    basis: '正文与表格为同一事实',
  },
  {
    passes: { report: { cells: CELLS, facts: told('6') } },
    fails: { report: { cells: CELLS, facts: told('3') } },
  },
  assess,
);
