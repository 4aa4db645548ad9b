import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccount } from '../../src/accounts/create-account.js';
import { viewerOfSecret } from '../../src/accounts/credentials.js';
import { buildApiSchema } from '../../src/resolvers/build.js';
import { createContext } from '../../src/schema/context.js';
import { keepCookie, viewerOf } from '../../src/server/auth.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { codesOf, startServer, type RunningServer } from './start.js';

const PASSWORD = 'correct horse battery';
const limits = { idleMinutes: 30, hours: 12 };
const cli = { author: 'test', actor: { accountId: null, address: null } };
const SIGN_IN = `mutation ($name: String!, $password: String!, $cookie: Boolean!) {
  signIn(name: $name, password: $password, cookie: $cookie) {
    ... on SignedIn { token viewer { account { name } mustChangePassword } }
    ... on AccountRefusal { code until }
  }
}`;
const WHO = '{ viewer { account { name } via roles { role } } }';

let db: TestDatabase;
let server: RunningServer;

beforeAll(async () => {
  db = await createTestDatabase();
  for (const name of ['zhang', 'wang']) {
    const account = { name, displayName: '张三', password: PASSWORD, identity: null };
    await createAccount(
      db.database,
      { ...account, mustChangePassword: name === 'wang', role: 'ADMIN' },
      cli,
    );
  }
  server = await startServer({
    schema: await buildApiSchema(),
    contextFor: (request, reply) =>
      createContext(db.database, {
        requestId: request.id,
        viewer: viewerOf(request),
        address: request.ip,
        sessionLimits: limits,
        keepCookie: (secret) => keepCookie(request, reply, secret),
      }),
    findViewer: ({ secret }) => viewerOfSecret(db.database, secret, limits),
  });
});
afterAll(async () => {
  await server.app.close();
  await db.drop();
});

const ask = async (query: string, variables: object = {}, headers: Record<string, string> = {}) =>
  server.post({ query, variables }, headers);
const dataOf = async (response: Response): Promise<any> => ((await response.json()) as any).data;
const signIn = (name: string, password: string, cookie = false): Promise<Response> =>
  ask(SIGN_IN, { name, password, cookie });
const tokenOf = async (name: string): Promise<string> =>
  (await dataOf(await signIn(name, PASSWORD))).signIn.token;

