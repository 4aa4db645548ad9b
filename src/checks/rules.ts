import type { Rule } from './definition.js';
import { sums } from './sums.js';

/** The rules in the order of the catalogue. */
export const rules: readonly Rule[] = [sums];
