import { readFileSync } from 'node:fs';
import { createClient, type Client } from 'graphql-sse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SignedIn } from '../../src/accounts/viewer.js';
import { DataVersion } from '../../src/entities/data-version.js';
import { openDatabase } from '../../src/entities/database.js';
import { importAgencies } from '../../src/filing/agencies/import-agencies.js';
import { importDocument } from '../../src/filing/import-document.js';
import { takeStep } from '../../src/filing/life/take-step.js';
import { changeRoster } from '../../src/filing/roster/change-roster.js';
import { ingest } from '../../src/ingest/ingest.js';
import { findOrCreateAgency } from '../../src/registry/find-or-create-agency.js';
import { seedRegistry } from '../../src/registry/seed-registry.js';
import { buildApiSchema } from '../../src/resolvers/build.js';
import { createContext } from '../../src/schema/context.js';
import { globalId } from '../../src/schema/global-id.js';
import { viewerOf } from '../../src/server/auth.js';
import { readConfig } from '../../src/server/config.js';
import { Changes } from '../../src/server/following/changes.js';
import { addStreams } from '../../src/server/following/stream-route.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { viewerWith } from '../support/viewers.js';
import { startServer, type RunningServer } from './start.js';

const CITY = '990100';
const PROGRESS = `subscription { progressChanged(region: "${CITY}", year: 2024) { counts { missing published } } }`;

let db: TestDatabase;
let server: RunningServer;
const viewers = new Map<string, SignedIn>();

const start = async (): Promise<RunningServer> => {
  const version = new DataVersion(() => db.database);
  const schema = await buildApiSchema();
  return startServer({
    schema,
    addRoutes: (app) =>
      addStreams(app, {
        ...{ schema, config: readConfig({}), changes: new Changes(() => version.read(), 50) },
        findViewer: ({ secret }) => Promise.resolve(viewers.get(secret) ?? null),
        contextFor: (request, follow) =>
          createContext(db.database, { requestId: request.id, viewer: viewerOf(request), follow }),
      }),
  });
};

beforeAll(async () => {
  db = await createTestDatabase();
  await seedRegistry(db.database);
  const agencies = ['name', '砚州市人民政府', '砚州市教育局', ''].join('\n');
  await db.database.transaction((m) => importAgencies(m, agencies));
  const key = { region: CITY, year: 2024 };
  await changeRoster(db.database, { key, source: 'AGENCIES', calendar: {}, by: '审' });
  viewers.set('reviewer', await viewerWith(db.database, '审核员', ['REVIEWER', { region: CITY }]));
  viewers.set('brief', await viewerWith(db.database, '暂时', ['REVIEWER', { region: CITY }]));
  server = await start();
});
afterAll(async () => {
  await server.app.close();
  await db.drop();
});

const clientOf = (who: string | null, url = server.url): Client =>
  createClient({
    url: `${url}/graphql/stream`,
    retryAttempts: 0,
    headers: who === null ? {} : { authorization: `Bearer ${who}` },
  });

/** Events of a subscription, one after the other. */
class Events {
  private readonly events: any[] = [];
  private wake: () => void = () => undefined;
  ended = false;
  readonly stop: () => void;

  constructor(client: Client, query: string) {
    const notice = (): void => this.wake();
    this.stop = client.subscribe(
      { query },
      {
        next: (event) => {
          this.events.push(event);
          notice();
        },
        error: (error) => {
          this.events.push({ error });
          notice();
        },
        complete: () => {
          this.ended = true;
          notice();
        },
      },
    );
  }

  async next(): Promise<any> {
    while (this.events.length === 0 && !this.ended) {
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
    return this.events.shift();
  }
}

const fileOne = async (database = db.database): Promise<string> => {
  const name = 'real-zhoukou-psb-2024.txt';
  const outcome = await importDocument(
    database,
    { findOrCreateAgency },
    readFileSync(`test/fixtures/corpus/docs/${name}`),
    name,
    { agency: '砚州市教育局' },
    { read: ingest, status: 'PUBLISHED', createAgencies: false },
  );
  if (outcome.kind === 'REFUSED') throw new Error(outcome.message);
  return outcome.reportId;
};

describe('following', { timeout: 30_000 }, () => {
  it('tells what is there, and then each change, also of another process', async () => {
    const events = new Events(clientOf('reviewer'), PROGRESS);
    const counts = async () => (await events.next()).data.progressChanged.counts;
    expect(await counts()).toEqual({ missing: 2, published: 0 });
    const other = await openDatabase({ databaseUrl: db.url, dataDir: '' });
    await fileOne(other);
    await other.close();
    expect(await counts()).toEqual({ missing: 1, published: 1 });
    events.stop();
    // After a reconnect it begins anew with what is there.
    const again = new Events(clientOf('reviewer'), PROGRESS);
    expect((await again.next()).data.progressChanged.counts).toEqual({ missing: 1, published: 1 });
    again.stop();
  });

  it('of a report ends when it may not be seen any more', async () => {
    const id = await fileOne();
    const query = `subscription { reportChanged(report: "${globalId('Report', id)}") { status revision } }`;
    const events = new Events(clientOf(null), query);
    expect((await events.next()).data.reportChanged).toEqual({ status: 'PUBLISHED', revision: 1 });
    const [line] = await db.database.query<{ agency: string }>(
      'select agency_id as agency from report where id = $1',
      [id],
    );
    const seen = { reportId: id, agencyId: line!.agency, version: null };
    await takeStep(db.database, 'WITHDRAW', { ...seen, by: '发布员', why: '误' });
    expect(await events.next()).toBeUndefined();
    expect(events.ended).toBe(true);
  });

  it('ends with the session', async () => {
    const events = new Events(clientOf('brief'), PROGRESS);
    expect((await events.next()).data).toBeTruthy();
    viewers.delete('brief');
    await db.database.query(`insert into setting (key, value) values ('test', '1')`);
    expect((await events.next()).errors[0].extensions.code).toBe('UNAUTHENTICATED');
  });

  it('tells how far imports are', async () => {
    const events = new Events(clientOf('reviewer'), 'subscription { importProgress { id done } }');
    expect((await events.next()).data.importProgress).toEqual([]);
    await db.database.query(
      `insert into setting (key, value) values ('import.abc', '{"line": 50, "offset": 0}')`,
    );
    expect((await events.next()).data.importProgress).toEqual([{ id: 'abc', done: 50 }]);
    events.stop();
  });

  it.each([
    [null, PROGRESS, 'UNAUTHENTICATED'],
    ['reviewer', PROGRESS.replace(CITY, '410000'), 'FORBIDDEN'],
    ['reviewer', '{ sectors { code } }', 'BAD_REQUEST'],
    ['reviewer', 'subscription { nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    ['reviewer', 'subscription {', 'GRAPHQL_PARSE_FAILED'],
  ])('answers %s who asks %s with %s', async (who, query, code) => {
    const answer = await new Events(clientOf(who), query).next();
    expect(answer.errors[0].extensions.code).toBe(code);
  });

  it('does not keep a server from closing', async () => {
    const short = await start();
    const events = new Events(clientOf('reviewer', short.url), PROGRESS);
    await events.next();
    await short.app.close();
    await events.next();
  });

  it('is not to be had where the rest is asked', async () => {
    const response = await server.post({ query: PROGRESS });
    const { errors } = (await response.json()) as any;
    expect([response.status, errors[0].extensions.code]).toEqual([400, 'BAD_REQUEST']);
  });
});
