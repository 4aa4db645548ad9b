import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const root = fileURLToPath(new URL('../../', import.meta.url));

/** The program as a process of its own, as an operator runs it. */
export interface ServerProcess {
  readonly process: ChildProcess;
  readonly url: string;
  /** What it has printed so far, both streams. */
  printed(): string;
  /** Its exit status, as soon as it has one. */
  readonly exited: Promise<number | null>;
  /** Sends SIGTERM and waits for the end. */
  stop(): Promise<number | null>;
  /** The status of an address, 0 where nothing listens. */
  status(path: string): Promise<number>;
  /** Waits until an address answers with that status; the milliseconds it took. */
  until(path: string, status: number, limit: number): Promise<number>;
  ask(query: string): Promise<Response>;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** Starts the program; the environment given comes on top of a free port and no sample data. */
export async function spawnServer(environment: Record<string, string>): Promise<ServerProcess> {
  const port = await freePort();
  const child = spawn(process.execPath, ['--import', 'tsx', main], {
    cwd: root,
    env: { PATH: process.env['PATH'], PORT: String(port), SAMPLES: 'off', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  child.stdout.on('data', (bytes: Buffer) => (text += bytes.toString()));
  child.stderr.on('data', (bytes: Buffer) => (text += bytes.toString()));
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve));
  const url = `http://127.0.0.1:${port}`;
  const status = (path: string) =>
    fetch(`${url}${path}`).then(
      (response) => response.status,
      () => 0,
    );
  return {
    process: child,
    url,
    printed: () => text,
    exited,
    status,
    stop: () => {
      child.kill('SIGTERM');
      return exited;
    },
    async until(path, wanted, limit) {
      const started = performance.now();
      while ((await status(path)) !== wanted) {
        if (performance.now() - started > limit || child.exitCode !== null) {
          throw new Error(`${path} was not ${wanted} within ${limit} ms: ${text}`);
        }
        await sleep(50);
      }
      return performance.now() - started;
    },
    ask: (query) =>
      fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      }),
  };
}
