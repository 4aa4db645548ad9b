import { filingRules } from '../format/filing-rules.js';
import { readerRules } from '../format/reader-rules.js';
import { registryRules } from '../format/registry-rules.js';
import type { CheckDefinition } from './definition.js';
import { rules } from './rules.js';

export type { CheckDefinition } from './definition.js';

/** Every check, in order: those of figures, years and form, then what the reader (R) and the registry (G) are not sure of and
 * what filing (M) decided. */
export const catalogue: readonly CheckDefinition[] = [
  ...rules.flatMap((rule) => rule.definitions),
  ...Object.values(readerRules),
  ...registryRules,
  ...filingRules,
];
