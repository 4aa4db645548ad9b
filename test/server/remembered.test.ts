import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DataVersion } from '../../src/entities/data-version.js';
import type { Database } from '../../src/entities/database.js';
import { fileReport } from '../../src/filing/file-reports.js';
import { buildApiSchema } from '../../src/resolvers/build.js';
import { createContext } from '../../src/schema/context.js';
import { createEmbeddedDatabase, createLonelyDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { storePlaces } from '../support/world.js';
import { createAgency, formOfYear, inputOf } from '../filing/reports.js';
import { startServer, type RunningServer } from './start.js';

const QUESTION = `{ totals(filter: { regions: ["410000"] }) { nodes { coverage { reports } } } }`;
const servers: RunningServer[] = [];

/** A server over a database that counts how often resolvers asked it. */
async function serve(
  database: Database,
  environment = {},
): Promise<RunningServer & { asked: () => number }> {
  const version = new DataVersion(() => database);
  let asked = 0;
  const server = await startServer(
    {
      schema: await buildApiSchema(),
      contextFor: ({ id }) => {
        asked += 1;
        return createContext(database, { requestId: id });
      },
      readVersion: () => version.read(),
    },
    environment,
  );
  servers.push(server);
  return { ...server, asked: () => asked };
}

afterEach(async () => {
  for (const { app } of servers.splice(0)) await app.close();
});

describe.each([
  ['a PostgreSQL server', createLonelyDatabase],
  ['the embedded engine', createEmbeddedDatabase],
])('answers over %s', (_name, create) => {
  let test: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    test = await create();
    database = test.database;
    await storePlaces(database);
  });
  afterAll(() => test.drop());

  const reports = async (server: RunningServer): Promise<number> => {
    const answer = await server.post({ query: QUESTION });
    const { data } = (await answer.json()) as {
      data: { totals: { nodes: { coverage: { reports: number } }[] } };
    };
    return data.totals.nodes[0]?.coverage.reports ?? -1;
  };

  it('are remembered until something is committed, by whatever process', async () => {
    const [one, other] = [await serve(database), await serve(database)];
    const agency = await createAgency(database, '411602');
    const before = await reports(one);
    expect(await reports(one)).toBe(before);
    expect(await reports(one)).toBe(before);
    expect(one.asked()).toBe(1);
    expect(await reports(other)).toBe(before);
    await fileReport(database, inputOf(formOfYear(2023), agency));
    expect(await Promise.all([reports(one), reports(other)])).toEqual([before + 1, before + 1]);
    expect(await reports(one)).toBe(before + 1);
    expect(one.asked()).toBe(2);
  });

  it('are never older than what was committed before the question, whoever asks at the same time', async () => {
    const server = await serve(database);
    const agency = await createAgency(database, '419001');
    let least = await reports(server);
    for (let year = 2000; year < 2012; year++) {
      const crowd = Array.from({ length: 4 }, () => reports(server));
      await fileReport(database, inputOf(formOfYear(year), agency));
      least += 1;
      const after = await Promise.all(Array.from({ length: 4 }, () => reports(server)));
      expect(after).toEqual([least, least, least, least]);
      for (const seen of await Promise.all(crowd)) expect([least - 1, least]).toContain(seen);
    }
  });

  it('are asked anew where nothing is to be remembered, and of who shows credentials', async () => {
    const server = await serve(database, { ANSWER_CACHE_MB: '0' });
    await reports(server);
    await reports(server);
    expect(server.asked()).toBe(2);
    const other = await serve(database);
    for (const header of ['authorization', 'authorization', 'cookie']) {
      await other.post({ query: QUESTION }, { [header]: 'x=1' });
    }
    expect(other.asked()).toBe(3);
  });

  it('to GET carry an ETag, and are 304 as long as they are the same', async () => {
    const server = await serve(database);
    const get = (headers = {}): Promise<Response> =>
      fetch(`${server.url}/graphql?query=${encodeURIComponent(QUESTION)}`, {
        headers: { accept: 'application/json', 'apollo-require-preflight': '1', ...headers },
      });
    const first = await get();
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{27}"$/);
    expect(first.headers.get('cache-control')).toBe('no-cache');
    const again = await get({ 'if-none-match': `"other", W/${etag}` });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    expect(again.headers.get('etag')).toBe(etag);
    await fileReport(database, inputOf(formOfYear(2023), await createAgency(database, '411602')));
    const later = await get({ 'if-none-match': etag });
    expect(later.status).toBe(200);
    expect(later.headers.get('etag')).not.toBe(etag);
    expect((await get({ 'apollo-require-preflight': '' })).status).toBe(400);
  });

  it('with errors are not remembered', async () => {
    const server = await serve(database);
    const wrong = { query: `{ totals(filter: { regions: ["123456"] }) { nodes { id } } }` };
    expect((await server.post(wrong)).status).toBe(400);
    expect((await server.post(wrong)).status).toBe(400);
    expect(server.asked()).toBe(2);
  });
});

describe('changes', () => {
  it('are made as often as they are asked for', async () => {
    let asked = 0;
    const server = await startServer({
      contextFor: ({ id }) => {
        asked += 1;
        return { requestId: id };
      },
      readVersion: () => Promise.resolve('1'),
    });
    servers.push(server);
    for (let i = 0; i < 3; i++) await server.post({ query: 'mutation { rename }' });
    expect(asked).toBe(3);
  });
});
