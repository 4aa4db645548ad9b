import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Viewer } from '../../src/accounts/viewer.js';
import { importDocument } from '../../src/filing/import-document.js';
import { ingest } from '../../src/ingest/ingest.js';
import { findOrCreateAgency } from '../../src/registry/find-or-create-agency.js';
import { seedRegistry } from '../../src/registry/seed-registry.js';
import { globalId } from '../../src/schema/global-id.js';
import { addSubmissions } from '../../src/server/submissions/add-submissions.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { zip } from '../support/office.js';
import { viewerWith } from '../support/viewers.js';
import { startServer, type RunningServer } from './start.js';

const bytesOf = (name: string): Buffer => readFileSync(`test/fixtures/corpus/docs/${name}`);

/** 周口市公安局, 2024; and one of another agency, with a column whose 总计 does not add up. */
const OWN = 'real-zhoukou-psb-2024.txt';
const OTHER = 'bad03-grandTotal__docx.docx';

let db: TestDatabase;
let server: RunningServer;
let own: string;
let other: string;
const viewers = new Map<string, Viewer>();

const agencyOf = async (name: string): Promise<string> => {
  const outcome = await importDocument(
    db.database,
    { findOrCreateAgency },
    bytesOf(name),
    name,
    { year: 2019 },
    { read: ingest, status: 'PUBLISHED', createAgencies: true },
  );
  if (outcome.kind === 'REFUSED') throw new Error(outcome.message);
  return outcome.agencyId;
};

beforeAll(async () => {
  db = await createTestDatabase();
  await seedRegistry(db.database);
  [own, other] = [await agencyOf(OWN), await agencyOf(OTHER)];
  viewers.set('clerk', await viewerWith(db.database, '经办人', ['SUBMITTER', { agency: own }]));
  viewers.set('henan', await viewerWith(db.database, '河南', ['REVIEWER', { region: '410000' }]));
  viewers.set('publisher', await viewerWith(db.database, '发布员', ['PUBLISHER', {}]));
  const find = ({ secret }: { secret: string }): Promise<Viewer> =>
    Promise.resolve(viewers.get(secret) ?? null);
  server = await startServer({
    findViewer: find,
    addRoutes: (app) => addSubmissions(app, () => db.database, find),
  });
});
afterAll(async () => {
  await server.app.close();
  await db.drop();
});
beforeEach(() => db.database.query('delete from report where year <> 2019'));

type Fields = Readonly<Record<string, string>>;

const send = async (
  who: string | null,
  file: { name: string; bytes: Uint8Array } | null,
  fields: Fields = {},
  headers: Fields = {},
): Promise<{ status: number; body: any }> => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  if (file) form.set('document', new Blob([new Uint8Array(file.bytes)]), file.name);
  const response = await fetch(`${server.url}/reports`, {
    method: 'POST',
    body: form,
    headers: { ...(who === null ? {} : { authorization: `Bearer ${who}` }), ...headers },
  });
  return { status: response.status, body: await response.json() };
};

const sample = (name: string) => ({ name, bytes: bytesOf(name) });
const code = ({ status, body }: { status: number; body: any }): unknown[] => [
  status,
  body.errors?.[0].extensions.code,
];
const stored = async (): Promise<unknown[]> =>
  db.database.query(
    'select agency_id as agency, year, status, revision from report where year <> 2019 order by id',
  );

