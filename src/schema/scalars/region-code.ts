import { GraphQLScalarType } from 'graphql';

import { badInput, quoted } from '../errors.js';
import { stringLiteral } from './string-literal.js';

/** Pads a province's 2 or a prefecture's 4 digits to the full code of 6. */
function parse(value: unknown): string {
  if (typeof value !== 'string' || !/^(\d{2}|\d{4}|\d{6}|\d{9})$/.test(value)) {
    throw badInput(
      `RegionCode has 6 or 9 digits, or the first 2 or 4 of them, as a string; got ${quoted(value)}.`,
    );
  }
  return value.padEnd(6, '0');
}

export const RegionCode = new GraphQLScalarType<string, string>({
  name: 'RegionCode',
  description:
    'GB/T 2260 code of 6 digits or GB/T 10114 code of 9 digits; "000000" is the country. As an argument its ' +
    '2- or 4-digit prefix does as well. A code is never used again for another region.',
  serialize: String,
  parseValue: parse,
  parseLiteral: (node) => parse(stringLiteral(node)),
});
