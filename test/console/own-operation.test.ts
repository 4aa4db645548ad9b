import { expect, test } from 'vitest';
import { withOwnOperation } from '../../src/console/playground/own-operation.js';

test('the only operation of a document is the one that is asked', () => {
  const query = 'query Outcomes { sectors { code } }';
  expect(withOwnOperation({ query, operationName: 'Before' })).toEqual({
    query,
    operationName: 'Outcomes',
  });
  expect(withOwnOperation({ query: '{ sectors { code } }', operationName: 'Before' })).toEqual({
    query: '{ sectors { code } }',
    operationName: undefined,
  });
});

test('of several operations the chosen one is asked, and what cannot be read goes as it is', () => {
  const several = { query: 'query A { a } query B { b }', operationName: 'B' };
  expect(withOwnOperation(several)).toEqual(several);
  const broken = { query: 'query {', operationName: null };
  expect(withOwnOperation(broken)).toEqual(broken);
});
