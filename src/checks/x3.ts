import { placeWithTable } from '../format/place.js';
import type { FilledForm, Finding } from '../format/report.js';
import { addressOf } from './cells.js';
import { ruleOf } from './definition.js';
import type { CheckContext, Outcome } from './definition.js';
import { documentFigures, documentLabels, documentsHeading } from './documents-table.js';
import type { DocumentFigures } from './documents-table.js';
import { finding } from './finding.js';
import { noPreviousYear } from './years.js';

/** X3: documents in force are those of last year, plus issued, minus repealed. 2021 is the first year to start from. */

/** Null where the row is in order, undefined where it cannot be judged. */
const judge = (now: DocumentFigures, last: number | null): Finding | null | undefined => {
  const { issued, repealed, inForce } = now;
  if (issued === null || repealed === null || inForce === null || last === null) return undefined;
  const expected = last + issued - repealed;
  if (inForce === expected) return null;
  const place = placeWithTable({ table: 'ACTIVE_DISCLOSURE', row: now.row, column: 'inForce' });
  const sum = `${String(last)} + ${String(issued)} − ${String(repealed)} = ${String(expected)}`;
  return finding({
    check: 'X3',
    severity: 'WARNING',
    message: {
      ZH: `${place.ZH} ${String(inForce)}；上年加制发减废止为 ${sum}，相差 ${String(Math.abs(inForce - expected))}。`,
      EN: `${place.EN} ${String(inForce)}; last year plus issued minus repealed is ${sum}; difference ${String(Math.abs(inForce - expected))}.`,
    },
    left: String(inForce),
    right: String(expected),
    difference: String(inForce - expected),
    breaks: [{ check: 'X3', row: now.row }],
    cells: now.cells.map(addressOf),
    cause: inForce === last && inForce > 0 ? 'LAST_YEARS_FIGURE' : null,
  });
};

const assess = (form: FilledForm, { previous }: CheckContext): Outcome => {
  const why = noPreviousYear(form, previous);
  if (why || !previous) return { status: 'NOT_ASSESSABLE', reason: why ?? { ZH: '', EN: '' } };
  const before = documentFigures(previous);
  const verdicts = documentFigures(form).map((now, i) => judge(now, before[i]?.inForce ?? null));
  const findings = verdicts.filter((v) => v !== null && v !== undefined);
  if (findings.length > 0) return { status: 'FAIL', findings };
  if (verdicts.every((v) => v === null)) return { status: 'PASS' };
  return {
    status: 'NOT_ASSESSABLE',
    reason: {
      ZH: `${documentsHeading.ZH}两年中有一年没有 2021 版的数字。`,
      EN: `One of the two years has no figures of the 2021 form for ${documentsHeading.EN}.`,
    },
  };
};

const [issuedLabel, repealedLabel, inForceLabel] = documentLabels;
const N = 'ACTIVE_DISCLOSURE/normativeDocuments';
const previous = { year: 2023, cells: { [`${N}/inForce`]: '5' } };

export const x3 = ruleOf(
  {
    code: 'X3',
    severity: 'WARNING',
    title: { ZH: '现行有效逐年衔接', EN: 'Documents in force follow from last year' },
    formula: {
      ZH: `${inForceLabel.ZH} = 上年${inForceLabel.ZH} + ${issuedLabel.ZH} − ${repealedLabel.ZH}`,
      EN: `${inForceLabel.EN} = ${inForceLabel.EN} last year + ${issuedLabel.EN} − ${repealedLabel.EN}`,
    },
    basis: '表二栏目之含义（推断）；自然失效、清理、修改计为制发均会打破',
  },
  {
    passes: {
      report: { cells: { [`${N}/issued`]: '3', [`${N}/inForce`]: '8' } },
      context: { previous },
    },
    fails: {
      report: { cells: { [`${N}/issued`]: '3', [`${N}/inForce`]: '3' } },
      context: { previous },
    },
  },
  assess,
);
