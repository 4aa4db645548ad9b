import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:http';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccount } from '../../src/accounts/create-account.js';
import { viewerOfSecret } from '../../src/accounts/credentials.js';
import { addOidc } from '../../src/server/oidc/add-oidc.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { codesOf, startServer, type RunningServer } from './start.js';

/** Against a real OpenID Connect provider, which lets everybody sign in under the name they give. */

const LIMITS = { idleMinutes: 30, hours: 12 };
const CLIENT = { clientId: 'nianbao', clientSecret: 'kept-by-both' };

let db: TestDatabase;
let idp: Server;
let issuer: string;
let server: RunningServer;

beforeAll(async () => {
  db = await createTestDatabase();
  idp = createServer();
  await new Promise<void>((resolve) => idp.listen(0, '127.0.0.1', () => resolve()));
  issuer = `http://127.0.0.1:${(idp.address() as AddressInfo).port}`;
  server = await startServer({
    addRoutes: (app) =>
      addOidc(app, {
        ...{ client: { issuer, ...CLIENT }, publicUrl: null, sessionLimits: LIMITS },
        database: () => db.database,
      }),
  });
  const provider = new Provider(issuer, {
    clients: [
      {
        ...{ client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret },
        ...{ redirect_uris: [`${server.url}/oidc/callback`], grant_types: ['authorization_code'] },
      },
    ],
    features: { devInteractions: { enabled: true } },
    cookies: { keys: ['test'] },
  });
  const answer = provider.callback();
  idp.on('request', (request, response) => void answer(request, response));
  for (const subject of ['zhang', 'closed']) {
    await createAccount(
      db.database,
      {
        ...{ name: subject, displayName: subject === 'zhang' ? '张三' : '停用', password: null },
        ...{ identity: { issuer, subject }, mustChangePassword: true },
      },
      { author: 'test', actor: { accountId: null, address: null } },
    );
  }
  await db.database.query(`update account set disabled_at = now() where name = 'closed'`);
});
afterAll(async () => {
  await server.app.close();
  idp.closeAllConnections();
  await new Promise((resolve) => idp.close(resolve));
  await db.drop();
});

/** Cookies of one browser, by site. */
class Browser {
  private readonly jars = new Map<string, Map<string, string>>();

  async ask(url: string, init: RequestInit = {}): Promise<Response> {
    const { origin } = new URL(url);
    const jar = this.jars.get(origin) ?? new Map<string, string>();
    this.jars.set(origin, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  }

  /** Follows redirects, and fills in the provider's forms as `subject`, up to our callback. */
  async signIn(subject: string): Promise<string> {
    let url = `${server.url}/oidc`;
    for (let steps = 0; steps < 15; steps++) {
      let response = await this.ask(url);
      if (response.status === 200) {
        const html = await response.text();
        const action = /action="([^"]+)"/.exec(html)![1]!;
        const prompt = /name="prompt" value="(\w+)"/.exec(html)![1]!;
        const body = new URLSearchParams({ prompt, login: subject, password: 'x' });
        response = await this.ask(new URL(action, url).href, { method: 'POST', body });
      }
      url = new URL(response.headers.get('location')!, url).href;
      if (url.startsWith(`${server.url}/oidc/callback`)) return url;
    }
    throw new Error('the provider never came back');
  }

  cookie(name: string): string | undefined {
    return this.jars.get(server.url)?.get(name);
  }
}

describe('signing in through an OpenID Connect provider', () => {
  it('opens a session for the account that is linked to the identity, on record', async () => {
    const browser = new Browser();
    const response = await browser.ask(await browser.signIn('zhang'));
    expect([response.status, response.headers.get('location')]).toEqual([302, '/']);
    const viewer = await viewerOfSecret(db.database, browser.cookie('nianbao_session')!, LIMITS);
    expect(viewer).toMatchObject({ displayName: '张三', mustChangePassword: false });
    expect(browser.cookie('nianbao_oidc')).toBeUndefined();
    const [entry] = await db.database.query(
      `select author, succeeded, after ->> 'subject' as subject from audit_entry
       where act = 'SIGN_IN' order by id desc limit 1`,
    );
    expect(entry).toEqual({ author: '张三', succeeded: true, subject: 'zhang' });
  });

  it.each(['stranger', 'closed'])('lets %s in nowhere', async (subject) => {
    const browser = new Browser();
    const response = await browser.ask(await browser.signIn(subject));
    expect([response.status, await codesOf(response)]).toEqual([403, ['FORBIDDEN']]);
    expect(browser.cookie('nianbao_session')).toBeUndefined();
  });

  it('takes no answer that another browser began, and none twice', async () => {
    const [one, other] = [new Browser(), new Browser()];
    const url = await one.signIn('zhang');
    expect(await codesOf(await other.ask(url))).toEqual(['UNAUTHENTICATED']);
    await other.ask(`${server.url}/oidc`);
    expect(await codesOf(await other.ask(url))).toEqual(['UNAUTHENTICATED']);
    expect((await one.ask(url)).status).toBe(302);
    expect(await codesOf(await one.ask(url))).toEqual(['UNAUTHENTICATED']);
  });

  it('takes no code that the provider did not give', async () => {
    const browser = new Browser();
    const url = new URL(await browser.signIn('zhang'));
    url.searchParams.set('code', 'made-up');
    expect(await codesOf(await browser.ask(url.href))).toEqual(['UNAUTHENTICATED']);
  });

  it('says so when the provider does not answer', async () => {
    const lonely = await startServer({
      addRoutes: (app) =>
        addOidc(app, {
          client: { issuer: 'http://127.0.0.1:9', ...CLIENT },
          ...{ publicUrl: null, sessionLimits: LIMITS, database: () => db.database },
        }),
    });
    const response = await fetch(`${lonely.url}/oidc`, { redirect: 'manual' });
    expect([response.status, await codesOf(response)]).toEqual([
      503,
      ['IDENTITY_PROVIDER_UNAVAILABLE'],
    ]);
    await lonely.app.close();
  });
});
