import { addressKey } from '../format/form.js';
import type { FilledForm, Finding } from '../format/report.js';
import type { CheckContext, CheckResult, Rule, Ruling } from './definition.js';
import { repaired, withoutExplained } from './last-year.js';
import { rules } from './rules.js';
import { sums } from './sums.js';
import { x1x2 } from './x1-x2.js';
import { x4 } from './x4.js';

export type { CheckContext, CheckResult } from './definition.js';

/**
 * Every check of the catalogue that applies to a report, with its result, and what was found wrong, in the order of
 * the catalogue. The reader's own findings stay in `form.findings`.
 */
export const runChecks = (
  form: FilledForm,
  context: CheckContext,
): { findings: Finding[]; results: CheckResult[] } => {
  const rulings = new Map(rules.map((rule) => [rule, rule.run(form, context)]));
  tellOnce(rulings, form, context);
  const all = [...rulings.values()];
  return {
    findings: all.flatMap((ruling) => ruling.findings),
    results: all.flatMap((ruling) => ruling.results),
  };
};

/** Takes back what rules on last year and on prose say of a cell that the sums have found wrong already. */
const tellOnce = (rulings: Map<Rule, Ruling>, form: FilledForm, context: CheckContext): void => {
  const ofSums = rulings.get(sums);
  const mended = ofSums && repaired(form, ofSums.findings);
  if (!mended || mended === form) return;
  for (const rule of [x1x2, x4]) {
    const [printed, table] = [rulings.get(rule), rulings.get(sums)];
    if (!printed || !table || printed.findings.length === 0) continue;
    const told = withoutExplained(table.findings, printed, rule.run(mended, context));
    rulings.set(rule, told.ruling);
    rulings.set(sums, { ...table, findings: told.own });
  }
  for (const rule of rules.filter(isOnProse)) {
    const printed = rulings.get(rule);
    if (!printed || printed.findings.length === 0) continue;
    const claim = (f: Finding): string => `${f.left ?? ''} ${f.cells.map(addressKey).join()}`;
    const still = new Set(rule.run(mended, context).findings.map(claim));
    rulings.set(rule, {
      ...printed,
      findings: printed.findings.filter((f) => still.has(claim(f))),
    });
  }
};

/** N1 to N10 hold the prose against the tables: prose that agrees with a repair contradicts nothing. */
const isOnProse = (rule: Rule): boolean =>
  rule.definitions.every((definition) => definition.code.startsWith('N'));
