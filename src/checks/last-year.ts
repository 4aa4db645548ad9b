import type { FilledForm, Finding } from '../format/report.js';
import { addressKey } from '../format/form.js';
import { carried } from './carried.js';
import { countOf } from './cells.js';
import type { CheckContext, Ruling } from './definition.js';
import type { CellChange, Diagnosis } from './diagnosis.js';
import { noPreviousYear } from './years.js';

/** What last year's report says about a broken table three: its 四 is this year's 二. */

/** Last year's 四 by column; null where it is not known or belongs to several agencies. */
const carriedOutLastYear = (
  form: FilledForm,
  { previous, predecessors }: CheckContext,
): ReadonlyMap<string, number> | null => {
  if (!previous || predecessors?.length || noPreviousYear(form, previous)) return null;
  const known = [...carried(previous, 'carriedOut')].flatMap(([column, { count }]) =>
    count === null ? [] : [[column, count] as const],
  );
  return new Map(known);
};

const isCarriedIn = ({ cell }: CellChange): boolean => cell.row === 'carriedIn';

/**
 * Chooses among explanations that the table itself cannot tell apart: the one that makes 二 what last year carried
 * out; or, where 二 is that already, one of those that leave it alone.
 */
export const chosenByLastYear = (
  diagnosis: Diagnosis,
  form: FilledForm,
  context: CheckContext,
): Diagnosis => {
  const { alternatives } = diagnosis;
  const last = alternatives.length > 1 ? carriedOutLastYear(form, context) : null;
  if (!last) return diagnosis;
  const fits = (change: CellChange): boolean =>
    last.get(change.cell.column ?? '') === (countOf(change.cell) ?? 0) + change.by;
  const matching = alternatives.filter((a) => a.every((c) => isCarriedIn(c) && fits(c)));
  if (matching.length === 1) return { ...diagnosis, alternatives: matching };
  const agrees = [...carried(form, 'carriedIn')].every(([column, { count }]) => {
    const before = last.get(column);
    return before !== undefined && before === count;
  });
  const rest = alternatives.filter((a) => !a.some(isCarriedIn));
  return agrees && rest.length > 0 ? { ...diagnosis, alternatives: rest } : diagnosis;
};

/** The report with the proposed values in place. */
export const repaired = (form: FilledForm, findings: readonly Finding[]): FilledForm => {
  const to = new Map(findings.flatMap((f) => f.repair.map((r) => [addressKey(r), r.to] as const)));
  if (to.size === 0) return form;
  const cells = form.cells.map((cell) => {
    const value = to.get(addressKey(cell));
    return value === undefined ? cell : { ...cell, value };
  });
  return { ...form, cells };
};

/**
 * One cause is one finding: relations to last year that hold once a cell of the table is repaired are broken by that
 * cell, and its finding says so instead of another.
 * @param own findings of the table's sums
 * @param printed ruling on the report as printed
 * @param mended ruling on the report with the repairs in place
 */
export const withoutExplained = (
  own: readonly Finding[],
  printed: Ruling,
  mended: Ruling,
): { own: readonly Finding[]; ruling: Ruling } => {
  const name = (b: Finding['breaks'][number]): string => `${b.check} ${b.column ?? ''}`;
  const still = new Set(mended.findings.flatMap((f) => f.breaks.map(name)));
  const findings = printed.findings.filter((f) => f.breaks.some((b) => still.has(name(b))));
  const kept = new Set(findings.flatMap((f) => f.breaks.map(name)));
  const explained = printed.findings.flatMap((f) => f.breaks).filter((b) => !kept.has(name(b)));
  const widened = own.map((f) => {
    const columns = new Set(f.repair.filter((r) => r.row === 'carriedIn').map((r) => r.column));
    const more = explained.filter((b) => columns.has(b.column ?? ''));
    return more.length === 0 ? f : { ...f, breaks: [...f.breaks, ...more] };
  });
  return { own: widened, ruling: { ...printed, findings } };
};
