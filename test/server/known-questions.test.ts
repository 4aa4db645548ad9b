import 'reflect-metadata';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadSamples } from '../../src/filing/samples/load-samples.js';
import { buildApiSchema } from '../../src/resolvers/build.js';
import { createContext } from '../../src/schema/context.js';
import { compiled } from '../../src/server/execution.js';
import { fieldsWrittenOut } from '../../src/server/limits/written-out.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { codesOf, smallSchema, startServer, type RunningServer } from './start.js';

/** By now a question is compiled. */
const TIMES = 5;

/** What a client gets of an answer; the request's own id left out. */
async function told(response: Response): Promise<object> {
  const text = await response.text();
  return {
    status: response.status,
    contentType: response.headers.get('content-type'),
    retryAfter: response.headers.get('retry-after'),
    body: text.replaceAll(/"requestId":"[^"]*"/g, '"requestId":""'),
  };
}

const uncached = { ANSWER_CACHE_MB: '0' };

describe('a question of the API that is asked again', () => {
  let samples: TestDatabase;
  let server: RunningServer;
  beforeAll(async () => {
    samples = await createTestDatabase();
    await loadSamples(samples.database);
    server = await startServer(
      {
        schema: await buildApiSchema(),
        contextFor: ({ id }) => createContext(samples.database, { requestId: id }),
      },
      uncached,
    );
  });
  afterAll(async () => {
    await server.app.close();
    await samples.drop();
  });

  const folders = ['../queries/', '../../src/console/playground/examples/'];
  const files = folders.flatMap((folder) => {
    const url = new URL(folder, import.meta.url);
    const names = readdirSync(url).filter((name) => name.endsWith('.graphql'));
    return names.map((name) => [name, readFileSync(new URL(name, url), 'utf8')] as const);
  });

  it.each(files)('is answered as the first time: %s', async (_name, query) => {
    const first = await told(await server.post({ query }));
    for (let i = 1; i < TIMES; i++) expect(await told(await server.post({ query }))).toEqual(first);
  });

  it('is compiled, whatever it asks', async () => {
    const schema = await buildApiSchema();
    for (const [name, query] of files) {
      const operation = { document: parse(query), operationName: null };
      expect(compiled(schema, operation), name).not.toBeNull();
    }
  });

  const variables = [
    ['a place', { regions: ['410000'], years: [2023] }],
    ['several', { regions: ['410000', '419900'], years: [2024, 2023] }],
    ['one value for a list', { regions: '410000', years: 2023 }],
    ['what is left out', {}],
    ['null', { regions: null, years: null }],
    ['another type', { regions: ['410000'], years: ['2023'] }],
    ['a fraction', { years: [2023.5] }],
    ['an unknown region', { regions: ['41000'] }],
    ['one out of bounds', { years: [1] }],
    ['more than is asked for', { years: [2023], more: true }],
    ['a page too long', { first: 5_000_000 }],
    ['a page that costs too much', { first: 500 }],
    ['half a surrogate pair', { regions: ['\ud800'] }],
  ] as const;

  it.each(variables)('takes its variables as the first time: %s', async (name, given) => {
    const query = `query ($regions: [RegionCode!], $years: [Int!], $first: Int = 5) {
      totals(filter: { regions: $regions, years: $years }, groupBy: [SECTOR, YEAR], first: $first) {
        nodes { key { year sector { code } } requests { outcomes { outcome counts { total } } } reports(first: 20) {
          nodes { id findings { severity cells { row raw } } } } } } }`;
    // Nobody has asked it under this name.
    const named = query.replace('query', `query ${name.replaceAll(' ', '_')}`);
    const first = await told(await server.post({ query: named, variables: given }));
    for (let i = 0; i < TIMES; i++) {
      const sound = { query: named, variables: { years: [2023], first: 1 } };
      expect(await told(await server.post(sound))).toMatchObject({ status: 200 });
    }
    expect(await told(await server.post({ query: named, variables: given }))).toEqual(first);
  });
});

describe('a question of which errors come', () => {
  const query = `query ($skipped: Boolean!, $code: String, $wait: Int! = 0) {
    sectors { code } slept: sleep(milliseconds: $wait) fail(code: $code) @skip(if: $skipped) }`;

  it('is told of them as by the engine', async () => {
    const { app, post } = await startServer({}, uncached);
    try {
      for (const code of ['DATABASE_UNAVAILABLE', 'QUERY_TIMEOUT', 'BAD_USER_INPUT', undefined]) {
        const failing = { query: `${query} # ${code}`, variables: { skipped: false, code } };
        const first = await told(await post(failing));
        for (let i = 0; i < TIMES; i++) {
          const fine = await post({ ...failing, variables: { skipped: true } });
          expect(await fine.json()).toEqual({ data: { sectors: [{ code: 'TAX' }], slept: true } });
        }
        expect(await told(await post(failing))).toEqual(first);
      }
    } finally {
      await app.close();
    }
  });

  it('is executed once, so that what takes long does not take twice as long', async () => {
    const schema = smallSchema();
    let slept = 0;
    const { sleep } = schema.getQueryType()!.getFields();
    sleep!.resolve = () => (slept += 1) > 0;
    const { app, post } = await startServer({ schema }, uncached);
    try {
      for (let i = 0; i < TIMES; i++) await post({ query, variables: { skipped: true } });
      expect(slept).toBe(TIMES);
      const variables = { skipped: false, code: 'QUERY_TIMEOUT' };
      expect(await codesOf(await post({ query, variables }))).toEqual(['QUERY_TIMEOUT']);
      expect(slept).toBe(TIMES + 1);
    } finally {
      await app.close();
    }
  });
});

describe('the fields of a document', () => {
  it('are counted with its fragments written out', () => {
    const document = parse(`{ a { ...f } b { ...f c } }
      fragment f on T { d ...g ... on T { e } } fragment g on T { h i }`);
    expect(fieldsWrittenOut(document)).toBe(3 + 2 * 4);
  });
});
