/**
 * What reading costs, in CPU time: pages against parse5 alone on the same bytes, and text.
 *   npm run bench:reading
 * Bars: at most 3 × parse5, and at least 100 pages of 60–70 kB a second a core. Exit status 1 where one is missed.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'parse5';
import { reportPage } from '../test/support/report-page.js';
import type { Cell } from '../test/support/report-page.js';

/** The reader as it is built: what runs from source carries the costs of its loader. */
const built = new URL(process.env['BUILT'] ?? '../dist/src/ingest/ingest.js', import.meta.url);
const { formOfPage, ingest, readPage } = (await import(
  built.href
)) as typeof import('../src/ingest/ingest.js');

const docs = new URL('../test/fixtures/corpus/docs/', import.meta.url);
const ROUNDS = 30;
const MOST_TIMES_PARSE5 = 3;
const LEAST_PAGES_A_SECOND = 100;

const corpus = (kind: RegExp): Buffer[] =>
  readdirSync(docs)
    .filter((name) => kind.test(name) && !name.startsWith('neg-'))
    .map((name) => readFileSync(new URL(name, docs)));

/** A page as Word and a site's editor leave it, of 60 to 70 kB. */
function wordyPage(seed: number): Buffer {
  const cell = ({ text, rowSpan = 1, columnSpan = 1 }: Cell): string =>
    `<td rowspan="${rowSpan}" colspan="${columnSpan}" style="border:1px solid #000;padding:0"><p class="MsoNormal" style="text-align:center;line-height:20pt"><span style="font-family:宋体;font-size:12pt">${text}</span></p></td>`;
  return Buffer.from(
    reportPage({
      title: `云岭县第${seed}水利局2024年政府信息公开工作年度报告`,
      table: (rows) =>
        `<table>${rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</table>`,
    }),
  );
}

/** Least CPU seconds of each task over several rounds, taken in turns: other work on the machine only adds. */
async function costs(...tasks: readonly (() => unknown)[]): Promise<number[]> {
  const least = tasks.map(() => Infinity);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, task] of tasks.entries()) {
      const from = process.cpuUsage();
      await task();
      const { user, system } = process.cpuUsage(from);
      least[i] = Math.min(least[i]!, (user + system) / 1e6);
    }
  }
  return least;
}

const parseAll = (files: readonly Buffer[]) => (): void => {
  for (const file of files) parse(file.toString('utf8'));
};
/** From the bytes to the filled form: tables, facts, sections. */
const readAll = (files: readonly Buffer[]) => async (): Promise<void> => {
  for (const file of files) formOfPage(await readPage(file));
};
/** And what the prose states. */
const hearAll = (files: readonly Buffer[]) => async (): Promise<void> => {
  for (const file of files) await ingest(file, 'report');
};
const perSecond = (files: readonly unknown[], seconds: number): number =>
  Math.round(files.length / seconds);

const wordy = Array.from({ length: 10 }, (_, i) => wordyPage(i));
const kilobytes = Math.round(wordy[0]!.length / 1000);
let missed = false;
for (const [name, files] of [
  ['sample pages', corpus(/\.html$/)],
  [`pages of ${kilobytes} kB`, wordy],
] as const) {
  const [alone = 0, form = 0, whole = 0] = await costs(
    parseAll(files),
    readAll(files),
    hearAll(files),
  );
  const times = form / alone;
  const speed = perSecond(files, whole);
  missed ||= times > MOST_TIMES_PARSE5 || (files === wordy && speed < LEAST_PAGES_A_SECOND);
  console.log(
    `${name}: read at ${times.toFixed(2)} × the CPU of parse5 alone (${perSecond(files, alone)} a second a core), ` +
      `${speed} a second a core with the statements of their prose`,
  );
}
const texts = corpus(/\.(txt|md)$/);
const [text = 0] = await costs(hearAll(texts));
console.log(`sample texts: ${perSecond(texts, text)} a second a core`);
process.exitCode = missed ? 1 : 0;
