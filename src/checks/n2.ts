import type { FilledForm, Statement } from '../format/report.js';
import { ruleOf } from './definition.js';
import { cellsOfForm, requestCell, requestCount } from './figures.js';
import { cellWords, compareTold } from './told.js';
import type { Meanings } from './told.js';

/** N2: requests completed as the prose tells them: all, or this year's alone. */

const [COMPLETED, IN] = [requestCell('completed'), requestCell('carriedIn')];
const ALL_OF_THEM = /均|全部|都|所有|皆|已/;

const meaningsOf =
  (form: FilledForm) =>
  (statement: Statement): Meanings | null => {
    if (statement.metric !== 'REQUESTS_COMPLETED') return null;
    const cells = cellsOfForm(form);
    const completed = requestCount(cells, 'completed');
    const carriedIn = requestCount(cells, 'carriedIn');
    const own = completed === null || carriedIn === null ? null : completed - carriedIn;
    const [all, before] = [cellWords(COMPLETED), cellWords(IN)];
    const meanings = [
      { value: completed, words: all },
      { value: own, words: { ZH: `${all.ZH}减${before.ZH}`, EN: `${all.EN} minus ${before.EN}` } },
    ];
    // 收到12件，均已答复 is check N8's.
    if (saysAll(form, statement)) meanings.push({ value: Number(statement.value), words: all });
    return { meanings, cells: [COMPLETED, IN] };
  };

/** The figure is that of the requests received, of which the sentence says that all were answered. */
const saysAll = (form: FilledForm, { sentence, value }: Statement): boolean =>
  ALL_OF_THEM.test(sentence) &&
  form.statements.some(
    (s) => /^REQUESTS_(?:RECEIVED|HANDLED)$/.test(s.metric) && s.value === value,
  );

const assess = (form: FilledForm) => compareTold('N2', form, meaningsOf(form));

const CELLS = { 'REQUESTS/completed/total': '226', 'REQUESTS/carriedIn/total': '15' };
const told = (value: string) => ({
  statements: [{ metric: 'REQUESTS_COMPLETED', value, sentence: `答复申请${value}件。` }],
});

export const n2 = ruleOf(
  {
    code: 'N2',
    severity: 'WARNING',
    title: { ZH: '正文所述办结数与表三一致', EN: 'Requests completed as told agree with table 3' },
    formula: {
      ZH: '正文“办结、答复” = 表三（七），或（七）减第二项',
      EN: 'requests completed as told = (7) of table 3, or (7) minus item 2',
    },
    basis: '正文与表格为同一事实；答复数有含上年结转与不含两种口径',
  },
  {
    passes: { report: { cells: CELLS, facts: told('226') } },
    fails: { report: { cells: CELLS, facts: told('220') } },
  },
  assess,
);
