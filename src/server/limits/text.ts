/** A NUL character or half a surrogate pair: PostgreSQL refuses the one and would be given U+FFFD for the other. */
const unusable = /[\0\p{Cs}]/u;

/** Whether a text can be stored and compared as it is. */
export function isUsableText(text: string): boolean {
  return !unusable.test(text);
}
