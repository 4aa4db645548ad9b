import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A server in a process of its own. */
export interface Served {
  url: string;
  pid: number;
  /** Resident memory in megabytes at its highest; null where the system does not tell. */
  memory: () => number | null;
  stop: () => Promise<void>;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const built = `${root}dist/src/main.js`;
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+/;

/** The server as it is built, or with `source` as it stands in src/. */
export const serveApi = (
  environment: Readonly<Record<string, string>>,
  source: boolean,
): Promise<Served> => {
  if (!source && !existsSync(built)) throw new Error('dist/ is missing: npm run build');
  const program = source ? ['--import', 'tsx', `${root}src/main.ts`] : [built];
  return serve(program, { PORT: '0', SAMPLES: 'off', NODE_ENV: 'production', ...environment });
};

export const serveBare = (databaseUrl: string): Promise<Served> =>
  serve(['--import', 'tsx', fileURLToPath(new URL('bare-server.ts', import.meta.url))], {
    DATABASE_URL: databaseUrl,
  });

/** Runs the command line to its end. @throws Error with what it printed */
export const runCli = (
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
  source: boolean,
): Promise<void> => {
  const program = source ? ['--import', 'tsx', `${root}src/cli.ts`] : [`${root}dist/src/cli.js`];
  const child = start([...program, ...words], environment);
  const printed = printedBy(child);
  return new Promise((resolve, reject) => {
    child.once('exit', (status) => {
      if (status === 0) resolve();
      else reject(new Error(`nianbao ${words.join(' ')} failed: ${printed()}`));
    });
  });
};

const start = (
  parameters: readonly string[],
  environment: Readonly<Record<string, string>>,
): ChildProcess =>
  spawn(process.execPath, parameters, {
    cwd: root,
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

const printedBy = (child: ChildProcess): (() => string) => {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (bytes: Buffer) => (text = `${text}${bytes.toString()}`.slice(-10_000)));
  }
  return () => text;
};

const serve = async (
  parameters: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Served> => {
  const child = start(parameters, environment);
  const printed = printedBy(child);
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  process.once('exit', () => child.kill('SIGKILL'));
  const url = await new Promise<string>((resolve, reject) => {
    void gone.then(() => reject(new Error(`a server ended: ${printed()}`)));
    child.stdout?.on('data', () => {
      const [address] = ADDRESS.exec(printed()) ?? [];
      if (address) resolve(address);
    });
  });
  return {
    url,
    pid: child.pid ?? 0,
    memory: () => highestMemory(child.pid ?? 0),
    stop: async () => {
      child.kill('SIGTERM');
      await gone;
    },
  };
};

const highestMemory = (pid: number): number | null => {
  const status = `/proc/${pid}/status`;
  if (!existsSync(status)) return null;
  const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(status, 'utf8')) ?? [];
  return kilobytes === undefined ? null : Number(kilobytes) / 1024;
};
