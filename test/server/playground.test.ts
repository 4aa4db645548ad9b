import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, validate } from 'graphql';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApiSchema } from '../../src/resolvers/build.js';
import { startServer, type RunningServer } from './start.js';

const source = fileURLToPath(new URL('../../src/console/playground/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'nianbao-playground-'));
let server: RunningServer;

beforeAll(async () => {
  await build({
    configFile: join(source, 'vite.config.ts'),
    logLevel: 'silent',
    build: { outDir: folder, emptyOutDir: true },
  });
  server = await startServer({ playground: folder });
});
afterAll(async () => {
  await server.app.close();
  rmSync(folder, { recursive: true });
});

const asBrowser = { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } };

test('a browser finds the playground at /graphql', async () => {
  const response = await fetch(`${server.url}/graphql`, asBrowser);
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(await response.text()).toContain('<div id="playground">');
});

test('a program that asks /graphql is not given the page', async () => {
  const response = await fetch(`${server.url}/graphql`, { headers: { accept: '*/*' } });
  expect(response.headers.get('content-type')).toContain('application/json');
});

test('the page loads nothing from another host, and its policy would not let it', async () => {
  const response = await fetch(`${server.url}/graphql`, asBrowser);
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'self'");
  expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
  const page = await response.text();
  const addresses = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address!);
  expect(addresses.length).toBeGreaterThan(1);
  for (const address of addresses.filter((each) => each !== 'data:,')) {
    expect(address).toMatch(/^\/playground\/assets\//);
    const file = await fetch(`${server.url}${address}`);
    expect(file.status).toBe(200);
    expect(file.headers.get('cache-control')).toContain('immutable');
  }
});

test('no style or script of the playground fetches from another host', () => {
  const assets = join(folder, 'assets');
  for (const name of readdirSync(assets)) {
    const text = readFileSync(join(assets, name), 'utf8');
    expect(text, name).not.toMatch(/url\(\s*['"]?(?:https?:)?\/\//);
    expect(text, name).not.toMatch(/(?:import|fetch|importScripts)\(\s*["'`](?:https?:)?\/\//);
  }
});

test('the playground is smaller than ten megabytes', () => {
  const assets = join(folder, 'assets');
  const sizes = readdirSync(assets).map((name) => statSync(join(assets, name)).size);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(10_000_000);
});

test('files beside the playground cannot be reached through it', async () => {
  for (const path of ['..%2f..%2fpackage.json', '%2e%2e/index.html', '.%00', '']) {
    const { status } = await fetch(`${server.url}/playground/assets/${path}`);
    expect(status, path).toBeGreaterThanOrEqual(400);
    expect(status, path).toBeLessThan(500);
  }
});

test('a server that hides its schema has no playground', async () => {
  const closed = await startServer({ playground: folder }, { INTROSPECTION: 'off' });
  const page = await fetch(`${closed.url}/graphql`, asBrowser);
  expect(await page.text()).not.toContain('id="playground"');
  expect((await fetch(`${closed.url}/playground/assets/x.js`)).status).toBe(404);
  const hidden = await closed.post({ query: '{ __schema { types { name } } }' });
  expect(hidden.status).toBe(400);
  const near = await (await closed.post({ query: '{ sector { code } }' })).text();
  expect(near).not.toContain('Did you mean');
  await closed.app.close();
});

test('six example queries are open, each valid for the schema', async () => {
  const schema = await buildApiSchema();
  const examples = readdirSync(join(source, 'examples')).sort();
  expect(examples).toHaveLength(6);
  const tabs = readFileSync(join(source, 'examples.ts'), 'utf8');
  for (const name of examples) {
    const document = parse(readFileSync(join(source, 'examples', name), 'utf8'));
    expect(validate(schema, document), name).toEqual([]);
    expect(tabs).toContain(`./examples/${name}?raw`);
  }
});
