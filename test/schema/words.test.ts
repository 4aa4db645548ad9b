import { isObjectType } from 'graphql';
import { expect, it } from 'vitest';

import { buildApiSchema } from '../../src/resolvers/build.js';
import { Cell } from '../../src/schema/cell.js';

it('every field that answers in words does so at once, in the language asked for', async () => {
  const schema = await buildApiSchema();
  const fields = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })))
    .filter(({ field }) => field.args.some(({ name }) => name === 'language'));
  expect(fields.length).toBeGreaterThan(7);
  for (const { type, field } of fields) {
    expect(field.resolve?.constructor.name, `${type.name}.${field.name}`).toBe('Function');
  }
  const cell = Object.assign(new Cell(), { table: 'REQUESTS', row: 'NOT_HELD', column: 'total' });
  const label = fields.find(({ type }) => type.name === 'Cell')?.field.resolve;
  const say = (language: string): unknown => label?.(cell, { language }, {}, {} as never);
  expect(say('ZH')).toMatch(/总计$/);
  expect(say('EN')).toMatch(/Total$/);
});
