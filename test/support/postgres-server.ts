import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { installedBinaries, isOpenToAll, packagedPostgres } from './postgres-binaries.js';

export interface PostgresServer {
  /** Of the database `postgres`. */
  url: string;
  pid: number;
  stop: () => Promise<void>;
}

interface Account {
  uid: number;
  gid: number;
}

/** PostgreSQL refuses to run as root: it then runs as the user postgres, else as nobody. */
const accountForServer = (): Account | null => {
  if (process.getuid?.() !== 0) return null;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([n]) => n === 'nobody');
  if (!user) throw new Error('as root the tests need a user postgres or nobody to run PostgreSQL');
  return { uid: Number(user[2]), gid: Number(user[3]) };
};

/** The package's files where the server's account can reach them. */
const packagedBinaries = (directory: string, account: Account | null): string => {
  const native = packagedPostgres();
  if (!account || isOpenToAll(join(native, 'bin', 'postgres'))) return join(native, 'bin');
  cpSync(native, join(directory, 'native'), { recursive: true, verbatimSymlinks: true });
  return join(directory, 'native', 'bin');
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

const settings = (port: number, more: readonly string[]): string[] =>
  [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'fsync=off',
    'full_page_writes=off',
    'synchronous_commit=off',
    'max_connections=100',
    'shared_buffers=64MB',
    'timezone=UTC',
    ...more,
  ].flatMap((setting) => ['-c', setting]);

export interface PostgresOptions {
  /** `packaged` takes the npm package even where Debian's is installed. */
  source?: 'installed' | 'packaged';
  /** A folder that stays with its data, to be started from again; else a temporary one. */
  directory?: string;
  /** Further settings, `name=value`. */
  settings?: readonly string[];
}

/** Starts a PostgreSQL on a free port of the loopback, as root and as anyone else. */
export const startPostgres = async ({
  source = 'installed',
  directory: kept,
  settings: more = [],
}: PostgresOptions = {}): Promise<PostgresServer> => {
  const account = accountForServer();
  const directory = kept ?? mkdtempSync(join(tmpdir(), 'nianbao-postgres-'));
  if (kept !== undefined) mkdirSync(kept, { recursive: true });
  if (account) chownSync(directory, account.uid, account.gid);
  chmodSync(directory, 0o755);
  try {
    const installed = source === 'installed' ? installedBinaries() : null;
    const bin = installed ?? packagedBinaries(directory, account);
    return await run(bin, account, { directory, isKept: kept !== undefined, more });
  } catch (error) {
    if (kept === undefined) rmSync(directory, { recursive: true, force: true });
    throw error;
  }
};

interface Place {
  directory: string;
  isKept: boolean;
  more: readonly string[];
}

const run = async (
  bin: string,
  account: Account | null,
  { directory, isKept, more }: Place,
): Promise<PostgresServer> => {
  const data = join(directory, 'data');
  const as = {
    ...account,
    cwd: directory,
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
  };
  if (!existsSync(data)) {
    const made = spawnSync(
      join(bin, 'initdb'),
      ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
      { ...as, encoding: 'utf8' },
    );
    if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr || String(made.error)}`);
  }
  const port = await freePort();
  const server = spawn(join(bin, 'postgres'), ['-D', data, ...settings(port, more)], {
    ...as,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const log: string[] = [];
  server.stderr.on('data', (chunk: Buffer) => log.push(chunk.toString()));
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const stop = stopper(server, isKept ? null : directory);
  try {
    await ready(url, server, log);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, pid: server.pid ?? 0, stop };
};

const ready = async (url: string, server: ChildProcess, log: string[]): Promise<void> => {
  for (let tries = 0; tries < 300; tries++) {
    if (server.exitCode !== null) break;
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await sleep(100);
    }
  }
  throw new Error(`PostgreSQL did not start: ${log.slice(-20).join('')}`);
};

/** Stops the server with its temporary folder: at the end, at the exit of this process, and even when this process is killed. */
const stopper = (server: ChildProcess, temporary: string | null): (() => Promise<void>) => {
  const remove = (): void => {
    if (temporary !== null) rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  };
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const end = (): void => {
    server.kill('SIGQUIT');
    remove();
  };
  process.once('exit', end);
  const watchdog = watch(server.pid ?? 0, temporary);
  return async () => {
    process.removeListener('exit', end);
    if (server.exitCode === null && server.signalCode === null) {
      server.kill('SIGCONT');
      server.kill('SIGINT');
      await Promise.race([gone, sleep(10_000, undefined, { ref: false })]);
      server.kill('SIGKILL');
    }
    watchdog?.kill();
    remove();
  };
};

const watch = (pid: number, temporary: string | null): ChildProcess | null => {
  if (process.platform === 'win32') return null;
  const script = `while kill -0 ${process.pid} 2>/dev/null; do sleep 2; done; kill -QUIT ${pid}; sleep 1${temporary === null ? '' : `; rm -rf '${temporary}'`}`;
  const watchdog = spawn('/bin/sh', ['-c', script], { detached: true, stdio: 'ignore' });
  watchdog.unref();
  return watchdog;
};