describe('signing in', () => {
  it('gives a program a token that says who asks, until it signs out', async () => {
    const token = await tokenOf('zhang');
    const bearer = { authorization: `Bearer ${token}` };
    expect(await dataOf(await ask(WHO, {}, bearer))).toEqual({
      viewer: { account: { name: 'zhang' }, via: 'SESSION', roles: [{ role: 'ADMIN' }] },
    });
    expect(await dataOf(await ask('mutation { signOut }', {}, bearer))).toEqual({ signOut: true });
    const after = await ask(WHO, {}, bearer);
    expect(after.status).toBe(401);
    expect(await codesOf(after)).toEqual(['UNAUTHENTICATED']);
  });

  it('gives a browser a cookie that no script and no other site can use', async () => {
    const response = await signIn('zhang', PASSWORD, true);
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^nianbao_session=nbs_[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect((await dataOf(response)).signIn.token).toBeNull();
    const pair = cookie.split(';')[0] ?? '';
    const own = { cookie: pair, origin: server.url };
    expect((await dataOf(await ask(WHO, {}, own))).viewer.account.name).toBe('zhang');
    for (const foreign of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ]) {
      const refused = await ask('mutation { signOut }', {}, { cookie: pair, ...foreign });
      expect(refused.status).toBe(403);
      expect(await codesOf(refused)).toEqual(['FORBIDDEN']);
    }
    const asForm = await server.post('query=mutation', {
      cookie: pair,
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(asForm.status).toBe(415);
    const out = await ask('mutation { signOut }', {}, own);
    expect(out.headers.get('set-cookie')).toMatch(/^nianbao_session=; .*Expires=Thu, 01 Jan 1970/);
    expect(await dataOf(await ask(WHO, {}, own))).toEqual({ viewer: null });
  });

  it('answers a wrong name and a wrong password alike', async () => {
    const refused = { signIn: { code: 'WRONG_NAME_OR_PASSWORD', until: null } };
    expect(await dataOf(await signIn('zhang', 'wrong horse battery'))).toEqual(refused);
    expect(await dataOf(await signIn('nobody', PASSWORD))).toEqual(refused);
    const entries = await db.database.query(
      `select author, reason from audit_entry where act = 'SIGN_IN' and not succeeded order by id`,
    );
    expect(entries).toEqual([
      { author: 'zhang', reason: 'WRONG_NAME_OR_PASSWORD' },
      { author: 'nobody', reason: 'WRONG_NAME_OR_PASSWORD' },
    ]);
  });

  it('locks a name out after five failures, also with the right password and at once', async () => {
    await createAccount(
      db.database,
      {
        name: 'li',
        displayName: '李四',
        password: PASSWORD,
        identity: null,
        mustChangePassword: false,
      },
      cli,
    );
    const tries = await Promise.all(
      Array.from({ length: 8 }, () => signIn('li', 'wrong horse battery').then(dataOf)),
    );
    const codes = tries.map((answer) => answer.signIn.code as string);
    expect(codes.filter((code) => code === 'WRONG_NAME_OR_PASSWORD')).toHaveLength(5);
    const { code, until } = (await dataOf(await signIn('li', PASSWORD))).signIn;
    expect(code).toBe('LOCKED_OUT');
    expect(Date.parse(until) - Date.now()).toBeGreaterThan(13 * 60_000);
    await db.database.query(`update sign_in_attempt set at = at - interval '16 minutes'`);
    expect((await dataOf(await signIn('li', PASSWORD))).signIn.token).toMatch(/^nbs_/);
  });

  it('lets no role count while somebody else chose the password', async () => {
    const bearer = { authorization: `Bearer ${await tokenOf('wang')}` };
    const make = 'mutation { createAccount(name: "zhao", displayName: "赵") { __typename } }';
    expect(await codesOf(await ask(make, {}, bearer))).toEqual(['FORBIDDEN']);
    const change = `mutation { changePassword(from: "${PASSWORD}", to: "another horse battery") { __typename } }`;
    expect((await dataOf(await ask(change, {}, bearer))).changePassword.__typename).toBe(
      'PasswordChanged',
    );
    expect((await dataOf(await ask(make, {}, bearer))).createAccount.__typename).toBe(
      'AccountRefusal',
    );
  });

  it('ends a session that was idle, and one that is old', async () => {
    const bearer = { authorization: `Bearer ${await tokenOf('zhang')}` };
    const change = (what: string) => db.database.query(`update session set ${what}`);
    expect((await ask(WHO, {}, bearer)).status).toBe(200);
    await change(`seen_at = now() - interval '31 minutes'`);
    expect((await ask(WHO, {}, bearer)).status).toBe(401);
    await change(`seen_at = now(), expires_at = now() - interval '1 second'`);
    expect((await ask(WHO, {}, bearer)).status).toBe(401);
  });

  it('stores nothing by which one could sign in', async () => {
    const token = await tokenOf('zhang');
    const [dump] = await db.database.query<{ text: string }>(
      `select string_agg(t::text, ' ') as text from (
         select account::text from account union all select session::text from session
         union all select audit_entry::text from audit_entry) as t (t)`,
    );
    expect(dump?.text).not.toContain(token);
    expect(dump?.text).not.toContain(PASSWORD);
  });

  it('makes tokens for programs, which make no others and are revoked', async () => {
    const bearer = { authorization: `Bearer ${await tokenOf('zhang')}` };
    const make = 'mutation { createToken(label: "夜间") { ... on TokenCreated { id token } } }';
    const { id, token } = (await dataOf(await ask(make, {}, bearer))).createToken;
    const program = { authorization: `Bearer ${token}` };
    expect((await dataOf(await ask(WHO, {}, program))).viewer.via).toBe('API_TOKEN');
    expect(await codesOf(await ask(make, {}, program))).toEqual(['FORBIDDEN']);
    const revoke = `mutation { revokeToken(id: "${id}") { __typename } }`;
    expect((await dataOf(await ask(revoke, {}, bearer))).revokeToken.__typename).toBe('Revoked');
    expect((await ask(WHO, {}, program)).status).toBe(401);
  });

  it('refuses a header that is no token', async () => {
    for (const authorization of ['Basic YTpi', 'Bearer nbs_unknown', 'Bearer ']) {
      expect((await ask(WHO, {}, { authorization })).status).toBe(401);
    }
  });
});
