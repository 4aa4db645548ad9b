import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Viewer } from '../../../src/accounts/viewer.js';
import { importAgencies } from '../../../src/filing/agencies/import-agencies.js';
import { changeRoster } from '../../../src/filing/roster/change-roster.js';
import { openArchive } from '../../../src/ingest/archive/open-archive.js';
import { seedRegistry } from '../../../src/registry/seed-registry.js';
import { addExports } from '../../../src/server/exports/add-exports.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { viewerWith } from '../../support/viewers.js';
import { codesOf, startServer, type RunningServer } from '../start.js';

const CITY = '990100';
const MEMBERS = ['砚州市人民政府', '砚州市教育局'];

let db: TestDatabase;
let server: RunningServer;
const viewers = new Map<string, Viewer>();

beforeAll(async () => {
  db = await createTestDatabase();
  await seedRegistry(db.database);
  await db.database.transaction((m) => importAgencies(m, ['name', ...MEMBERS, ''].join('\n')));
  const key = { region: CITY, year: 2024 };
  await changeRoster(db.database, { key, source: 'AGENCIES', calendar: {}, by: '审' });
  viewers.set('here', await viewerWith(db.database, '审核员', ['REVIEWER', { region: CITY }]));
  viewers.set('there', await viewerWith(db.database, '他处', ['REVIEWER', { region: '410000' }]));
  server = await startServer({
    addRoutes: (app) =>
      addExports(app, () => db.database, {
        findViewer: ({ secret }) => Promise.resolve(viewers.get(secret) ?? null),
      }),
  });
});
afterAll(async () => {
  await server.app.close();
  await db.drop();
});

const SOUND = {
  ...{ region: CITY, year: 2024, kind: 'REMINDER', answerBy: '2025-02-10' },
  signedBy: '砚州市政务公开办公室',
};

const post = (who: string | null, body: object): Promise<Response> =>
  fetch(`${server.url}/letters`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(who === null ? {} : { authorization: `Bearer ${who}` }),
    },
    body: JSON.stringify(body),
  });

it('writes a letter a member in one archive, on record', async () => {
  const response = await post('here', SOUND);
  expect(response.headers.get('content-type')).toBe('application/zip');
  const archive = await openArchive(Buffer.from(await response.arrayBuffer()));
  expect(archive.names).toHaveLength(2 * MEMBERS.length);
  for (const member of MEMBERS) {
    const name = archive.names.find((n) => n.includes(member) && n.endsWith('.txt'))!;
    const text = (await archive.read(name))!.toString('utf8');
    expect(text).toContain('2025年2月10日');
  }
  const [entry] = await db.database.query(
    `select author, subject, after ->> 'kind' as kind from audit_entry where act = 'SEND_LETTERS'`,
  );
  expect(entry).toEqual({ author: '审核员', subject: `roster:${CITY}/2024`, kind: 'REMINDER' });
});

it.each([
  [null, SOUND, 401, 'UNAUTHENTICATED'],
  ['there', SOUND, 403, 'FORBIDDEN'],
  ['here', { ...SOUND, year: 2023 }, 404, 'NOT_FOUND'],
  ['here', { ...SOUND, kind: 'THREAT' }, 400, 'BAD_USER_INPUT'],
  ['here', { ...SOUND, answerBy: '2025-02-30' }, 400, 'BAD_USER_INPUT'],
  ['here', {}, 400, 'BAD_USER_INPUT'],
] as const)('answers %s %j with %i %s', async (who, body, status, code) => {
  const response = await post(who, body);
  expect([response.status, await codesOf(response)]).toEqual([status, [code]]);
});
