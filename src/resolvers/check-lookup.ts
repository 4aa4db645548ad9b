import { catalogue, type CheckDefinition } from '../checks/catalogue.js';
import type { Severity } from '../format/report.js';
import { Check } from '../schema/check.js';

const byCode = new Map<string, CheckDefinition>(catalogue.map((check) => [check.code, check]));

export const isCheck = (code: string): boolean => byCode.has(code);

/**
 * A check by its code. A stored finding may name one that an earlier version of the rules had: it answers with the
 * code and the finding's severity alone.
 */
export function checkOf(code: string, severity: Severity = 'INFO'): Check {
  const known = byCode.get(code);
  return Object.assign(new Check(), {
    code,
    severity: known?.severity ?? severity,
    titles: known?.title ?? { ZH: code, EN: code },
    formulas: known?.formula ?? { ZH: code, EN: code },
    basis: known?.basis ?? code,
  });
}
