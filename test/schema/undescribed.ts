import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLSchema,
} from 'graphql';

interface Described {
  name: string;
  description?: string | null | undefined;
}

/** Names of everything in a schema that has no description: `Type`, `Type.field`, `Type.field(argument)`. */
export function undescribed(schema: GraphQLSchema): string[] {
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
  );
  return types.flatMap((type) => {
    const parts: [string, Described][] = [[type.name, type]];
    if (isEnumType(type)) {
      for (const value of type.getValues()) parts.push([`${type.name}.${value.name}`, value]);
    }
    if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) {
        parts.push([`${type.name}.${field.name}`, field]);
      }
    }
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        parts.push([`${type.name}.${field.name}`, field]);
        for (const arg of field.args) {
          parts.push([`${type.name}.${field.name}(${arg.name})`, arg]);
        }
      }
    }
    return parts.flatMap(([name, { description }]) => (description?.trim() ? [] : [name]));
  });
}
