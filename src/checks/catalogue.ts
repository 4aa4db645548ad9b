import { registryRules } from '../format/registry-rules.js';
import type { CheckDefinition } from './definition.js';
import { rules } from './rules.js';

export type { CheckDefinition } from './definition.js';

/** Every check, in order: those of figures, years and form, then those of the registry (G). */
export const catalogue: readonly CheckDefinition[] = [
  ...rules.flatMap((rule) => rule.definitions),
  ...registryRules,
];
