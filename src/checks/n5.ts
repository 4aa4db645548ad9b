import { own } from '../format/own.js';
import type { FilledForm, Statement } from '../format/report.js';
import { statementMetrics } from '../format/statement-metrics.js';
import { ruleOf } from './definition.js';
import { cellsOfForm, LEGAL_PERSONS, requestCell, requestCount, sumOf } from './figures.js';
import { compareTold } from './told.js';
import type { Meanings } from './told.js';

/** N5: applicants as the prose tells them: of this year's requests, with those carried in, or of those completed. */

const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  APPLICANT_NATURAL_PERSONS: ['naturalPerson'],
  APPLICANT_LEGAL_PERSONS: LEGAL_PERSONS,
  APPLICANT_BUSINESS: ['businessEnterprise'],
};

const meaningsOf =
  (form: FilledForm) =>
  ({ metric }: Statement): Meanings | null => {
    const columns = own(COLUMNS, metric);
    if (!columns) return null;
    const cells = cellsOfForm(form);
    const of = (row: string) => sumOf(columns.map((column) => requestCount(cells, row, column)));
    const name = statementMetrics.get(metric);
    const words = { ZH: `表三${name?.ZH ?? metric}`, EN: `table 3, ${name?.EN ?? metric},` };
    const received = of('received');
    const values = [received, sumOf([received, of('carriedIn')]), of('completed')];
    return {
      meanings: values.map((value) => ({ value, words })),
      cells: columns.map((column) => requestCell('received', column)),
    };
  };

const assess = (form: FilledForm) => compareTold('N5', form, meaningsOf(form));

const CELLS = {
  'REQUESTS/received/naturalPerson': '20',
  'REQUESTS/received/businessEnterprise': '3',
};
const told = (value: string) => ({
  statements: [
    { metric: 'APPLICANT_NATURAL_PERSONS', value, sentence: `其中自然人申请${value}件。` },
  ],
});

export const n5 = ruleOf(
  {
    code: 'N5',
    severity: 'WARNING',
    title: { ZH: '正文所述申请人与表三一致', EN: 'Applicants as told agree with table 3' },
    formula: {
      ZH: '正文自然人、法人申请数 = 表三第一项该栏，或第一项加第二项该栏',
      EN: 'applicants as told = their column in item 1 of table 3, or in items 1 and 2 together',
    },
    basis: '正文与表格为同一事实',
  },
  {
    passes: { report: { cells: CELLS, facts: told('20') } },
    fails: { report: { cells: CELLS, facts: told('23') } },
  },
  assess,
);
