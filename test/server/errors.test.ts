import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codesOf, startServer, type RunningServer } from './start.js';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.app.close());

async function answer(response: Response): Promise<string> {
  return `${response.status} ${(await codesOf(response))[0] ?? 'no error'}`;
}

/** Sends bytes as they are and returns the status line, or '' where the connection was closed without one. */
function sendRaw(text: string): Promise<string> {
  const { port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    let received = '';
    const socket = connect(Number(port), '127.0.0.1', () => socket.end(text));
    socket.on('data', (bytes) => (received += bytes.toString()));
    socket.on('close', () => resolve(received.split('\r\n')[0] ?? ''));
    socket.on('error', reject);
  });
}

describe('an error of a resolver', () => {
  test.each([
    ['BAD_USER_INPUT', 400],
    ['UNAUTHENTICATED', 401],
    ['FORBIDDEN', 403],
    ['CONFLICT', 409],
    ['NOT_A_REPORT', 422],
    ['QUERY_TIMEOUT', 504],
  ])('with the code %s is answered with the status %d', async (code, status) => {
    expect(await answer(await server.post({ query: `{ fail(code: "${code}") }` }))).toBe(
      `${status} ${code}`,
    );
  });

  test.each(['DATABASE_UNAVAILABLE', 'OVERLOADED', 'READ_ONLY'])(
    '%s asks to try again and keeps the words of the database to itself',
    async (code) => {
      const query = `{ sectors { code } fail(code: "${code}", message: "connect ECONNREFUSED") }`;
      const response = await server.post({ query });
      expect(response.status).toBe(503);
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await response.text()).not.toContain('ECONNREFUSED');
    },
  );

  test('leaves an answer that has data 200', async () => {
    const query = '{ sectors { code } fail(code: "BAD_USER_INPUT", message: "no such year") }';
    const response = await server.post({ query });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      data: { sectors: [{ code: 'TAX' }], fail: null },
      errors: [{ message: 'no such year', path: ['fail'] }],
    });
  });

  test('that nobody expected is masked and has the id under which it was logged', async () => {
    for (const query of ['{ fail }', '{ fail(code: "ENOENT", message: "/var/lib/secret") }']) {
      const response = await server.post({ query }, { 'x-request-id': 'abc-1' });
      expect(response.status).toBe(500);
      expect(response.headers.get('x-request-id')).toBe('abc-1');
      expect(await response.json()).toMatchObject({
        errors: [
          {
            message: 'Internal server error',
            extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'abc-1' },
          },
        ],
      });
    }
  });

  test('never echoes a long text', async () => {
    const text = 'x'.repeat(100_000);
    for (const query of [
      `{ fail(code: "BAD_USER_INPUT", message: "${text}") }`,
      `{ sleep(milliseconds: "${text}") }`,
      `{ ${text} }`,
      `{ sectors(${text}`,
    ]) {
      expect((await (await server.post({ query })).text()).length).toBeLessThan(600);
    }
  });

  test('comes five at a time', async () => {
    const fields = Array.from({ length: 20 }, (_, i) => `a${i}: fail`).join(' ');
    expect(await codesOf(await server.post({ query: `{ ${fields} }` }))).toHaveLength(5);
    const unknown = Array.from({ length: 200 }, (_, i) => `a${i}`).join(' ');
    expect(await codesOf(await server.post({ query: `{ ${unknown} }` }))).toHaveLength(5);
  });
});

