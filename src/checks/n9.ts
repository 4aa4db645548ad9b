import { placeOf } from '../format/place.js';
import type { FilledForm } from '../format/report.js';
import { ruleOf } from './definition.js';
import type { Outcome } from './definition.js';
import { cellsOfForm, requestCell, requestCount } from './figures.js';
import { isNarrower } from './narrower-scope.js';
import { contradiction } from './told.js';

/** N9: the prose on requests speaks of the same bodies as the table: not of the office alone beside a whole region. */

const CELL = requestCell('received');

const assess = (form: FilledForm): Outcome => {
  if (form.scope === 'ORGAN') return null;
  const told = form.statements.filter((s) => s.metric === 'REQUESTS_RECEIVED');
  if (told.length === 0) return null;
  const value = requestCount(cellsOfForm(form), 'received');
  const place = placeOf(CELL);
  if (value === null) {
    return {
      status: 'NOT_ASSESSABLE',
      reason: { ZH: `“${place.ZH}”没有数字。`, EN: `No figure for "${place.EN}".` },
    };
  }
  const part = told.find((statement) => isNarrower(form, statement, value));
  if (!part || told.some((s) => Number(s.value) === value)) return { status: 'PASS' };
  const note = {
    ZH: '正文似乎只说机关本身，表格为整个区域或系统',
    EN: 'the text seems to speak of the organ alone, the table of its whole region or system',
  };
  return {
    status: 'FAIL',
    findings: [contradiction('N9', 'INFO', part, { value, words: place }, [CELL], note)],
  };
};

const facts = (value: string) => ({
  scope: 'REGION_CONSOLIDATED' as const,
  statements: [
    {
      metric: 'REQUESTS_RECEIVED',
      value,
      sentence: `区政府办代表区政府受理政府信息公开申请${value}件。`,
    },
  ],
});
const cells = Object.fromEntries(
  ['received', 'GRANTED', 'completed'].flatMap((row) =>
    ['naturalPerson', 'total'].map((column) => [`REQUESTS/${row}/${column}`, '95']),
  ),
);

export const n9 = ruleOf(
  {
    code: 'N9',
    severity: 'INFO',
    title: { ZH: '正文与表格的统计范围一致', EN: 'Text and table have the same scope' },
    formula: {
      ZH: '正文所述申请数与表三为同一统计范围',
      EN: 'the requests as told are those of the bodies that table 3 counts',
    },
    basis: '有报告正文只述政府办公室，表格为全区汇总',
  },
  {
    passes: { report: { cells, facts: facts('95') } },
    fails: { report: { cells, facts: facts('17') } },
  },
  assess,
);
