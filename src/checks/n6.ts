import { placeWithTable, tablePlace } from '../format/place.js';
import type { FilledForm, Statement } from '../format/report.js';
import { statementMetrics } from '../format/statement-metrics.js';
import { ruleOf } from './definition.js';
import { appealCell, appealCount, cellsOfForm, TRACKS } from './figures.js';
import { compareTold } from './told.js';
import type { Meaning, Meanings } from './told.js';

/** N6: appeals as the prose tells them: all, or those concluded; both kinds in one figure, or each. */

const RECONSIDERATION = ['reconsideration'];
const ROWS: Readonly<Record<string, readonly string[]>> = {
  RECONSIDERATION,
  LITIGATION: TRACKS,
  APPEALS: [...RECONSIDERATION, ...TRACKS],
};
const COLUMNS: Readonly<Record<string, string>> = {
  UPHELD: 'upheld',
  CORRECTED: 'corrected',
  OTHER: 'otherResult',
  PENDING: 'pending',
};
/** 均维持 may speak of the concluded cases, 未纠错 is check N7's. */
const ALL_OF_THEM = /均|全部|都|皆/;

const meaningsOf =
  (form: FilledForm) =>
  ({ metric, value, sentence }: Statement): Meanings | null => {
    const [, kind = '', part = ''] = /^([A-Z]+)_([A-Z]+)$/.exec(metric) ?? [];
    const rows = ROWS[kind];
    if (!rows || (part === 'CORRECTED' && value === '0')) return null;
    const cells = cellsOfForm(form);
    const name = statementMetrics.get(metric);
    const table = tablePlace('APPEALS');
    const words = {
      ZH: `${table.ZH}${name?.ZH ?? metric}`,
      EN: `${table.EN}, ${name?.EN ?? metric},`,
    };
    const total = appealCount(cells, rows);
    const pending = appealCount(cells, rows, 'pending');
    const concluded = total === null || pending === null ? null : total - pending;
    const withoutPending: Meaning = {
      value: concluded,
      words: { ZH: `${words.ZH}（不含尚未审结）`, EN: `${words.EN} without those pending,` },
    };
    const column = COLUMNS[part];
    const addresses = rows.map((row) => appealCell(row, column));
    if (part === 'CONCLUDED') return { meanings: [withoutPending], cells: addresses };
    if (column === undefined) {
      return { meanings: [{ value: total, words }, withoutPending], cells: addresses };
    }
    const own = { value: appealCount(cells, rows, column), words };
    const all = part === 'UPHELD' && ALL_OF_THEM.test(sentence);
    const meanings = all ? [own, withoutPending, { value: total, words }] : [own];
    return { meanings, cells: addresses };
  };

const assess = (form: FilledForm) => compareTold('N6', form, meaningsOf(form));

const CELLS = { 'APPEALS/reconsideration/total': '170', 'APPEALS/reconsideration/pending': '36' };
const told = (value: string) => ({
  statements: [
    { metric: 'RECONSIDERATION_TOTAL', value, sentence: `全市行政复议案件${value}件。` },
  ],
});
const whole = placeWithTable(appealCell('reconsideration'));

export const n6 = ruleOf(
  {
    code: 'N6',
    severity: 'WARNING',
    title: { ZH: '正文所述复议、诉讼与表四一致', EN: 'Appeals as told agree with table 4' },
    formula: {
      ZH: `正文复议、诉讼数 = 表四总计，或总计减尚未审结；各结果 = 表四该栏（如${whole.ZH}）`,
      EN: `appeals as told = total of table 4, or total minus pending; results as told = their columns (such as ${whole.EN})`,
    },
    basis: '正文与表格为同一事实；有报告正文只计已审结案件，或复议、诉讼合计',
  },
  {
    passes: { report: { cells: CELLS, facts: told('134') } },
    fails: { report: { cells: CELLS, facts: told('140') } },
  },
  assess,
);
