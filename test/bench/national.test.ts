import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measureServer, lookInto } from '../../bench/national/measure.js';
import { questions } from '../../bench/national/questions.js';
import { missed, withTables, type Measurement } from '../../bench/national/tables.js';
import type { Database } from '../../src/entities/database.js';
import { openDatabase } from '../../src/entities/database.js';
import { foldSums } from '../../src/filing/kept/fold-sums.js';
import { fileNational } from '../../src/filing/synth/file-national.js';
import { seedRegistry } from '../../src/registry/seed-registry.js';
import { ask } from '../support/api.js';
import { createTestUrl } from '../support/database.js';
import { administer } from '../support/template-database.js';
import { scansOf } from '../support/scans.js';

/** A country of 5,000 reports. */
const REPORTS = 5_000;

let database: Database;
let url: string;
let drop: () => Promise<void>;
beforeAll(async () => {
  ({ url, drop } = await createTestUrl());
  database = await openDatabase({ databaseUrl: url, dataDir: '' });
  await seedRegistry(database);
  await fileNational(database, { seed: '1', reports: REPORTS }, () => undefined);
  await foldSums(database);
  await administer(url, 'analyze');
}, 600_000);
afterAll(async () => {
  await database.close();
  await drop();
});

describe('the measurement', () => {
  it('finds every answer right and every rate above nothing', async () => {
    const effort = { seconds: 0.5, rounds: 1, checked: 10, source: true };
    const found = await measureServer(url, effort, () => undefined);
    expect(found.reports).toBe(REPORTS);
    expect(found.questions.map(({ name }) => name)).toEqual(questions.map(({ name }) => name));
    for (const { cached, uncached, bare, ceiling } of found.questions) {
      for (const { rate, p50, p99, failed } of [cached, uncached, bare, ceiling]) {
        expect(rate).toBeGreaterThan(0);
        expect(p99).toBeGreaterThanOrEqual(p50);
        expect(failed).toBe(0);
      }
    }
  }, 300_000);

  it('stands in docs/performance.md as it was made last', () => {
    const made = JSON.parse(readFileSync('bench/national.json', 'utf8')) as Measurement;
    const page = readFileSync('docs/performance.md', 'utf8');
    const plain = (text: string): string => text.replace(/[ -]+/g, ' ');
    expect(plain(withTables(page, made))).toBe(plain(page));
  });

  it('names what misses its bar', () => {
    const load = { rate: 100, p50: 1, p99: 2, failed: 0 };
    const question = {
      ...{ name: 'Q1', says: '', ratioCached: 0.9, ratioUncached: 0.4 },
      ...{ cached: load, uncached: load, bare: load, ceiling: load },
    };
    const size = { reports: 9, questions: [question], memoryCached: 300, memoryUncached: 300 };
    const made: Measurement = {
      machine: { on: '', processors: '', memoryGb: 1, system: '', node: '' },
      filledBefore: false,
      sizes: [size],
      scale: { Q1: 0.8 },
      embedded: null,
    };
    expect(missed(made)).toEqual([]);
    const slow = { ...question, ratioUncached: 0.39, cached: { ...load, p99: 5 } };
    expect(
      missed({ ...made, scale: { Q1: 0.7 }, sizes: [{ ...size, questions: [slow] }] }),
    ).toEqual(['Q1 without cache at 9', 'p99 of Q1 at 9', 'Q1 at ten times the reports']);
  });
});

describe('a question to the API', () => {
  const folder = new URL('../queries/', import.meta.url);

  it('reads no table that grows with reports from end to end', async () => {
    const { world } = await lookInto(url);
    const names = (await readdir(folder)).filter((name) => name.endsWith('.graphql'));
    const texts = await Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')));
    const asked = [
      ...questions.map((one) => [one.document, one.asked(world)[7]?.variables ?? {}] as const),
      ...texts.map((text) => [text, {}] as const),
      ...MORE.map((text) => [text, {}] as const),
    ];
    let statements = 0;
    for (const [document, variables] of asked) {
      const scans = await scansOf(database, (watched) => ask(watched, document, variables));
      statements += scans.statements;
      expect(scans.tables, document).toEqual([]);
    }
    expect(statements).toBeGreaterThan(50);
  }, 120_000);

  it('would be found out if it did', async () => {
    const read = (watched: Database): Promise<unknown> =>
      watched.query(
        `select count(*) from report where title like '%年%' and is_newest is not null`,
      );
    expect((await scansOf(database, read)).tables).toEqual(['report']);
  });
});

/** What the others leave out. */
const MORE = [
  `{ reports(first: 5) { totalCount nodes { sections { text } statements { metric } cells { raw } checkResults { status }
       source { sha256 } corrections { why } activeDisclosure2019 { regulations { produced } } } } }`,
  '{ reports(filter: { withFindings: [ERROR] }, first: 5) { totalCount nodes { findings { message } } } }',
  '{ findings(first: 5) { totalCount nodes { message report { id } cells { raw } } } }',
  '{ findings(filter: { regions: ["410000"] }, severities: [ERROR], first: 5) { nodes { message } } }',
  '{ agencies(first: 5) { totalCount nodes { name reports(first: 2) { nodes { year } } aliases sectors { code } } } }',
  '{ agencies(filter: { search: "公安" }, first: 5) { nodes { name } } }',
  '{ totals(groupBy: [AGENCY], first: 5) { totalCount nodes { key { agency { name } } coverage { reports } } } }',
  '{ totals(filter: { withoutFindings: [ERROR] }, groupBy: [YEAR]) { nodes { requests { received { total } } } } }',
  '{ totals(groupBy: [SECTOR, LEVEL], first: 5) { nodes { coverage { reports agencies } } } }',
  '{ totals { nodes { coverage { agencies } reports(first: 2) { totalCount nodes { id } } } } }',
];
