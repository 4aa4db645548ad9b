import { registerEnumType } from 'type-graphql';

/** An enum whose values are their own names. */
export type EnumOf<Value extends string> = { readonly [key in Value]: key };

/**
 * Declares a GraphQL enum, its values in the order of the descriptions. Returns the object by which decorators
 * name it.
 */
export function enumType<Value extends string>(
  name: string,
  description: string,
  values: Readonly<Record<Value, string>>,
): EnumOf<Value> {
  const keys = Object.keys(values) as Value[];
  const object = Object.fromEntries(keys.map((key) => [key, key])) as EnumOf<Value>;
  registerEnumType(object, {
    name,
    description,
    valuesConfig: Object.fromEntries(
      keys.map((key) => [key, { description: values[key] }]),
    ) as Record<Value, { description: string }>,
  });
  return object;
}
