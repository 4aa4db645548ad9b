/** Starts the built server on a free port with a database of its own, asks it over HTTP, stops it. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const START_LIMIT = 120_000;
const STOP_LIMIT = 15_000;

/** Resolves with the address that the server prints when it serves. */
function addressOf(server) {
  return new Promise((resolve, reject) => {
    let printed = '';
    const limit = setTimeout(
      () => reject(new Error('the server did not start in time')),
      START_LIMIT,
    );
    server.stdout.on('data', (bytes) => {
      printed += bytes;
      const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(printed) ?? [];
      if (!address) return;
      clearTimeout(limit);
      resolve(address);
    });
    server.on('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
}

/** Asks SIGTERM of the server and resolves with its exit status. */
function stop(server) {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => {
      server.kill('SIGKILL');
      reject(new Error('the server did not stop in time'));
    }, STOP_LIMIT);
    server.removeAllListeners('exit');
    server.on('exit', (code) => {
      clearTimeout(limit);
      resolve(code);
    });
    server.kill('SIGTERM');
  });
}

/** Runs `check(address)` against a server of its own, started and stopped around it. */
export async function withServer(check) {
  const dataDir = mkdtempSync(join(tmpdir(), 'nianbao-smoke-'));
  const server = spawn(process.execPath, [main], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    await check(await addressOf(server));
    const status = await stop(server);
    if (status !== 0) throw new Error(`the server ended with ${status} after SIGTERM`);
  } finally {
    server.kill('SIGKILL');
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** The data of a GraphQL answer; throws where it has errors. */
export async function ask(address, query) {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}