describe('an HTTP request', () => {
  test('that is no GraphQL is 400', async () => {
    for (const body of [
      '',
      '{',
      '[]',
      '[{"query":"{__typename}"}]',
      '{}',
      '"x"',
      'null',
      '{"query":1}',
    ]) {
      expect(await answer(await server.post(body)), body).toBe('400 BAD_REQUEST');
    }
    expect(await answer(await server.post({ query: 'qwerty cop { abc }' }))).toBe(
      '400 GRAPHQL_PARSE_FAILED',
    );
  });

  test('with keys that reach for a prototype does no harm', async () => {
    const pollution = '"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}';
    const bodies = [
      `{"query":"{__typename}",${pollution}}`,
      `{"query":"{__typename}","variables":{${pollution}}}`,
    ];
    for (const body of bodies) expect((await server.post(body)).status).toBe(400);
    expect('polluted' in {}).toBe(false);
  });

  test('with a key twice is answered', async () => {
    const response = await server.post('{"query":"{ nothing }","query":"{ __typename }"}');
    expect(response.status).toBe(200);
  });

  test('starting with a byte order mark is answered, with bytes that are no UTF-8 refused', async () => {
    const post = (body: Uint8Array<ArrayBuffer>) =>
      fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
    const json = new TextEncoder().encode('{"query":"{ __typename }"}');
    expect((await post(new Uint8Array([0xef, 0xbb, 0xbf, ...json]))).status).toBe(200);
    expect(await answer(await post(new Uint8Array([...json, 0xff, 0xfe])))).toBe('400 BAD_REQUEST');
  });

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json; charset=utf-16',
    'application/json; charset=gb18030',
    'application/xml',
  ])('of the media type %s is 415', async (type) => {
    const response = await server.post({ query: '{ __typename }' }, { 'content-type': type });
    expect(await answer(response)).toBe('415 UNSUPPORTED_MEDIA_TYPE');
  });

  test('without a media type or with compression is 415', async () => {
    const bare = await fetch(`${server.url}/graphql`, { method: 'POST' });
    expect(await answer(bare)).toBe('415 UNSUPPORTED_MEDIA_TYPE');
    const packed = await server.post({ query: '{ __typename }' }, { 'content-encoding': 'gzip' });
    expect(await answer(packed)).toBe('415 UNSUPPORTED_MEDIA_TYPE');
  });

  test('larger than a quarter of a megabyte is 413', async () => {
    const response = await server.post({ query: `{ __typename } #${'x'.repeat(300_000)}` });
    expect(response.headers.get('connection')).toBe('close');
    expect(await answer(response)).toBe('413 PAYLOAD_TOO_LARGE');
  });

  test('that grows without announcing its length is 413', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const headers = { 'content-type': 'application/json', 'transfer-encoding': 'chunked' };
      const request = httpRequest(
        `${server.url}/graphql`,
        { method: 'POST', headers },
        (response) => resolve(response.statusCode),
      );
      request.on('error', reject);
      for (let i = 0; i < 5; i += 1) request.write(' '.repeat(64_000));
      request.end();
    });
    expect(status).toBe(413);
  });

  test('with another method is 405 and told which there are', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      const response = await fetch(`${server.url}/graphql`, { method });
      expect(response.headers.get('allow')).toBe('GET, POST');
      expect(await answer(response)).toBe('405 METHOD_NOT_ALLOWED');
    }
    expect(await answer(await fetch(`${server.url}/healthz`, { method: 'POST' }))).toBe(
      '405 METHOD_NOT_ALLOWED',
    );
  });

  test('that would change something by GET is 405', async () => {
    const query = encodeURIComponent('mutation { rename(code: "1") }');
    const headers = { 'apollo-require-preflight': '1' };
    const response = await fetch(`${server.url}/graphql?query=${query}`, { headers });
    expect(response.headers.get('allow')).toBe('POST');
    expect(await answer(response)).toBe('405 METHOD_NOT_ALLOWED');
  });

  test('by GET that another site could send unseen is 400', async () => {
    const address = `${server.url}/graphql?query=${encodeURIComponent('{ __typename }')}`;
    expect((await fetch(address)).status).toBe(400);
    const asked = await fetch(address, { headers: { 'apollo-require-preflight': '1' } });
    expect(await asked.json()).toEqual({ data: { __typename: 'Query' } });
  });

  test('that accepts no form of answer is 406', async () => {
    const response = await server.post({ query: '{ __typename }' }, { accept: 'image/png' });
    expect(await answer(response)).toBe('406 NOT_ACCEPTABLE');
  });

  test('to an address that is unknown or malformed is never a fault of the server', async () => {
    expect(await answer(await fetch(`${server.url}/nothing`))).toBe('404 NOT_FOUND');
    for (const path of [
      '/%',
      '/%c0%af',
      '/graphql?query=%',
      '/graphql?variables=%',
      '//',
      '/\\..',
    ]) {
      expect(await sendRaw(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)).toMatch(
        /^HTTP\/1\.1 (3|4)\d\d /,
      );
    }
    expect(
      await sendRaw('GET /graphql HTTP/1.1\r\nHost: \x01\r\nConnection: close\r\n\r\n'),
    ).toMatch(/^HTTP\/1\.1 4/);
    expect(await sendRaw('nonsense\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
  });

  test('is answered with headers that keep browsers from running or framing it', async () => {
    for (const path of ['/healthz', '/graphql', '/nothing', '/readyz']) {
      const { headers } = await fetch(`${server.url}${path}`);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });
});
