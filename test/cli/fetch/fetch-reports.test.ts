import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fetchReports } from '../../../src/cli/fetch/fetch-reports.js';
import type { FetchResult } from '../../../src/cli/fetch/fetch-reports.js';
import { defaultLimits } from '../../../src/cli/fetch/get.js';
import type { GetLimits } from '../../../src/cli/fetch/get.js';
import { PoliteFetcher } from '../../../src/cli/fetch/polite-fetcher.js';
import type { FetchPolicy } from '../../../src/cli/fetch/policy.js';
import { isPublicAddress } from '../../../src/cli/fetch/public-address.js';
import { ingest } from '../../../src/ingest/ingest.js';
import { seedRegistry } from '../../../src/registry/seed-registry.js';
import { createTestDatabase } from '../../support/database.js';
import type { TestDatabase } from '../../support/database.js';
import { zip } from '../../support/office.js';

const docs = 'test/fixtures/corpus/docs';
const html = readFileSync(`${docs}/zhoukou-2024__html-pcell__breaks.html`);
const docx = readFileSync(`${docs}/dongchen-zg-2023__docx.docx`);
const text = readFileSync(`${docs}/real-zhoukou-psb-2024.txt`);

let server: Server;
let port: string;
let base: string;
/** Answers by path; what is not here is 404. */
let pages: Record<string, RequestListener>;
let asked: { path: string; at: number; headers: IncomingMessage['headers'] }[];

const page = (body: string | Buffer, headers: Record<string, string> = {}): RequestListener => {
  return (_, response) =>
    response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(body);
};
const redirect = (location: string, status = 302): RequestListener => {
  return (_, response) => response.writeHead(status, { location }).end();
};

let db: TestDatabase;
beforeAll(async () => {
  server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? '';
    asked.push({ path, at: performance.now(), headers: request.headers });
    const answer = pages[decodeURI(path)];
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = String((server.address() as AddressInfo).port);
  base = `http://localhost:${port}`;
  db = await createTestDatabase();
  await seedRegistry(db.database);
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await db.drop();
});
beforeEach(() => {
  pages = {};
  asked = [];
});

interface Options {
  list?: boolean;
  pauseMs?: number;
  limits?: Partial<GetLimits>;
  policy?: Partial<FetchPolicy>;
}

/** The server of the test is on loopback, which only a policy of its own allows. */
async function fetched(addresses: string[], options: Options = {}): Promise<FetchResult[]> {
  const policy = {
    suffixes: ['localhost'],
    otherPorts: [port],
    isPublic: () => true,
    ...options.policy,
  };
  const fetcher = new PoliteFetcher(policy, options.pauseMs ?? 0, {
    ...defaultLimits,
    ...options.limits,
  });
  const results: FetchResult[] = [];
  for await (const result of fetchReports(db.database, fetcher, addresses, {
    list: options.list ?? false,
    status: 'PUBLISHED',
    createAgencies: true,
    read: ingest,
  })) {
    results.push(result);
  }
  return results;
}

const codes = (results: readonly FetchResult[]): string[] =>
  results.map(({ outcome }) => ('code' in outcome ? outcome.code : outcome.kind));
const pathsAsked = (): string[] => asked.map(({ path }) => path);

