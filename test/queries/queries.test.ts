import { readdir, readFile } from 'node:fs/promises';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { data } from '../support/api.js';
import {
  createEmbeddedDatabase,
  createTestDatabase,
  type TestDatabase,
} from '../support/database.js';
import { storeSmallCountry } from '../support/small-country.js';

/** Questions that people ask, each with the answer that was worked out by hand from test/support/small-country.ts. */

const folder = new URL('./', import.meta.url);
const read = (name: string): Promise<string> => readFile(new URL(name, folder), 'utf8');
const questions = (await readdir(folder))
  .filter((name) => name.endsWith('.graphql'))
  .map((name) => name.replace(/\.graphql$/, ''));

const engines = { PostgreSQL: createTestDatabase, 'the embedded engine': createEmbeddedDatabase };

describe.each(Object.entries(engines))('a question, on %s', (_, create) => {
  let test: TestDatabase;

  beforeAll(async () => {
    test = await create();
    await storeSmallCountry(test.database);
  });
  afterAll(() => test.drop());

  it.each(questions)('%s', async (name) => {
    const answer = await data(test.database, await read(`${name}.graphql`));
    expect(answer).toEqual(JSON.parse(await read(`${name}.json`)));
  });
});

describe('a question', () => {
  it('is asked at least fifteen times, and says by whom', async () => {
    expect(questions.length).toBeGreaterThanOrEqual(15);
    for (const name of questions) {
      expect(await read(`${name}.graphql`)).toMatch(
        /^# (An oversight officer|A journalist|A dashboard developer)/,
      );
    }
  });
});
