import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const lifecycle = new URL('../../src/server/lifecycle.ts', import.meta.url).href;
const root = fileURLToPath(new URL('../../', import.meta.url));

/** Runs a supervised process that does what `act` says; its exit status and what it logged. */
async function supervised(act: string): Promise<{ status: number | null; logged: string }> {
  const script = `
    const { superviseProcess } = await import('${lifecycle}');
    const log = Object.fromEntries(['info', 'error', 'fatal'].map((level) =>
      [level, (entry, text) => console.log(level, text, entry.err?.message ?? '')]));
    const app = { log, server: { closeAllConnections() {} }, close: () => Promise.resolve() };
    const readiness = { draining: () => console.log('draining') };
    superviseProcess({ app, readiness, drainSeconds: 1, closeRest: () => Promise.resolve() });
    ${act}`;
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', script],
    { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  let logged = '';
  child.stdout.on('data', (bytes: Buffer) => (logged += bytes.toString()));
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { status, logged };
}

test('a rejection that nobody handles is logged and the process goes on', async () => {
  const { status, logged } = await supervised(
    "void Promise.reject(new Error('lost')); setTimeout(() => process.exit(7), 200);",
  );
  expect(logged).toContain('error unhandled rejection lost');
  expect(status).toBe(7);
});

test('an exception that nobody catches is logged and ends the process with status 1', async () => {
  const { status, logged } = await supervised(
    "setTimeout(() => { throw new Error('broken'); }, 10); setTimeout(() => {}, 60_000);",
  );
  expect(logged).toContain('fatal uncaught exception broken');
  expect(status).toBe(1);
});

test.each(['SIGTERM', 'SIGINT'])('%s stops in order and ends with status 0', async (signal) => {
  const { status, logged } = await supervised(
    `process.kill(process.pid, '${signal}'); setTimeout(() => {}, 60_000);`,
  );
  expect(logged).toContain('draining');
  expect(status).toBe(0);
});

test('a second signal ends the process at once', async () => {
  const { status } = await supervised(
    `process.kill(process.pid, 'SIGTERM');
     setTimeout(() => process.kill(process.pid, 'SIGTERM'), 50);
     setTimeout(() => {}, 60_000);`,
  );
  expect(status).toBe(1);
});
