/**
 * What answers cost on national scale, held against node:http and pg alone on the same tables in the same run.
 *   npm run bench                                     100,000 reports, filled by `nianbao synth` into a PostgreSQL of its own
 *   npm run bench -- --reports 100000,1000000         also how throughput holds when ten times as many are stored
 *   npm run bench -- --database URL                   a database that was filled before
 * Prints a table, writes bench/national.json and the table of docs/performance.md. Exit status 1 where a bar is missed.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres } from '../test/support/postgres-server.js';
import { measureEmbedded } from './national/embedded.js';
import { fillEmbedded, fillServer } from './national/fill.js';
import { machine } from './national/machine.js';
import { measureServer, type Effort, type MeasuredSize } from './national/measure.js';
import { missed, tables, writeTables, type Measurement } from './national/tables.js';
import { measureScale } from './national/scale.js';
import { COMBINATIONS } from './national/world.js';

const { values } = parseArgs({
  options: {
    reports: { type: 'string', default: '100000' },
    database: { type: 'string', multiple: true, default: [] },
    embedded: { type: 'string', default: '10000' },
    seconds: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '5' },
    checked: { type: 'string', default: String(COMBINATIONS) },
  },
});
const effort: Effort = {
  seconds: Number(values.seconds),
  rounds: Number(values.rounds),
  checked: Number(values.checked),
  source: false,
};
const tell = (line: string): void => console.error(line);

/** The databases to measure, the smallest first. */
async function filled(server: string): Promise<string[]> {
  const urls: string[] = [];
  for (const reports of values.reports.split(',').map(Number)) {
    urls.push(await fillServer(server, { reports, source: false }, tell));
  }
  return urls;
}

async function measureServers(): Promise<Pick<Measurement, 'sizes' | 'scale'>> {
  const server =
    values.database.length > 0
      ? null
      : await startPostgres({ settings: ['shared_buffers=1GB', 'max_wal_size=4GB'] });
  try {
    const urls = server ? await filled(server.url) : values.database;
    const sizes: MeasuredSize[] = [];
    for (const url of urls) sizes.push(await measureServer(url, effort, tell));
    const [few, many] = [urls.at(0), urls.at(-1)];
    const scale = few && many && few !== many ? await measureScale([few, many], effort) : null;
    return { sizes, scale };
  } finally {
    await server?.stop();
  }
}

async function measureOwnEngine(): Promise<Measurement['embedded']> {
  const reports = Number(values.embedded);
  if (reports === 0) return null;
  const dataDir = mkdtempSync(join(tmpdir(), 'nianbao-bench-'));
  try {
    await fillEmbedded(dataDir, { reports, source: false }, tell);
    return { reports, questions: await measureEmbedded(dataDir, effort) };
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const measurement: Measurement = {
  machine: machine(),
  filledBefore: values.database.length > 0,
  ...(await measureServers()),
  embedded: await measureOwnEngine(),
};
writeFileSync(
  new URL('national.json', import.meta.url),
  `${JSON.stringify(measurement, null, 2)}\n`,
);
writeTables(measurement);
console.log(tables(measurement));
const bars = missed(measurement);
console.log(bars.length === 0 ? 'Every bar is met.' : `Missed: ${bars.join('; ')}`);
process.exitCode = bars.length === 0 ? 0 : 1;
