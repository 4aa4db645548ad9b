import { vi } from 'vitest';
import { program } from '../../src/cli/program.js';

export interface CliAnswer {
  status: number;
  out: string;
  err: string;
}

/** Runs a command in this process; DATABASE_URL has to be set. */
export async function runCli(...args: string[]): Promise<CliAnswer> {
  const written = { out: '', err: '' };
  const taking = (to: 'out' | 'err') =>
    ((text: string, done?: unknown) => {
      written[to] += text;
      if (typeof done === 'function') (done as () => void)();
      return true;
    }) as typeof process.stdout.write;
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(taking('out')),
    vi.spyOn(process.stderr, 'write').mockImplementation(taking('err')),
    vi.spyOn(console, 'log').mockImplementation((line: unknown) => {
      written.out += `${String(line)}\n`;
    }),
  ];
  process.exitCode = 0;
  try {
    await program(['--lang', 'EN', ...args]);
    return { status: process.exitCode, ...written };
  } finally {
    process.exitCode = 0;
    spies.forEach((spy) => spy.mockRestore());
  }
}
