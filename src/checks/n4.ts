import { outcomeLabel } from '../format/outcomes.js';
import { own } from '../format/own.js';
import type { FilledForm, Statement } from '../format/report.js';
import { OUTCOME_METRICS, statementMetrics } from '../format/statement-metrics.js';
import { ruleOf } from './definition.js';
import { cellsOfForm, requestCell, requestCount, rowsOfCategories, sumOf } from './figures.js';
import { compareTold } from './told.js';
import type { Meanings } from './told.js';

/** N4: outcomes and reasons as the prose tells them; a category is the sum of its rows, not the first of them. */

const meaningsOf =
  (form: FilledForm) =>
  ({ metric }: Statement): Meanings | null => {
    const categories = own(OUTCOME_METRICS, metric);
    const reason = metric.startsWith('REASON_') ? [metric.slice('REASON_'.length)] : [];
    const rows = categories ? rowsOfCategories(form, categories) : reason;
    if (rows.length === 0) return null;
    const cells = cellsOfForm(form);
    const counts = rows.map((row) => requestCount(cells, row));
    const name = statementMetrics.get(metric);
    const words = { ZH: `表三${name?.ZH ?? metric}`, EN: `table 3, ${name?.EN ?? metric},` };
    const [first] = rows;
    const firstAlone = rows.length > 1 && first ? mistakenFor(first, counts[0] ?? null) : {};
    return {
      meanings: [{ value: sumOf(counts), words }],
      cells: rows.map((row) => requestCell(row)),
      ...firstAlone,
    };
  };

const mistakenFor = (row: string, value: number | null): Pick<Meanings, 'mistaken'> => ({
  mistaken: {
    value,
    words: {
      ZH: `只是“${outcomeLabel(row, 'ZH')}”一项`,
      EN: `that is "${outcomeLabel(row, 'EN')}" alone`,
    },
  },
});

const assess = (form: FilledForm) => compareTold('N4', form, meaningsOf(form));

const CELLS = { 'REQUESTS/NOT_HELD/total': '265', 'REQUESTS/NEEDS_CREATION/total': '6' };
const told = (value: string) => ({
  statements: [
    { metric: 'OUTCOME_UNABLE_TO_PROVIDE', value, sentence: `因不掌握等原因无法提供${value}件。` },
  ],
});

export const n4 = ruleOf(
  {
    code: 'N4',
    severity: 'WARNING',
    title: { ZH: '正文所述办理结果与表三一致', EN: 'Outcomes as told agree with table 3' },
    formula: {
      ZH: '正文各类办理结果 = 表三该类各项之和；正文各项 = 表三该项',
      EN: 'an outcome as told = the sum of its rows in table 3; a reason as told = its row',
    },
    basis: '正文与表格为同一事实；有报告正文只取该类第一项',
  },
  {
    passes: { report: { cells: CELLS, facts: told('271') } },
    fails: { report: { cells: CELLS, facts: told('265') } },
  },
  assess,
);
