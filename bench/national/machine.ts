import { arch, cpus, totalmem, type } from 'node:os';

/** What a measurement was made on, as far as it tells speeds apart. */
export interface Machine {
  /** ISO date. */
  on: string;
  processors: string;
  memoryGb: number;
  system: string;
  node: string;
}

export const machine = (): Machine => ({
  on: new Date().toISOString().slice(0, 10),
  processors: `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}`,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  system: `${type()} ${arch()}`,
  node: process.version,
});
