/**
 * Whether the memory of an import grows with what it imports: so many pages, Word files, workbooks and PDFs through
 * `nianbao import` into a PostgreSQL of its own, with the resident memory of the process after each part.
 *   npm run bench:memory -- [--files N]
 * Bar: in the last quarter the median is at most 1.15 times that of the second. Exit status 1 where it is missed.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startPostgres } from '../test/support/postgres-server.js';
import { diceFrom } from '../test/support/render/dice.js';
import { printers } from '../test/support/render/printers.js';
import { randomReport } from '../test/support/render/random-report.js';

const { values } = parseArgs({ options: { files: { type: 'string', default: '10000' } } });
const count = Number(values.files);
const FORMATS = ['HTML', 'DOCX', 'XLSX', 'PDF'] as const;
const MOST_GROWTH = 1.15;
const PARTS = 10;
/** Milliseconds between two looks. */
const PAUSE = 500;
const cli = fileURLToPath(new URL('../dist/src/cli.js', import.meta.url));

interface Look {
  reports: number;
  megabytes: number;
}

/** Files of random reports, each of an agency of its own, and the list that says whose they are. */
function writeFiles(folder: string): string {
  const list = ['file,agency,year'];
  for (let i = 1; i <= count; i++) {
    const format = FORMATS[i % FORMATS.length]!;
    const dice = diceFrom(i);
    const name = `${i}.${format.toLowerCase()}`;
    writeFileSync(join(folder, name), printers[format]!(randomReport(dice), dice));
    list.push(`${name},第${i}局,2024`);
  }
  const manifest = join(folder, 'files.csv');
  writeFileSync(manifest, `${list.join('\n')}\n`);
  return manifest;
}

/** Resident memory of a process in MB; 0 where it has ended. */
const residentOf = ({ pid }: ChildProcess): number =>
  Number(spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).stdout) / 1024;

async function watch(child: ChildProcess, url: string): Promise<Look[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const looks: Look[] = [];
  while (child.exitCode === null) {
    await sleep(PAUSE);
    const counted = await client
      .query<{ n: number }>('select count(*)::int as n from report')
      .catch(() => ({ rows: [] }));
    const megabytes = residentOf(child);
    if (megabytes > 0) looks.push({ reports: counted.rows[0]?.n ?? 0, megabytes });
  }
  await client.end();
  return looks;
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

const between = (looks: readonly Look[], from: number, to: number): number[] =>
  looks
    .filter(({ reports }) => reports > from * count && reports <= to * count)
    .map(({ megabytes }) => megabytes);

const folder = mkdtempSync(join(tmpdir(), 'nianbao-import-'));
const postgres = await startPostgres();
try {
  const manifest = writeFiles(folder);
  const started = performance.now();
  const child = spawn(process.execPath, [cli, 'import', folder, '--manifest', manifest], {
    env: { ...process.env, DATABASE_URL: postgres.url, LC_ALL: 'C' },
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  const looks = await watch(child, postgres.url);
  const seconds = (performance.now() - started) / 1000;
  for (let part = 0; part < PARTS; part++) {
    const megabytes = between(looks, part / PARTS, (part + 1) / PARTS);
    console.log(
      `up to ${Math.round(((part + 1) / PARTS) * count)} files: ${median(megabytes).toFixed(0)} MB`,
    );
  }
  const stored = looks.at(-1)?.reports ?? 0;
  const growth = median(between(looks, 0.75, 1)) / median(between(looks, 0.25, 0.5));
  const peak = Math.max(...looks.map(({ megabytes }) => megabytes));
  console.log(
    `${stored} of ${count} files stored in ${seconds.toFixed(0)} s; peak ${peak.toFixed(0)} MB; ` +
      `last quarter ${growth.toFixed(2)} × the second, bar ${MOST_GROWTH}`,
  );
  process.exitCode = growth <= MOST_GROWTH && stored > count * 0.9 ? 0 : 1;
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
