import type { FilledForm, Finding } from '../format/report.js';
import type { CheckContext, CheckResult } from './definition.js';
import { rules } from './rules.js';

export type { CheckContext, CheckResult, CheckStatus } from './definition.js';

/**
 * Every check of the catalogue that applies to a report, with its result, and what was found wrong, in the order of
 * the catalogue. The reader's own findings stay in `form.findings`.
 */
export const runChecks = (
  form: FilledForm,
  context: CheckContext,
): { findings: Finding[]; results: CheckResult[] } => {
  const rulings = rules.map((rule) => rule.run(form, context));
  return {
    findings: rulings.flatMap((ruling) => ruling.findings),
    results: rulings.flatMap((ruling) => ruling.results),
  };
};
