import { rowPlace } from '../format/place.js';
import type { FilledForm, Finding } from '../format/report.js';
import { addressOf } from './cells.js';
import { ruleOf } from './definition.js';
import type { CheckContext, Outcome } from './definition.js';
import { documentFigures, documentLabels, documentsHeading } from './documents-table.js';
import type { DocumentFigures } from './documents-table.js';
import { finding } from './finding.js';
import { noPreviousYear } from './years.js';

/** A6: no more can be repealed than was in force or came into force. */

const [issuedLabel, repealedLabel, inForceLabel] = documentLabels;

/** Null where the row is in order, undefined where it cannot be judged. */
const judge = (now: DocumentFigures, last: number | null): Finding | null | undefined => {
  const { issued, repealed } = now;
  if (issued === null || repealed === null) return undefined;
  if (repealed <= issued) return null;
  if (last === null) return undefined;
  if (repealed <= last + issued) return null;
  const row = rowPlace('ACTIVE_DISCLOSURE', now.row);
  return finding({
    check: 'A6',
    severity: 'WARNING',
    message: {
      ZH: `表二 ${row.ZH}：${repealedLabel.ZH} ${String(repealed)}，上年${inForceLabel.ZH} ${String(last)} 加${issuedLabel.ZH} ${String(issued)} 只有 ${String(last + issued)}。`,
      EN: `Table 2 ${row.EN}: ${String(repealed)} repealed, but ${String(last)} in force last year and ${String(issued)} issued make ${String(last + issued)}.`,
    },
    left: String(repealed),
    right: String(last + issued),
    difference: String(repealed - last - issued),
    cells: now.cells.map(addressOf),
  });
};

const assess = (form: FilledForm, { previous }: CheckContext): Outcome => {
  const why = noPreviousYear(form, previous);
  const before = previous && why === null ? documentFigures(previous) : [];
  const verdicts = documentFigures(form).map((now, i) => judge(now, before[i]?.inForce ?? null));
  const findings = verdicts.filter((v) => v !== null && v !== undefined);
  if (findings.length > 0) return { status: 'FAIL', findings };
  if (verdicts.every((v) => v === null)) return { status: 'PASS' };
  const reason = why ?? {
    ZH: `${documentsHeading.ZH}没有 2021 版的数字，或上一年度没有。`,
    EN: `${documentsHeading.EN} has no figures of the 2021 form in this report or in the one before.`,
  };
  return { status: 'NOT_ASSESSABLE', reason };
};

const N = 'ACTIVE_DISCLOSURE/normativeDocuments';

export const a6 = ruleOf(
  {
    code: 'A6',
    severity: 'WARNING',
    title: { ZH: '废止不多于可废止', EN: 'No more repealed than there was' },
    formula: {
      ZH: `${repealedLabel.ZH} ≤ 上年${inForceLabel.ZH} + ${issuedLabel.ZH}`,
      EN: `${repealedLabel.EN} ≤ ${inForceLabel.EN} last year + ${issuedLabel.EN}`,
    },
    basis: '存量不能为负（推断，表二前两行）',
  },
  {
    passes: {
      report: { cells: { [`${N}/issued`]: '2', [`${N}/repealed`]: '1', [`${N}/inForce`]: '1' } },
    },
    fails: {
      report: { cells: { [`${N}/issued`]: '2', [`${N}/repealed`]: '9' } },
      context: { previous: { year: 2023, cells: { [`${N}/inForce`]: '5' } } },
    },
  },
  assess,
);
