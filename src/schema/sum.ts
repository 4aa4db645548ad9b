/** The stated values added up; null where none is stated. */
export const sumOfStated = (values: readonly (number | null)[]): number | null =>
  values.reduce<number | null>((sum, value) => (value === null ? sum : (sum ?? 0) + value), null);
