import type { AddressInfo } from 'node:net';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { closeIdleSockets } from '../../src/server/idle-sockets.js';

const IDLE = 300;
const LONG = 'x'.repeat(20_000_000);

let app: FastifyInstance;
let port: number;
beforeEach(async () => {
  app = fastify({ keepAliveTimeout: IDLE });
  closeIdleSockets(app, IDLE);
  app.get('/slow', () => sleep(4 * IDLE, 'made'));
  app.get('/long', () => LONG);
  app.get('/fails', () => Promise.reject(new Error('no')));
  await app.listen({ port: 0, host: '127.0.0.1' });
  port = (app.server.address() as AddressInfo).port;
});
afterEach(() => app.close());

const get = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`;

/** Sends a text and says what came back until the connection was closed, and after how many milliseconds. */
function talk(text: string, use: (socket: Socket) => void): Promise<[string, number]> {
  const started = performance.now();
  return new Promise((resolve) => {
    let received = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (bytes) => (received += bytes.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve([received, performance.now() - started]));
    use(socket);
  });
}

test('an answer that takes its time is awaited, then the connection is closed when it is idle', async () => {
  const [received, elapsed] = await talk(get('/slow'), () => undefined);
  expect(received).toContain('made');
  expect(elapsed).toBeGreaterThan(4 * IDLE);
});

test('a connection that says nothing is closed', async () => {
  const [received, elapsed] = await talk('', () => undefined);
  expect([received, elapsed > IDLE - 50]).toEqual(['', true]);
});

test('a connection that failed is closed like any other', async () => {
  const [received] = await talk(get('/fails'), () => undefined);
  expect(received).toContain('500 Internal Server Error');
});

test('a client that does not read its answer is closed', async () => {
  const closed = new Promise<void>((resolve) => {
    app.server.once('connection', (socket: Socket) => socket.once('close', () => resolve()));
  });
  const socket = connect(port, '127.0.0.1', () => socket.write(get('/long')));
  socket.pause();
  await closed;
  socket.destroy();
});
