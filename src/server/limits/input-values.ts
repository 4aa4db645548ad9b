import { isUsableText } from './text.js';

const MAX_DEPTH = 12;
const MAX_ITEMS = 1_000;

/**
 * Why variables cannot be taken, as a sentence; null where they can. Bounded before anything
 * walks them: depth, length of lists, and characters that PostgreSQL would refuse or silently change.
 */
export function problemOfVariables(variables: unknown): string | null {
  return problemOf(variables, 0);
}

function problemOf(value: unknown, depth: number): string | null {
  if (typeof value === 'string') {
    if (isUsableText(value)) return null;
    return 'A variable has a NUL character or half a surrogate pair.';
  }
  if (typeof value !== 'object' || value === null) return null;
  if (depth >= MAX_DEPTH) return `Variables are nested more than ${MAX_DEPTH} deep.`;
  const items: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  if (items.length > MAX_ITEMS) return `A list in the variables has more than ${MAX_ITEMS} items.`;
  for (const item of items) {
    const problem = problemOf(item, depth + 1);
    if (problem !== null) return problem;
  }
  return null;
}
