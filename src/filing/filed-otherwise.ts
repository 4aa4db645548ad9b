import type { FilledForm, Finding } from '../format/report.js';
import { filingFinding } from './filing-finding.js';
import type { ReportKey } from './report-input.js';

/** Whose decision it is that a report is not filed as its document says. */
export type DecidedBy = 'PERSON' | 'EARLIER_READING';

/**
 * What filing found, brought up to date after a report was moved or read anew: what no longer holds leaves, and where
 * document and filing differ M3 says so, unless M2 does already.
 * @param before findings of filing as they stand
 * @param movedAgency true where another agency was named: what was uncertain about the first one leaves
 */
export const refiledFindings = (
  before: readonly Finding[],
  form: Pick<FilledForm, 'year' | 'scope'>,
  key: Pick<ReportKey, 'year' | 'scope'>,
  decided: { by: DecidedBy; movedAgency: boolean; namedScope: boolean },
): Finding[] => {
  const kept = before.filter((finding) => stillHolds(finding, form, key, decided));
  const told = (aboutYear: boolean): boolean =>
    kept.some(({ check, left }) => check === 'M2' && (left !== null) === aboutYear);
  const severity = decided.by === 'PERSON' ? 'INFO' : 'WARNING';
  return [
    ...kept,
    ...(differs(form.year, key.year) && !told(true) ? [otherYear(form, key, severity)] : []),
    ...(differs(form.scope, key.scope) && !told(false) ? [otherScope(form, key, severity)] : []),
  ];
};

const differs = <T>(read: T | null, filed: T): boolean => read !== null && read !== filed;

const stillHolds = (
  { check, left, right }: Finding,
  form: Pick<FilledForm, 'year' | 'scope'>,
  key: Pick<ReportKey, 'year' | 'scope'>,
  { movedAgency, namedScope }: { movedAgency: boolean; namedScope: boolean },
): boolean => {
  if (check.startsWith('G')) return !movedAgency;
  if (check === 'M1') return form.scope === null && !namedScope;
  if (check !== 'M2') return false;
  return left === null
    ? differs(form.scope, key.scope)
    : left === String(form.year) && right === String(key.year);
};

const otherYear = (
  { year }: Pick<FilledForm, 'year'>,
  key: Pick<ReportKey, 'year'>,
  severity: Finding['severity'],
): Finding => {
  const sides = { left: String(year), right: String(key.year) };
  const message = {
    ZH: `文件所载年度为 ${sides.left}，归档年度为 ${sides.right}。`,
    EN: `The document is for ${sides.left}; the report is filed under ${sides.right}.`,
  };
  return filingFinding('M3', severity, message, sides);
};

const otherScope = (
  { scope }: Pick<FilledForm, 'scope'>,
  key: Pick<ReportKey, 'scope'>,
  severity: Finding['severity'],
): Finding =>
  filingFinding('M3', severity, {
    ZH: `文件所载统计范围为 ${scope ?? ''}，归档为 ${key.scope}。`,
    EN: `The document's scope is ${scope ?? ''}; the report is filed as ${key.scope}.`,
  });
