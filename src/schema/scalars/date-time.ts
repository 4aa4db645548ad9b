import { GraphQLScalarType } from 'graphql';

import { badInput, quoted } from '../errors.js';
import { stringLiteral } from './string-literal.js';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/;

function parse(value: unknown): string {
  const time = typeof value === 'string' && INSTANT.test(value) ? Date.parse(value) : NaN;
  if (Number.isNaN(time)) {
    throw badInput(
      `DateTime is an instant in UTC such as "2025-01-31T08:00:00Z"; got ${quoted(value)}.`,
    );
  }
  return new Date(time).toISOString();
}

export const DateTime = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  description: 'ISO 8601 instant in UTC, e.g. "2025-01-31T08:00:00.000Z".',
  serialize: (value) => (value instanceof Date ? value.toISOString() : String(value)),
  parseValue: parse,
  parseLiteral: (node) => parse(stringLiteral(node)),
});
