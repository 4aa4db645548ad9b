import { connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { stopServer } from '../../src/server/lifecycle.js';
import { Readiness } from '../../src/server/readiness.js';
import { codesOf, startServer, type RunningServer } from './start.js';

let server: RunningServer | null = null;
afterEach(async () => {
  await server?.app.close();
  server = null;
});

const sleep = (milliseconds: number) => ({ query: `{ sleep(milliseconds: ${milliseconds}) }` });

test('beyond its capacity the server answers 503 at once and serves again afterwards', async () => {
  server = await startServer({}, { MAX_UNDER_WAY: '3' });
  const { post } = server;
  const answers = await Promise.all(Array.from({ length: 10 }, () => post(sleep(300))));
  const statuses = answers.map(({ status }) => status).sort();
  expect(statuses).toEqual([200, 200, 200, 503, 503, 503, 503, 503, 503, 503]);
  const refused = answers.find(({ status }) => status === 503)!;
  expect(refused.headers.get('retry-after')).toBe('1');
  expect(await codesOf(refused)).toEqual(['OVERLOADED']);
  expect((await post(sleep(1))).status).toBe(200);
});

test('large answers are made a few at a time, small ones beside them', async () => {
  server = await startServer({}, { MAX_COST: '500' });
  const { post } = server;
  const large = { query: '{ sleep(milliseconds: 1500) regions(first: 400) { nodes { code } } }' };
  const answers = Promise.all(Array.from({ length: 12 }, () => post(large)));
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect((await post(sleep(1))).status).toBe(200);
  const refused = (await answers).filter(({ status }) => status === 503);
  expect(refused).toHaveLength(3);
  expect(refused[0]!.headers.get('retry-after')).toBe('1');
  expect((await post(large)).status).toBe(200);
});

test('health is answered while the server is overloaded', async () => {
  server = await startServer({}, { MAX_UNDER_WAY: '1' });
  const slow = server.post(sleep(300));
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  expect((await slow).status).toBe(200);
});

test('headers and bodies that trickle in are cut off while others are served', async () => {
  server = await startServer();
  const { port } = new URL(server.url);
  const body =
    'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{';
  const started = performance.now();
  const closed = ['GET /graphql HTTP/1.1\r\nHost: x\r\n', body].map(
    (text) =>
      new Promise<number>((resolve) => {
        const socket = connect(Number(port), '127.0.0.1', () => socket.write(text));
        const drip = setInterval(() => socket.write('a'), 1_000);
        socket.on('error', () => undefined);
        socket.resume();
        socket.on('close', () => {
          clearInterval(drip);
          resolve(performance.now() - started);
        });
      }),
  );
  expect((await server.post(sleep(1))).status).toBe(200);
  for (const elapsed of await Promise.all(closed)) expect(elapsed).toBeLessThan(20_000);
});

test('a server that is stopped finishes what is under way and tells balancers first', async () => {
  server = await startServer();
  const { app, readiness, url, post } = server;
  const slow = post(sleep(1_200));
  await new Promise((resolve) => setTimeout(resolve, 100));
  let restClosed = false;
  const stopped = stopServer({
    app,
    readiness,
    drainSeconds: 10,
    closeRest: () => {
      restClosed = true;
      return Promise.resolve();
    },
  });
  const ready = await fetch(`${url}/readyz`);
  expect(ready.status).toBe(503);
  expect(ready.headers.get('connection')).toBe('close');
  expect((await post(sleep(1))).status).toBe(200);
  expect(await (await slow).json()).toEqual({ data: { sleep: true } });
  await stopped;
  expect(restClosed).toBe(true);
  await expect(fetch(`${url}/healthz`)).rejects.toThrow();
});

test('a request that will not end is cut off when its time is over', async () => {
  server = await startServer();
  const { app, readiness, post } = server;
  const endless = post(sleep(60_000)).catch(() => 'cut off');
  await new Promise((resolve) => setTimeout(resolve, 100));
  const started = performance.now();
  await stopServer({ app, readiness, drainSeconds: 1, closeRest: () => Promise.resolve() });
  expect(performance.now() - started).toBeLessThan(3_000);
  expect(await endless).toBe('cut off');
});

test('readiness waits no longer than three seconds for a database that is silent', async () => {
  const readiness = new Readiness();
  readiness.opened(() => new Promise(() => undefined));
  server = await startServer({ readiness });
  const started = performance.now();
  const response = await fetch(`${server.url}/readyz`);
  expect(performance.now() - started).toBeLessThan(3_000);
  expect(response.status).toBe(503);
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
});
