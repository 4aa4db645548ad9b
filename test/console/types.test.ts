import { readdirSync, readFileSync } from 'node:fs';
import { parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { buildApiSchema } from '../../src/resolvers/build.js';
import { consoleTypes } from '../../scripts/console-types.js';

const questions = 'src/console/queries';

test('the types of the console’s questions are current; `npm run console:types` writes them', async () => {
  expect(readFileSync('src/console/gql.ts', 'utf8')).toBe(await consoleTypes());
});

test('every question of the console is valid for the schema that is served', async () => {
  const text = readdirSync(questions).map((name) => readFileSync(`${questions}/${name}`, 'utf8'));
  expect(validate(await buildApiSchema(), parse(text.join('\n')))).toEqual([]);
});
