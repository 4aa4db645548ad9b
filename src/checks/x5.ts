import { placeWithTable } from '../format/place.js';
import type { FilledForm, Finding } from '../format/report.js';
import { ruleOf } from './definition.js';
import type { CheckContext, Outcome } from './definition.js';
import { appealCell, appealCount, cellsOfForm, sumOf } from './figures.js';
import { finding } from './finding.js';
import { sentencesOf } from './sentences.js';
import { noPreviousYear } from './years.js';

/**
 * X5: who goes to court after reconsideration went to reconsideration this year or last. Table four has no row for what
 * was carried in: that last year's pending cases are counted again holds only where the report says so.
 */

const AFTER = appealCell('litigationAfterReconsideration');
const BEFORE = appealCell('reconsideration');
const PENDING_COUNTED = /(?:复议|诉讼)[^。]{0,20}含上年度?(?:结转|未审结)/;

const tooMany = (form: FilledForm, previous: FilledForm): Finding[] | null => {
  const [now, last] = [cellsOfForm(form), cellsOfForm(previous)];
  const court = appealCount(now, [AFTER.row]);
  const reconsidered = sumOf([appealCount(now, [BEFORE.row]), appealCount(last, [BEFORE.row])]);
  if (court === null || reconsidered === null) return null;
  if (court <= reconsidered) return [];
  const [place, source] = [placeWithTable(AFTER), placeWithTable(BEFORE)];
  return [
    unlikely(court, reconsidered, {
      ZH: `${place.ZH} ${court}，多于本年与上年${source.ZH}之和 ${reconsidered}。`,
      EN: `${place.EN} ${court}, more than ${source.EN} of this year and last together, ${reconsidered}.`,
    }),
  ];
};

const pendingLost = (form: FilledForm, previous: FilledForm): Finding[] | null => {
  if (!sentencesOf(form).some((sentence) => PENDING_COUNTED.test(sentence))) return [];
  const total = appealCount(cellsOfForm(form), [BEFORE.row]);
  const pending = appealCount(cellsOfForm(previous), [BEFORE.row], 'pending');
  if (total === null || pending === null) return null;
  if (pending <= total) return [];
  const [place, source] = [
    placeWithTable(BEFORE),
    placeWithTable(appealCell(BEFORE.row, 'pending')),
  ];
  return [
    unlikely(total, pending, {
      ZH: `${place.ZH} ${total}，少于上年${source.ZH} ${pending}，而报告称含上年结转。`,
      EN: `${place.EN} ${total}, less than last year's ${source.EN}, ${pending}, though the report says that it includes them.`,
    }),
  ];
};

const unlikely = (left: number, right: number, message: Finding['message']): Finding =>
  finding({
    check: 'X5',
    severity: 'INFO',
    message,
    left: String(left),
    right: String(right),
    difference: String(left - right),
    cells: [AFTER, BEFORE],
  });

const assess = (form: FilledForm, { previous }: CheckContext): Outcome => {
  const why = noPreviousYear(form, previous);
  if (why || !previous) return { status: 'NOT_ASSESSABLE', reason: why ?? { ZH: '', EN: '' } };
  const parts = [tooMany(form, previous), pendingLost(form, previous)];
  const findings = parts.flatMap((part) => part ?? []);
  if (findings.length > 0) return { status: 'FAIL', findings };
  if (parts.every((part) => part !== null)) return { status: 'PASS' };
  return {
    status: 'NOT_ASSESSABLE',
    reason: {
      ZH: '表四两年中有总计没有数字。',
      EN: 'A total of table 4 is not stated in one of the years.',
    },
  };
};

const previous = { year: 2023, cells: { 'APPEALS/reconsideration/total': '2' } };

export const x5 = ruleOf(
  {
    code: 'X5',
    severity: 'INFO',
    title: {
      ZH: '复议后起诉不多于复议',
      EN: 'No more cases after reconsideration than reconsiderations',
    },
    formula: {
      ZH: '复议后起诉总计 ≤ 本年与上年行政复议总计之和；报告称含上年结转的，总计 ≥ 上年尚未审结',
      EN: 'litigation after reconsideration ≤ reconsiderations of this year and last; where the report includes cases carried in, total ≥ those pending last year',
    },
    basis: '表四栏目之含义（推断）；表四无上年结转一行',
  },
  {
    passes: {
      report: { cells: { 'APPEALS/litigationAfterReconsideration/total': '2' } },
      context: { previous },
    },
    fails: {
      report: { cells: { 'APPEALS/litigationAfterReconsideration/total': '5' } },
      context: { previous },
    },
  },
  assess,
);
