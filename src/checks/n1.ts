import type { FilledForm, Statement } from '../format/report.js';
import { ruleOf } from './definition.js';
import { cellsOfForm, requestCell, requestCount, sumOf } from './figures.js';
import { cellWords, compareTold } from './told.js';
import type { Meanings } from './told.js';

/** N1: requests received as the prose tells them: this year's, or with those carried in. */

const [RECEIVED, IN] = [requestCell('received'), requestCell('carriedIn')];

const meaningsOf =
  (form: FilledForm) =>
  ({ metric }: Statement): Meanings | null => {
    if (metric !== 'REQUESTS_RECEIVED' && metric !== 'REQUESTS_HANDLED') return null;
    const cells = cellsOfForm(form);
    const received = requestCount(cells, 'received');
    const both = sumOf([received, requestCount(cells, 'carriedIn')]);
    const [one, other] = [cellWords(RECEIVED), cellWords(IN)];
    const alone = { value: received, words: one };
    const together = {
      value: both,
      words: { ZH: `${one.ZH}加${other.ZH}`, EN: `${one.EN} plus ${other.EN}` },
    };
    const done = {
      value: requestCount(cells, 'completed'),
      words: cellWords(requestCell('completed')),
    };
    const meanings = metric === 'REQUESTS_RECEIVED' ? [alone, together] : [together, alone, done];
    return { meanings, cells: [RECEIVED, IN] };
  };

const assess = (form: FilledForm) => compareTold('N1', form, meaningsOf(form));

const CELLS = { 'REQUESTS/received/total': '713', 'REQUESTS/carriedIn/total': '36' };
const told = (value: string) => ({
  statements: [
    { metric: 'REQUESTS_RECEIVED', value, sentence: `全年共受理政府信息公开申请${value}件。` },
  ],
});

export const n1 = ruleOf(
  {
    code: 'N1',
    severity: 'WARNING',
    title: {
      ZH: '正文所述收到申请数与表三一致',
      EN: 'Requests received as told agree with table 3',
    },
    formula: {
      ZH: '正文“收到、受理、收办” = 表三第一项，或第一项加第二项',
      EN: 'requests received as told = item 1 of table 3, or items 1 and 2 together',
    },
    basis: '正文与表格为同一事实；受理有含结转与不含结转两种口径',
  },
  {
    passes: { report: { cells: CELLS, facts: told('749') } },
    fails: { report: { cells: CELLS, facts: told('731') } },
  },
  assess,
);
