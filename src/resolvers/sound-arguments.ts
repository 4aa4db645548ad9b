import { validateSync } from 'class-validator';
import { ArgumentValidationError } from 'type-graphql';

/** Arguments that are remembered as sound, of each class, and the longest of them. */
const MOST = 500;
const LONGEST = 2_000;

const OPTIONS = { skipMissingProperties: true, forbidUnknownValues: true } as const;

const sound = new WeakMap<object, Set<string>>();

/**
 * Finds arguments sound by the decorators of their class. Those that were found sound before are not looked at again:
 * the rules depend on nothing but the values.
 * @throws ArgumentValidationError as type-graphql does
 */
export function demandSound(value: unknown): void {
  if (Array.isArray(value)) value.forEach(demandSound);
  else if (typeof value === 'object' && value !== null) demandSoundObject(value);
}

function demandSoundObject(value: object): void {
  const known = soundOf(Object.getPrototypeOf(value) as object | null);
  const text = JSON.stringify(value);
  if (known.has(text)) return;
  const errors = validateSync(value, OPTIONS);
  if (errors.length > 0) throw new ArgumentValidationError(errors);
  if (text.length > LONGEST) return;
  if (known.size >= MOST) known.clear();
  known.add(text);
}

function soundOf(prototype: object | null): Set<string> {
  const known = prototype && sound.get(prototype);
  if (known) return known;
  const none = new Set<string>();
  if (prototype) sound.set(prototype, none);
  return none;
}
