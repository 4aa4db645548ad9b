/**
 * What reading Word files, workbooks and PDFs costs, in CPU time, from the bytes to the filled form.
 *   npm run bench:formats
 * Bars, a core: 60 Word files, 60 workbooks, 8 PDFs of five pages with text a second. Exit status 1 where one is missed.
 */
import { diceFrom } from '../test/support/render/dice.js';
import { asDocx } from '../test/support/render/docx-layouts.js';
import { asPdf } from '../test/support/render/pdf-layouts.js';
import { randomReport } from '../test/support/render/random-report.js';
import { asXlsx } from '../test/support/render/xlsx-layouts.js';

/** The reader as it is built: what runs from source carries the costs of its loader. */
const built = new URL(process.env['BUILT'] ?? '../dist/src/ingest/ingest.js', import.meta.url);
const { ingest } = (await import(built.href)) as typeof import('../src/ingest/ingest.js');

const FILES = 12;
const ROUNDS = 8;
/** Large type and wide lines stretch a report over five pages. */
const FIVE_PAGES = {
  size: 10,
  leading: 20,
  padding: 5,
  margin: 72,
  rules: 'all',
  overflows: false,
} as const;

const kinds: readonly (readonly [string, number, (seed: number) => Buffer])[] = [
  ['Word files', 60, (seed) => asDocx(randomReport(diceFrom(seed)), diceFrom(seed))],
  ['workbooks', 60, (seed) => asXlsx(randomReport(diceFrom(seed)), diceFrom(seed))],
  ['PDFs', 8, (seed) => asPdf(randomReport(diceFrom(seed)), diceFrom(seed), FIVE_PAGES)],
];

/** Least CPU seconds over several rounds: other work on the machine only adds. */
async function cost(files: readonly Buffer[]): Promise<number> {
  let least = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const from = process.cpuUsage();
    for (const file of files) await ingest(file, 'report');
    const { user, system } = process.cpuUsage(from);
    least = Math.min(least, (user + system) / 1e6);
  }
  return least;
}

const pagesOf = (file: Buffer): string =>
  file.subarray(0, 5).toString() === '%PDF-'
    ? `, ${/\/Count (\d+)/.exec(file.toString('latin1'))?.[1] ?? '?'} pages`
    : '';

let isMissed = false;
for (const [name, bar, make] of kinds) {
  const files = Array.from({ length: FILES }, (_, i) => make(i + 1));
  const rate = files.length / (await cost(files));
  isMissed ||= rate < bar;
  const kilobytes = Math.round(files.reduce((n, f) => n + f.length, 0) / files.length / 1000);
  console.log(
    `${name} (${kilobytes} kB${pagesOf(files[0]!)}): ${rate.toFixed(1)} a second a core, bar ${bar}`,
  );
}
process.exitCode = isMissed ? 1 : 0;