describe('a published page', () => {
  it('is filed with its address, the headers of the answer and the time', async () => {
    pages['/2024/report.html'] = page(html, { 'last-modified': 'Wed, 22 Jan 2025 02:00:00 GMT' });
    const before = Date.now();
    expect(codes(await fetched([`${base}/2024/report.html#top`]))).toEqual(['CREATED']);
    const [source] = await db.database.query<Record<string, unknown>>(
      `select url, file_name, fetched_at, fetch_headers from source_document where url = $1`,
      [`${base}/2024/report.html`],
    );
    expect(source).toMatchObject({
      file_name: 'report.html',
      fetch_headers: {
        'last-modified': 'Wed, 22 Jan 2025 02:00:00 GMT',
        'content-type': 'text/html',
      },
    });
    const at = new Date(source!['fetched_at'] as string).getTime();
    expect(at).toBeGreaterThanOrEqual(before);
    expect(codes(await fetched([`${base}/2024/report.html`]))).toEqual(['UNCHANGED']);
  });

  it('that only carries the report leads to its attachment', async () => {
    pages['/notice.html'] = page(
      '<title>东辰市自然资源和规划局2023年政府信息公开工作年度报告</title><p>附件：<a href="/files/r.docx">东辰市自然资源和规划局2023年政府信息公开工作年度报告.docx</a></p><p><a href="/files/other.pdf">办事指南.pdf</a></p>',
    );
    pages['/files/r.docx'] = page(docx);
    const results = await fetched([`${base}/notice.html`]);
    expect(codes(results)).toEqual(['CREATED']);
    expect(results[0]!.address).toBe(`${base}/files/r.docx`);
    expect(pathsAsked()).not.toContain('/files/other.pdf');
  });

  it('may be an archive, of which each member is a document', async () => {
    pages['/all.zip'] = page(
      zip([
        ['周口市公安局2024年年报.txt', text],
        ['说明.bin', 'nothing'],
      ]),
    );
    const results = await fetched([`${base}/all.zip`]);
    expect(results.map(({ address }) => address.replace(base, ''))).toEqual([
      '/all.zip/周口市公安局2024年年报.txt',
      '/all.zip/说明.bin',
    ]);
    expect(codes(results)).toEqual(['REVISED', 'NOT_A_REPORT']);
  });

  it('that the site compresses unasked is unpacked', async () => {
    pages['/gz.html'] = page(gzipSync(html), { 'content-encoding': 'gzip' });
    expect(codes(await fetched([`${base}/gz.html`]))).toEqual(['UNCHANGED']);
    expect(asked.at(-1)!.headers['accept-encoding']).toBe('identity');
  });

  it('that is not there or is no report costs its own result alone', async () => {
    pages['/news.html'] = page('<p>今日要闻</p>');
    pages['/report.html'] = page(html);
    const results = await fetched([
      `${base}/none.html`,
      `${base}/news.html`,
      `${base}/report.html`,
    ]);
    expect(codes(results)).toEqual(['FETCH_STATUS', 'NOT_A_REPORT', 'UNCHANGED']);
  });
});

describe('a list page', () => {
  it('is followed to its reports, and no further', async () => {
    pages['/list.html'] = page(
      `<base href="/2024/"><a href="a.html">周口市公安局2024年政府信息公开工作年度报告</a>
       <a href="b.html" title="某局2024年政府信息公开年报">某局2024年政府信息公开…</a>
       <a href="news.html">要闻</a> <a href="a.html#tables">2024年年报（表格）</a> <a href="javascript:go()">年报</a>
       <a href="https://elsewhere.example/c.html">外地2024年年度报告</a>`,
    );
    pages['/2024/a.html'] = page(html);
    const results = await fetched([`${base}/list.html`], { list: true });
    expect(results.map((r) => r.address.replace(base, ''))).toEqual([
      '/2024/a.html',
      '/2024/b.html',
      'https://elsewhere.example/c.html',
    ]);
    expect(codes(results)).toEqual(['UNCHANGED', 'FETCH_STATUS', 'ADDRESS_NOT_ALLOWED']);
    expect(pathsAsked()).not.toContain('/2024/news.html');
  });

  it('without reports says so', async () => {
    pages['/list.html'] = page('<a href="a.html">要闻</a>');
    expect(codes(await fetched([`${base}/list.html`], { list: true }))).toEqual(['NOT_A_LIST']);
  });
});

describe('what leads elsewhere', () => {
  it('is followed three times at most', async () => {
    pages['/1'] = redirect('/2', 301);
    pages['/2'] = redirect('/3', 307);
    pages['/3'] = redirect('/4', 308);
    pages['/4'] = page(html);
    pages['/0'] = redirect('/1');
    expect(codes(await fetched([`${base}/1`]))).toEqual(['UNCHANGED']);
    expect(codes(await fetched([`${base}/0`]))).toEqual(['TOO_MANY_REDIRECTS']);
  });

  it.each([
    ['another host', () => 'http://evil.example/'],
    ['an address of this machine', () => `http://127.0.0.1:${port}/report.html`],
    ['the address of a cloud', () => 'http://169.254.169.254/latest/meta-data/'],
    ['another spelling of this machine', () => `http://[::ffff:127.0.0.1]:${port}/report.html`],
    ['another port', () => 'http://localhost:22/'],
    ['a file', () => 'file:///etc/passwd'],
    ['a name and a password', () => `http://a:b@localhost:${port}/report.html`],
  ])('to %s is refused', async (_, target) => {
    pages['/r'] = redirect(target());
    pages['/report.html'] = page(html);
    expect(codes(await fetched([`${base}/r`]))).toEqual(['ADDRESS_NOT_ALLOWED']);
    expect(pathsAsked()).not.toContain('/report.html');
  });

  it('is refused where an allowed name leads to this machine', async () => {
    pages['/report.html'] = page(html);
    const results = await fetched([`${base}/report.html`], {
      policy: { isPublic: isPublicAddress },
    });
    expect(codes(results)).toEqual(['ADDRESS_FORBIDDEN']);
    expect(asked).toEqual([]);
  });

  it('is looked at again for each connection: a name that turns to this machine later is refused', async () => {
    pages['/r'] = redirect('/report.html');
    pages['/report.html'] = page(html);
    const turnsAfter = (path: string) => () => !pathsAsked().includes(path);
    const results = await fetched([`${base}/r`], { policy: { isPublic: turnsAfter('/r') } });
    expect(codes(results)).toEqual(['ADDRESS_FORBIDDEN']);
    expect(pathsAsked()).not.toContain('/report.html');
  });
});

