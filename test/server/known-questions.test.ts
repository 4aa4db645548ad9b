import 'reflect-metadata';
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadSamples } from '../../src/filing/samples/load-samples.js';
import { buildApiSchema } from '../../src/resolvers/build.js';
import { createContext } from '../../src/schema/context.js';
import { compiled } from '../../src/server/execution.js';
import { parse } from 'graphql';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { startServer, type RunningServer } from './start.js';

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

  it.each(variables)('takes its variables as the first time: %s', async (_name, given) => {
    const query = `query ($regions: [RegionCode!], $years: [Int!], $first: Int = 5) {
      totals(filter: { regions: $regions, years: $years }, groupBy: [SECTOR, YEAR], first: $first) {
        nodes { key { year sector { code } } requests { outcomes { outcome counts { total } } } reports(first: 20) {
          nodes { id findings { severity cells { row raw } } } } } } }`;
    const name = `query ${_name.replaceAll(' ', '_')} ${query.slice('query'.length)}`;
    // By its first asking a question with other variables may be known: this one is not.
    const first = await told(await server.post({ query: name, variables: given }));
    for (let i = 0; i < TIMES; i++) {
      await server.post({ query: name, variables: { years: [2023], first: 1 } });
    }
    expect(await told(await server.post({ query: name, variables: given }))).toEqual(first);
  });
});

describe('a question of which errors come', () => {
  const query = `query ($code: String, $message: String, $wait: Int! = 0) {
    sectors { code } slept: sleep(milliseconds: $wait) fail(code: $code, message: $message) }`;
  const sound = `query ($skipped: Boolean!, $code: String) { sectors { code } fail(code: $code) @skip(if: $skipped) }`;

  it('is told of them as by the engine, without being asked twice', async () => {
    let contexts = 0;
    const { app, post } = await startServer(
      { contextFor: ({ id }) => ({ requestId: id, ...{ number: (contexts += 1) } }) },
      uncached,
    );
    try {
      for (const code of ['DATABASE_UNAVAILABLE', 'QUERY_TIMEOUT', 'BAD_USER_INPUT', undefined]) {
        const failing = { query: `${sound} # ${code}`, variables: { skipped: false, code } };
        const first = await told(await post(failing));
        for (let i = 0; i < TIMES; i++) {
          const fine = await post({ ...failing, variables: { skipped: true } });
          expect(await fine.json()).toEqual({ data: { sectors: [{ code: 'TAX' }] } });
        }
        expect(await told(await post(failing))).toEqual(first);
      }
      expect(contexts).toBeGreaterThan(0);
    } finally {
      await app.close();
    }
  });

  it('is executed once', async () => {
    const { app, post } = await startServer({}, uncached);
    try {
      for (let i = 0; i < TIMES; i++) await post({ query, variables: { wait: 1 } });
      const started = performance.now();
      await post({ query, variables: { wait: 400, code: 'QUERY_TIMEOUT' } });
      expect(performance.now() - started).toBeLessThan(790);
    } finally {
      await app.close();
    }
  });
});
