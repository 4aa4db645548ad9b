import { placeWithTable, tablePlace } from '../format/place.js';
import type { FilledCell, FilledForm } from '../format/report.js';
import { addressOf, countOf } from './cells.js';
import { ruleOf } from './definition.js';
import type { Outcome } from './definition.js';
import { finding } from './finding.js';

/** P3: a body that decides much and has no request and no appeal at all: tables three and four may not be filled in. */

const DECISIONS = new Set(['licensingDecisions', 'penaltyDecisions', 'coercionDecisions']);
const DECISIONS_2019 = new Set(['licensing', 'penalty', 'coercion']);
const MUCH = 100_000;

const decisionsOf = (form: FilledForm): FilledCell[] =>
  form.cells.filter(
    (c) =>
      c.table === 'ACTIVE_DISCLOSURE' &&
      (DECISIONS.has(c.row) || (DECISIONS_2019.has(c.row) && c.column === 'decisions')),
  );

const assess = (form: FilledForm): Outcome => {
  const others = form.cells.filter((c) => c.table !== 'ACTIVE_DISCLOSURE' && c.value !== null);
  const most = decisionsOf(form)
    .filter((c) => (countOf(c) ?? 0) >= MUCH)
    .sort((a, b) => (countOf(b) ?? 0) - (countOf(a) ?? 0))[0];
  if (others.length === 0) {
    return {
      status: 'NOT_ASSESSABLE',
      reason: { ZH: '表三、表四没有数字。', EN: 'Tables 3 and 4 have no figures.' },
    };
  }
  if (!most || others.some((c) => countOf(c) !== 0)) return { status: 'PASS' };
  const place = placeWithTable(most);
  const [three, four] = [tablePlace('REQUESTS'), tablePlace('APPEALS')];
  const value = most.value ?? '';
  return {
    status: 'FAIL',
    findings: [
      finding({
        check: 'P3',
        severity: 'INFO',
        message: {
          ZH: `${three.ZH}、${four.ZH}各栏全为 0，而${place.ZH} ${value}。`,
          EN: `Every cell of ${three.EN.toLowerCase()} and ${four.EN.toLowerCase()} is 0, while ${place.EN} is ${value}.`,
        },
        left: '0',
        right: value,
        cells: [addressOf(most)],
      }),
    ],
  };
};

const cells = { 'ACTIVE_DISCLOSURE/licensingDecisions/': '1761224' };

export const p3 = ruleOf(
  {
    code: 'P3',
    severity: 'INFO',
    title: { ZH: '办件多的机关表三、表四不全为零', EN: 'A busy body has some request or appeal' },
    formula: {
      ZH: `许可、处罚、强制决定有一项达到 ${MUCH} 的，表三、表四不全为 0`,
      EN: `where licences, penalties or coercion reach ${MUCH}, not every cell of tables 3 and 4 is 0`,
    },
    basis: '经验：表三、表四可能未填',
  },
  {
    passes: { report: { cells: { ...cells, 'REQUESTS/received/total': '32' } } },
    fails: { report: { cells } },
  },
  assess,
);