describe('an answer', () => {
  it('that is too large is given up: announced, without a length, and packed small', async () => {
    const limits = { maxBytes: 100_000 };
    pages['/announced'] = page(Buffer.alloc(100_001));
    pages['/endless'] = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const more = (): void => {
        if (!response.destroyed) response.write(Buffer.alloc(20_000), () => setImmediate(more));
      };
      more();
    };
    pages['/bomb'] = page(gzipSync(Buffer.alloc(5_000_000)), { 'content-encoding': 'gzip' });
    const paths = ['/announced', '/endless', '/bomb'].map((path) => base + path);
    expect(codes(await fetched(paths, { limits }))).toEqual(Array(3).fill('FETCH_TOO_LARGE'));
  });

  it('that takes too long is given up: one that never begins, and one that trickles', async () => {
    const limits = { timeoutMs: 400 };
    pages['/never'] = () => undefined;
    pages['/trickle'] = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const timer = setInterval(() => response.write('.'), 50);
      response.on('close', () => clearInterval(timer));
    };
    const paths = [`${base}/never`, `${base}/trickle`];
    expect(codes(await fetched(paths, { limits }))).toEqual(Array(2).fill('FETCH_TIMEOUT'));
  });

  it('that breaks off is no document', async () => {
    pages['/broken'] = (_, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('<p>', () => response.destroy());
    };
    expect(codes(await fetched([`${base}/broken`]))).toEqual(['FETCH_FAILED']);
  });
});

describe('robots.txt', () => {
  const plain = (body: string): RequestListener => page(body, { 'content-type': 'text/plain' });

  it('is asked for once and obeyed, by redirects too', async () => {
    pages['/robots.txt'] = plain('User-agent: *\nDisallow: /private/');
    pages['/private/a.html'] = page(html);
    pages['/to-private'] = redirect('/private/a.html');
    pages['/open.html'] = page(html);
    const paths = ['/private/a.html', '/to-private', '/open.html'].map((path) => base + path);
    expect(codes(await fetched(paths))).toEqual([
      'ROBOTS_DISALLOWED',
      'ROBOTS_DISALLOWED',
      'UNCHANGED',
    ]);
    expect(pathsAsked()).toEqual(['/robots.txt', '/to-private', '/open.html']);
    expect(asked[0]!.headers['user-agent']).toBe('nianbao');
  });

  it('that the site fails at closes it; a page of its own in place of it does not', async () => {
    pages['/open.html'] = page(html);
    pages['/robots.txt'] = (_, response) => response.writeHead(503).end();
    expect(codes(await fetched([`${base}/open.html`]))).toEqual(['ROBOTS_DISALLOWED']);
    pages['/robots.txt'] = page('<!DOCTYPE html><p>页面不存在</p>');
    expect(codes(await fetched([`${base}/open.html`]))).toEqual(['UNCHANGED']);
  });

  it('and the rate: a host is asked once in a while', async () => {
    pages['/a.html'] = page(html);
    const paths = [1, 2, 3].map((n) => `${base}/a.html?${n}`);
    for (const n of [1, 2, 3]) pages[`/a.html?${n}`] = page(html);
    const begun = performance.now();
    await fetched(paths, { pauseMs: 150 });
    expect(asked).toHaveLength(4);
    // Each as many pauses after the beginning as requests before it: a connection may take its time, none comes sooner.
    for (const [i, { at }] of asked.entries()) expect(at - begun).toBeGreaterThanOrEqual(i * 150);
  });
});
