import { GraphQLScalarType, Kind, print } from 'graphql';

import { badInput, quoted } from '../errors.js';

function parse(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
    throw badInput(`Count is a whole number within 2^53 - 1; got ${quoted(value)}.`);
  }
  return value;
}

function serialize(value: unknown): number {
  const number = typeof value === 'number' ? value : Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError('a Count passes 2^53 - 1');
  return number;
}

export const Count = new GraphQLScalarType<number, number>({
  name: 'Count',
  description:
    'A whole number within 2^53 - 1, as a JSON number: provincial totals pass the 32 bits of Int. Negative only ' +
    'where a document prints it so (check A5).',
  serialize,
  parseValue: parse,
  parseLiteral: (node) => parse(node.kind === Kind.INT ? Number(node.value) : print(node)),
});
