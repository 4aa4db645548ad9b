import { GraphQLScalarType } from 'graphql';

import { badInput, quoted } from '../errors.js';
import { stringLiteral } from './string-literal.js';

function parse(value: unknown): string {
  const isDate =
    typeof value === 'string' &&
    /^\d{4}-\d{2}-\d{2}$/.test(value) &&
    !Number.isNaN(Date.parse(value)) &&
    new Date(value).toISOString().startsWith(value);
  if (!isDate) {
    throw badInput(`Date is a calendar date such as "2025-01-31"; got ${quoted(value)}.`);
  }
  return value;
}

export const CalendarDate = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'ISO 8601 calendar date.',
  serialize: String,
  parseValue: parse,
  parseLiteral: (node) => parse(stringLiteral(node)),
});
