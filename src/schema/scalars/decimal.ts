import { GraphQLScalarType } from 'graphql';

import { badInput, quoted } from '../errors.js';
import { stringLiteral } from './string-literal.js';

/** Digits in all that an argument may have. */
const LONGEST = 60;

function parse(value: unknown): string {
  const isDecimal =
    typeof value === 'string' &&
    value.length <= LONGEST &&
    /^-?(0|[1-9]\d*)(\.\d*[1-9])?$/.test(value) &&
    value !== '-0';
  if (!isDecimal) {
    throw badInput(
      `Decimal is a number as a string, without exponent or needless zeros, e.g. "12313.437"; got ${quoted(value)}.`,
    );
  }
  return value;
}

/** 12313.437000 of a numeric column, 32 of a count: the same number in its shortest form. */
function serialize(value: unknown): string {
  const text = String(value);
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new TypeError('a Decimal is no plain decimal number');
  const trimmed = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  const short = trimmed.replace(/^(-?)0+(?=\d)/, '$1');
  return short === '-0' ? '0' : short;
}

export const Decimal = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  description:
    'An exact decimal number as a string, without exponent or needless zeros, e.g. "12313.437".',
  serialize,
  parseValue: parse,
  parseLiteral: (node) => parse(stringLiteral(node)),
});
