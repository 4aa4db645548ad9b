import { readFile } from 'node:fs/promises';

import { buildSchema, findBreakingChanges, printSchema, type GraphQLSchema } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';

import { buildApiSchema } from '../../src/resolvers/build.js';
import { undescribed } from './undescribed.js';

const text = (path: string): Promise<string> =>
  readFile(new URL(`../../${path}`, import.meta.url), 'utf8');

describe('the served schema', () => {
  let served: GraphQLSchema;
  let contract: GraphQLSchema;

  beforeAll(async () => {
    served = await buildApiSchema();
    contract = buildSchema(await text('test/fixtures/contract.graphql'));
  });

  it('keeps every promise of the contract', () => {
    expect(findBreakingChanges(contract, served)).toEqual([]);
  });

  it('lists the values of each enum in the order of the contract', () => {
    const orders = (schema: GraphQLSchema): Record<string, string[]> =>
      Object.fromEntries(
        Object.values(contract.getTypeMap()).flatMap(({ name }) => {
          const type = schema.getType(name);
          return type && 'getValues' in type && !name.startsWith('__')
            ? [[name, type.getValues().map((value) => value.name)]]
            : [];
        }),
      );
    expect(orders(served)).toEqual(orders(contract));
  });

  it('describes every type, field, argument and value', () => {
    expect(undescribed(served)).toEqual([]);
  });

  it('stands in schema.graphql as it is served', async () => {
    const written = (await text('schema.graphql')).replace(/^#.*\n\n?/, '').trimEnd();
    expect(printSchema(served)).toBe(written);
  });
});
