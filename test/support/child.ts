import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A program of its own in TypeScript, for what only another process can show. */
export interface Child {
  process: ChildProcess;
  /** Lines it prints, as they come. */
  lines: AsyncIterableIterator<string>;
  /** Exit code, or the signal that ended it. */
  ended: Promise<number | string | null>;
  errors: () => string;
}

/** @param file beside this one */
export const startChild = (file: string, ...args: string[]): Child => {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', path, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  return {
    process: child,
    lines: createInterface({ input: child.stdout })[Symbol.asyncIterator](),
    ended: new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal))),
    errors: () => errors,
  };
};
