import { GraphQLError } from 'graphql';
import { expect, test } from 'vitest';
import { describeInvalidArguments } from '../../src/server/argument-problems.js';

function invalid(...validationErrors: object[]): GraphQLError {
  const extensions = { code: 'BAD_USER_INPUT', validationErrors };
  return new GraphQLError('Argument Validation Error', { extensions });
}

test('an invalid argument is named with what is wrong, never with its value', () => {
  const error = invalid({
    property: 'first',
    value: 'secret',
    target: { first: 'secret' },
    constraints: { max: 'first is 1 to 500.' },
  });
  expect(describeInvalidArguments(error)).toBe('first is 1 to 500.');
});

test('an invalid property of a filter is named with its path', () => {
  const years = { property: 'years', constraints: { isInt: 'years must be whole numbers' } };
  const error = invalid({ property: 'filter', children: [years] });
  expect(describeInvalidArguments(error)).toBe('filter.years must be whole numbers.');
});

test('all problems are told, also through the error that graphql-js wraps around them', () => {
  const cause = invalid(
    { property: 'a', constraints: { x: 'a is too long' } },
    { property: 'b', constraints: { y: 'b is too short' } },
  );
  const located = new GraphQLError(cause.message, { originalError: cause });
  expect(describeInvalidArguments(located)).toBe('a is too long; b is too short.');
});

test('other errors are left alone', () => {
  expect(describeInvalidArguments(new Error('other'))).toBeNull();
  expect(describeInvalidArguments(new GraphQLError('other'))).toBeNull();
});