describe('POST /reports', () => {
  it('answers a dry run with the findings and keeps nothing', async () => {
    const before = await db.database.query('select count(*) from source_document');
    const { status, body } = await send('clerk', sample(OWN), { dryRun: 'true' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      dryRun: true,
      documents: [
        {
          file: OWN,
          outcome: 'CREATED',
          report: {
            ...{ id: null, year: 2024, scope: 'ORGAN', status: 'DRAFT', revision: 1 },
            agency: { id: globalId('Agency', own), name: '周口市公安局' },
          },
        },
      ],
    });
    expect(await stored()).toEqual([]);
    expect(await db.database.query('select count(*) from source_document')).toEqual(before);
  });

  it('saves a draft, and the same bytes with a leader hand it in; a third time changes nothing', async () => {
    const draft = await send('clerk', sample(OWN));
    expect(draft.body.documents[0].report).toMatchObject({ status: 'DRAFT', revision: 1 });
    const handedIn = await send('clerk', sample(OWN), { responsibleLeader: '王某' });
    expect(handedIn.body.documents[0]).toMatchObject({
      outcome: 'UNCHANGED',
      report: { id: draft.body.documents[0].report.id, status: 'SUBMITTED' },
    });
    const again = await send('clerk', sample(OWN), { responsibleLeader: '王某' });
    expect(again.body.documents[0].report).toEqual(handedIn.body.documents[0].report);
    expect(await stored()).toEqual([{ agency: own, year: 2024, status: 'SUBMITTED', revision: 1 }]);
    const acts = await db.database.query(
      `select act, author, address from audit_entry where account_id = $1 order by id`,
      [viewers.get('clerk')!.accountId],
    );
    expect(acts).toMatchObject([{ act: 'SAVE_DRAFT' }, { act: 'SUBMIT_REPORT', author: '经办人' }]);
  });

  it('tells each finding with its check, both sides and cells', async () => {
    const { body } = await send('henan', sample(OTHER), {
      agency: globalId('Agency', other),
      dryRun: 'true',
    });
    // Whose report it is decides whether a reviewer of 河南省 may hand it in.
    expect(code({ status: 403, body })).toEqual([403, 'NOT_ALLOWED']);
    viewers.set('all', await viewerWith(db.database, '总审', ['REVIEWER', {}]));
    const told = await send('all', sample(OTHER), { dryRun: 'true' });
    const { findings } = told.body.documents[0];
    const error = findings.find((f: any) => f.severity === 'ERROR');
    expect(error).toMatchObject({ check: expect.stringMatching(/^A\d$/) });
    expect(error.left).not.toBe(error.right);
    expect(error.cells[0]).toMatch(/^REQUESTS\//);
  });

  it('refuses the report of another agency than the one it is sent for', async () => {
    expect(code(await send('clerk', sample(OTHER)))).toEqual([422, 'AGENCY_DIFFERS']);
    expect(await stored()).toEqual([]);
  });

  it('gives each document of an archive its own result', async () => {
    const archive = zip([
      ['甲.txt', bytesOf(OWN)],
      ['乙.txt', '不是年报'],
    ]);
    const { status, body } = await send('clerk', { name: '年报.zip', bytes: archive });
    expect(status).toBe(200);
    expect(body.documents).toMatchObject([
      { file: '年报.zip/甲.txt', outcome: 'CREATED' },
      { file: '年报.zip/乙.txt', outcome: 'REFUSED', code: 'NOT_A_REPORT' },
    ]);
    expect(await stored()).toHaveLength(1);
  });

  it('answers what cannot be taken with a code of its own', async () => {
    const file = sample(OWN);
    expect(code(await send(null, file))).toEqual([401, 'UNAUTHENTICATED']);
    expect(code(await send('nobody', file))).toEqual([401, 'UNAUTHENTICATED']);
    expect(code(await send('publisher', file))).toEqual([403, 'FORBIDDEN']);
    expect(code(await send('clerk', null))).toEqual([400, 'BAD_REQUEST']);
    expect(code(await send('clerk', file, { yaer: '2024' }))).toEqual([400, 'BAD_USER_INPUT']);
    expect(code(await send('clerk', file, { year: '20244' }))).toEqual([400, 'BAD_USER_INPUT']);
    expect(code(await send('clerk', file, { publishedOn: '2025-02-30' }))).toEqual([
      400,
      'BAD_USER_INPUT',
    ]);
    expect(code(await send('clerk', file, { agency: 'x' }))).toEqual([400, 'BAD_USER_INPUT']);
    expect(code(await send('clerk', { name: 'a.txt', bytes: Buffer.alloc(0) }))).toEqual([
      422,
      'EMPTY_FILE',
    ]);
    const large = { name: 'a.pdf', bytes: Buffer.alloc(31 * 1024 * 1024, '%PDF-1.4 ') };
    expect(code(await send('clerk', large))).toEqual([413, 'FILE_TOO_LARGE']);
    expect(code(await send('clerk', file, { responsibleLeader: '\u200b' }))).toEqual([
      422,
      'LEADER_REQUIRED',
    ]);
    const response = await fetch(`${server.url}/reports`, {
      ...{ method: 'POST', body: '{}' },
      headers: { authorization: 'Bearer clerk', 'content-type': 'application/json' },
    });
    expect(code({ status: response.status, body: await response.json() })).toEqual([
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ]);
    expect(await stored()).toEqual([]);
  });

  it('is closed to forms of other sites that would use the session of a browser', async () => {
    const cookie = 'nianbao_session=clerk';
    const file = sample(OWN);
    expect(code(await send(null, file, {}, { cookie }))).toEqual([400, 'BAD_REQUEST']);
    const own = { cookie, 'apollo-require-preflight': 'true' };
    const foreign = { ...own, origin: 'https://elsewhere.example' };
    expect(code(await send(null, file, {}, foreign))).toEqual([403, 'FORBIDDEN']);
    expect((await send(null, file, { dryRun: 'true' }, own)).status).toBe(200);
  });
});
