import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestUrl } from '../support/database.js';
import { FaultyProxy } from '../support/faulty-proxy.js';
import { spawnServer, type ServerProcess } from './spawn.js';
import { codesOf } from './start.js';

const START_LIMIT = 60_000;
const question = '{ sectors { code } }';

describe('a server whose PostgreSQL fails', () => {
  let proxy: FaultyProxy;
  let drop: () => Promise<void>;
  let server: ServerProcess;

  beforeAll(async () => {
    const database = await createTestUrl({ empty: true });
    drop = database.drop;
    const { hostname, port } = new URL(database.url);
    proxy = new FaultyProxy({ host: hostname, port: Number(port) });
    await proxy.up();
    await proxy.down();
    server = await spawnServer({ DATABASE_URL: proxy.address(database.url) });
  });
  afterAll(async () => {
    server.process.kill('SIGKILL');
    await proxy.down();
    await drop();
  });

  async function expectAway(): Promise<void> {
    expect(await server.status('/healthz')).toBe(200);
    expect(await server.status('/readyz')).toBe(503);
    const response = await server.ask(question);
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('1');
    expect(await codesOf(response)).toEqual(['DATABASE_UNAVAILABLE']);
    expect((await server.ask('{ __typename }')).status).toBe(200);
  }

  test('starts without it and waits', { timeout: START_LIMIT }, async () => {
    await server.until('/healthz', 200, START_LIMIT);
    await expectAway();
  });

  test('becomes ready by itself when it comes', { timeout: START_LIMIT }, async () => {
    await proxy.up();
    await server.until('/readyz', 200, START_LIMIT);
    expect((await server.ask(question)).status).toBe(200);
  });

  test('is away with it and back within five seconds', async () => {
    await proxy.down();
    await server.until('/readyz', 503, 5_000);
    await expectAway();
    await proxy.up();
    expect(await server.until('/readyz', 200, 10_000)).toBeLessThan(5_000);
    expect((await server.ask(question)).status).toBe(200);
  });

  test('survives that all its connections are cut', async () => {
    proxy.cut();
    const answers = await Promise.all(Array.from({ length: 20 }, () => server.ask(question)));
    for (const { status } of answers) expect([200, 503]).toContain(status);
    await server.until('/readyz', 200, 5_000);
    expect((await server.ask(question)).status).toBe(200);
  });

  test('does not hang with one that is frozen', async () => {
    proxy.freeze();
    const started = performance.now();
    const ready = server.status('/readyz').then((status) => {
      expect(status).toBe(503);
      expect(performance.now() - started).toBeLessThan(3_500);
    });
    const response = await server.ask(question);
    expect([503, 504]).toContain(response.status);
    expect(performance.now() - started).toBeLessThan(7_000);
    await ready;
    expect(await server.status('/healthz')).toBe(200);
    proxy.thaw();
    await server.until('/readyz', 200, 10_000);
  });

  test('stops on SIGTERM with status 0', async () => {
    expect(await server.stop()).toBe(0);
  });
});

describe('a server with the embedded database', () => {
  let dataDir: string;
  let server: ServerProcess;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'nianbao-server-'));
    server = await spawnServer({ DATA_DIR: dataDir });
    await server.until('/readyz', 200, START_LIMIT);
  });
  afterAll(async () => {
    server.process.kill('SIGKILL');
    await rm(dataDir, { recursive: true, force: true });
  });

  test('prints where to look and what that database is for', () => {
    expect(server.printed()).toContain(`${server.url}/graphql`);
    expect(server.printed()).toContain('for trial and a single office');
  });

  test('refuses a second process on the same folder and names the first', async () => {
    const second = await spawnServer({ DATA_DIR: dataDir });
    expect(await second.exited).toBe(1);
    expect(second.printed()).toContain(String(server.process.pid));
    expect((await server.ask(question)).status).toBe(200);
  });

  test('stops on SIGTERM with status 0 and leaves the folder to the next', async () => {
    const started = performance.now();
    expect(await server.stop()).toBe(0);
    expect(performance.now() - started).toBeLessThan(10_000);
    server = await spawnServer({ DATA_DIR: dataDir });
    await server.until('/readyz', 200, START_LIMIT);
    expect(await server.stop()).toBe(0);
  });
});

test('a setting that cannot be used ends the start with a sentence', async () => {
  const server = await spawnServer({ PORT: 'http', DATABASE_URL: 'mysql://root:secret@db/x' });
  expect(await server.exited).toBe(1);
  expect(server.printed()).toContain('PORT must be a whole number from 0 to 65535');
  expect(server.printed()).toContain('DATABASE_URL must be an address such as');
  expect(server.printed()).not.toContain('secret@db');
});

test('a server told to stop while it starts ends with status 0', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'nianbao-server-'));
  const server = await spawnServer({ DATA_DIR: dataDir });
  // The lock is the first thing of the database that can be seen from outside.
  while (!existsSync(join(dataDir, 'lock'))) await sleep(50);
  expect(await server.stop()).toBe(0);
  await rm(dataDir, { recursive: true, force: true });
});
