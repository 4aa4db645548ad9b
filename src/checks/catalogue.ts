import type { CheckDefinition } from './definition.js';
import { rules } from './rules.js';

export type { CheckDefinition } from './definition.js';

/** Every check, in order. */
export const catalogue: readonly CheckDefinition[] = rules.flatMap((rule) => rule.definitions);
