/** Values of one statement, in the order of their placeholders. The only way a value gets into SQL. */
export class SqlParams {
  readonly values: unknown[] = [];

  /** Takes a value and returns its placeholder, e.g. `$3`. */
  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/** `a AND b`; true where there is nothing to demand. */
export const allOf = (conditions: readonly string[]): string =>
  conditions.length === 0 ? 'TRUE' : conditions.map((c) => `(${c})`).join(' AND ');

/** `a OR b`; false where nothing would do. */
export const anyOf = (conditions: readonly string[]): string =>
  conditions.length === 0 ? 'FALSE' : conditions.map((c) => `(${c})`).join(' OR ');

/** `column` is one of the values: a plain comparison where there is one, so that every plan of it is the same. */
export function isOneOf(
  column: string,
  values: readonly unknown[],
  type: string,
  params: SqlParams,
): string {
  return values.length === 1
    ? `${column} = ${params.add(values[0])}::${type}`
    : `${column} = ANY(${params.add([...values])}::${type}[])`;
}

/** The array `column` holds one of the values. */
export function holdsOneOf(
  column: string,
  values: readonly unknown[],
  type: string,
  params: SqlParams,
): string {
  return values.length === 1
    ? `${params.add(values[0])}::${type} = ANY(${column})`
    : `${column} && ${params.add([...values])}::${type}[]`;
}
