import { placeWithTable } from '../format/place.js';
import type { FilledForm, Statement } from '../format/report.js';
import { ruleOf } from './definition.js';
import type { Outcome } from './definition.js';
import { appealCell, appealCount, cellsOfForm, TRACKS } from './figures.js';
import { contradiction } from './told.js';

/** N7: 均维持, 无败诉, 未被纠错 say that nothing was corrected; they do not say that there was no case. */

const ROWS: Readonly<Record<string, readonly string[]>> = {
  RECONSIDERATION: ['reconsideration'],
  LITIGATION: TRACKS,
};
const ALL_UPHELD = /(?:均|全部|都|皆)[^，。；,;]{0,12}(?:维持|驳回|胜诉)/;

/** The kind of appeals of which a statement says that none was corrected. */
const uncorrected = ({ metric, value, sentence }: Statement): string | null => {
  const [, kind = '', part = ''] = /^(RECONSIDERATION|LITIGATION)_([A-Z]+)$/.exec(metric) ?? [];
  const none = part === 'CORRECTED' && value === '0';
  return none || (part === 'UPHELD' && ALL_UPHELD.test(sentence)) ? kind : null;
};

const assess = (form: FilledForm): Outcome => {
  const cells = cellsOfForm(form);
  const claims = form.statements.flatMap((statement) => {
    const kind = uncorrected(statement);
    const rows = kind === null ? undefined : ROWS[kind];
    return rows ? [{ statement, rows, value: appealCount(cells, rows, 'corrected') }] : [];
  });
  if (claims.length === 0) return null;
  if (claims.every((claim) => claim.value === null)) {
    return {
      status: 'NOT_ASSESSABLE',
      reason: { ZH: '表四没有结果纠正的数字。', EN: 'Table 4 has no figure for cases corrected.' },
    };
  }
  const findings = claims.flatMap(({ statement, rows, value }) => {
    if (value === null || value === 0) return [];
    const addresses = rows.map((row) => appealCell(row, 'corrected'));
    const words = placeWithTable(addresses[0] ?? appealCell('reconsideration', 'corrected'));
    const claim = {
      ...statement,
      metric: statement.metric.replace('UPHELD', 'CORRECTED'),
      value: '0',
    };
    return [contradiction('N7', 'WARNING', claim, { value, words }, addresses)];
  });
  return findings.length > 0 ? { status: 'FAIL', findings } : { status: 'PASS' };
};

const CELLS = { 'APPEALS/reconsideration/corrected': '1', 'APPEALS/reconsideration/total': '3' };
const facts = {
  statements: [
    { metric: 'RECONSIDERATION_TOTAL', value: '3', sentence: '行政复议3件，均维持。' },
    { metric: 'RECONSIDERATION_UPHELD', value: '3', sentence: '行政复议3件，均维持。' },
  ],
};

export const n7 = ruleOf(
  {
    code: 'N7',
    severity: 'WARNING',
    title: {
      ZH: '正文称均维持、无败诉的，表四没有纠正',
      EN: 'Where the text says that nothing was corrected, table 4 agrees',
    },
    formula: {
      ZH: '正文“均维持、无败诉、未被纠错”时，表四该类结果纠正 = 0',
      EN: 'where the text says "all upheld" or "none lost", the cases corrected in table 4 are 0',
    },
    basis: '正文与表格为同一事实',
  },
  {
    passes: { report: { cells: { ...CELLS, 'APPEALS/reconsideration/corrected': '0' }, facts } },
    fails: { report: { cells: CELLS, facts } },
  },
  assess,
);
