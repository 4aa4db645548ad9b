/**
 * What writing costs, on a PostgreSQL of its own: reports filed one by one by eight writers into one province, parsed
 * reports imported with everything that belongs to it, and what a report takes on the disk.
 *   npm run bench:filing -- [--reports N] [--json FILE]
 * Bars: 400 filed and 2,000 imported a second, less than 6 kB for printed rows and report row with their indexes. Exit
 * status 1 where one is missed, or where the kept totals are not those of a recount.
 */
import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { startPostgres } from '../test/support/postgres-server.js';
import { filingRate } from './filing/filing-rate.js';
import { importRate } from './filing/import-rate.js';
import { bytesAReport } from './filing/storage.js';
import { withFreshDatabase } from './filing/fresh-database.js';

const { values } = parseArgs({
  options: { reports: { type: 'string', default: '10000' }, json: { type: 'string' } },
});
const reports = Number(values.reports);

const BARS = { filed: 400, imported: 2_000, bytes: 6_000 };

const postgres = await startPostgres();
const filed = await withFreshDatabase(postgres.url, (database) =>
  filingRate(database, Math.ceil(reports / 4)),
);
const imported = await withFreshDatabase(postgres.url, async (database) => ({
  ...(await importRate(database, reports)),
  storage: await bytesAReport(database),
}));
await postgres.stop();

const { storage } = imported;
const rows: [string, string, string][] = [
  ['filed one by one, 8 writers, one province', `${filed.aSecond} /s`, `≥ ${BARS.filed} /s`],
  ['imported from parsed lines, totals folded', `${imported.aSecond} /s`, `≥ ${BARS.imported} /s`],
  ['  until all is stored, some totals unfolded', `${imported.unfoldedASecond} /s`, ''],
  ['printed rows, report row, indexes', `${storage.rows} B`, `< ${BARS.bytes} B`],
  ['text', `${storage.text} B`, ''],
  ['findings', `${storage.findings} B`, ''],
  ['evidence: cells, results of checks', `${storage.evidence} B`, ''],
  ['signatures of texts', `${storage.signatures} B`, ''],
  ['original documents', `${storage.originals} B`, ''],
  ['kept sums', `${storage.sums} B`, ''],
];
for (const [what, measured, bar] of rows) {
  console.log(`${what.padEnd(46)}${measured.padStart(14)}   ${bar}`);
}
console.log(`reports: ${reports}, deadlocks: ${filed.deadlocks}`);

if (values.json !== undefined) {
  const machine = { cpu: cpus()[0]?.model ?? '', cores: cpus().length, node: process.version };
  writeFileSync(values.json, `${JSON.stringify({ machine, reports, filed, imported }, null, 2)}\n`);
}

const isMissed =
  filed.aSecond < BARS.filed ||
  imported.aSecond < BARS.imported ||
  storage.rows >= BARS.bytes ||
  filed.wrong !== null ||
  imported.wrong !== null;
process.exitCode = isMissed ? 1 : 0;
