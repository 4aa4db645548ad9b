import { placeOf } from '../format/place.js';
import type { Bilingual } from '../format/place.js';
import type { CellAddress } from '../format/form.js';
import type { FilledForm, Finding, Severity, Statement } from '../format/report.js';
import { statementMetrics } from '../format/statement-metrics.js';
import type { Outcome } from './definition.js';
import { finding } from './finding.js';
import { isNarrower } from './narrower-scope.js';

/** Comparing what the prose tells with what the tables hold (N1 to N6). */

/** One way in which a sentence may be meant: what the tables hold under it. */
export interface Meaning {
  /** Null where the tables do not state it. */
  value: number | null;
  words: Bilingual;
}

/** What a metric may mean, the most natural meaning first, and the cells that it is about. */
export interface Meanings {
  meanings: readonly Meaning[];
  cells: readonly CellAddress[];
  /** A reading that explains the figure and is wrong all the same. */
  mistaken?: Meaning;
}

const quoted = (sentence: string): string =>
  sentence.length > 80 ? `${sentence.slice(0, 80)}…` : sentence;

/** The sentence and what it is compared with, in both languages. */
export const contradiction = (
  check: string,
  severity: Severity,
  statement: Statement,
  expected: { value: number; words: Bilingual },
  cells: readonly CellAddress[],
  note?: Bilingual,
): Finding => {
  const name = statementMetrics.get(statement.metric);
  const { metric, value, sentence } = statement;
  const difference = Number(value) - expected.value;
  const [left, right] = [value, String(expected.value)];
  const apart = String(Math.abs(difference));
  return finding({
    check,
    severity,
    message: {
      ZH: `正文“${quoted(sentence)}”：${name?.ZH ?? metric} ${left}；${expected.words.ZH} ${right}，相差 ${apart}${note ? `（${note.ZH}）` : ''}。`,
      EN: `The text says "${quoted(sentence)}": ${name?.EN ?? metric} ${left}; ${expected.words.EN} ${right}; difference ${apart}${note ? ` (${note.EN})` : ''}.`,
    },
    left,
    right,
    difference: String(difference),
    cells,
  });
};

/**
 * Holds the statements of some metrics against the tables. A metric is in order where one of its statements equals one
 * of its meanings: a report may tell a part beside the whole.
 * @param meaningsOf null for metrics that are none of the check's
 */
export const compareTold = (
  check: string,
  form: FilledForm,
  meaningsOf: (statement: Statement) => Meanings | null,
): Outcome => {
  const byMetric = new Map<string, { statement: Statement; meanings: Meanings }[]>();
  for (const statement of form.statements) {
    const meanings = meaningsOf(statement);
    if (!meanings) continue;
    byMetric.set(statement.metric, [
      ...(byMetric.get(statement.metric) ?? []),
      { statement, meanings },
    ]);
  }
  if (byMetric.size === 0) return null;
  const known = [...byMetric.values()].filter((claims) =>
    claims.some(({ meanings }) => meanings.meanings.some((m) => m.value !== null)),
  );
  if (known.length === 0) {
    return {
      status: 'NOT_ASSESSABLE',
      reason: {
        ZH: '正文所述的数字在表中没有对应的数字。',
        EN: 'The tables have no figures for what the text states.',
      },
    };
  }
  const findings = known.flatMap((claims) => contradicted(check, form, claims));
  return findings.length > 0 ? { status: 'FAIL', findings } : { status: 'PASS' };
};

function contradicted(
  check: string,
  form: FilledForm,
  claims: readonly { statement: Statement; meanings: Meanings }[],
): Finding[] {
  const agrees = claims.some(({ statement, meanings }) =>
    meanings.meanings.some((m) => m.value === Number(statement.value)),
  );
  // 信息不存在4件，非本机关职责2件: the parts of what the tables have in one row.
  const together = claims.reduce((sum, { statement }) => sum + Number(statement.value), 0);
  const asSum = claims.some(({ meanings }) => meanings.meanings.some((m) => m.value === together));
  if (agrees || asSum) return [];
  const [first] = claims;
  const meant = first?.meanings.meanings.find((m) => m.value !== null);
  if (!first || !meant || meant.value === null) return [];
  const { statement, meanings } = first;
  if (isNarrower(form, statement, meant.value)) return [];
  const { mistaken } = meanings;
  const note = mistaken?.value === Number(statement.value) ? mistaken.words : undefined;
  const expected = { value: meant.value, words: meant.words };
  return [contradiction(check, 'WARNING', statement, expected, meanings.cells, note)];
}

/** A cell's own words as those of a meaning. */
export const cellWords = (address: CellAddress): Bilingual => placeOf(address);
