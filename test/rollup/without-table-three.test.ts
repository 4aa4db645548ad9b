import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foldSums } from '../../src/filing/kept/fold-sums.js';
import { verifySums } from '../../src/filing/kept/verify-sums.js';
import { importDocument } from '../../src/filing/import-document.js';
import { ingest } from '../../src/ingest/ingest.js';
import { findOrCreateAgency } from '../../src/registry/find-or-create-agency.js';
import { seedRegistry } from '../../src/registry/seed-registry.js';
import type { RequestTable, TotalGroup } from '../../src/rollup/shapes.js';
import { threeTablesOf } from '../../src/rollup/three-tables.js';
import { countedTotals, totals } from '../../src/rollup/totals.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

/** 县民政局 2023 prints table two in the edition of 2019 and no table three. */
const FILE = 'test/fixtures/corpus/docs/excerpt__mzj-jxx-2023.txt';
const WITH_TABLE = 'test/fixtures/corpus/docs/real-zhoukou-psb-2024.txt';

let test: TestDatabase;
let reportId: string;
beforeAll(async () => {
  test = await createTestDatabase();
  await seedRegistry(test.database);
  reportId = await filed(FILE);
});
afterAll(() => test.drop());

async function filed(file: string): Promise<string> {
  const options = { read: ingest, status: 'PUBLISHED', createAgencies: true } as const;
  const bytes = await readFile(file);
  const registry = { findOrCreateAgency };
  const outcome = await importDocument(test.database, registry, bytes, file, null, options);
  if (outcome.kind !== 'CREATED') throw new Error(JSON.stringify(outcome));
  return outcome.reportId;
}

const unstated = (table: RequestTable): number =>
  [
    table.received,
    table.carriedIn,
    ...table.outcomes.map(({ counts }) => counts),
    table.completed,
    table.carriedOut,
  ]
    .flatMap((counts) => Object.values(counts))
    .filter((value) => value === null).length;

const question = (years: readonly number[]) => ({ filter: { years }, groupBy: [], orderBy: null });

async function bothWays(years: readonly number[]): Promise<TotalGroup[]> {
  const page = { first: 5, after: null };
  const answers = [await totals(test.database, question(years), page)];
  await foldSums(test.database);
  answers.push(await totals(test.database, question(years), page));
  answers.push(await countedTotals(test.database, question(years), page));
  return answers.map(({ items }) => items[0]!.node);
}

describe('a report without table three', () => {
  it('leaves as many cells unstated as are shown, counted, kept and in the report', async () => {
    const tables = (await threeTablesOf(test.database, [{ id: reportId, year: 2023 }])).get(
      reportId,
    );
    expect(unstated(tables!.requests)).toBe(161);
    for (const { coverage, tables: summed } of await bothWays([2023])) {
      expect(coverage.unstatedCells.requests).toBe(161);
      expect(unstated(summed.requests)).toBe(161);
    }
    expect(await verifySums(test.database)).toBeNull();
  });

  it('adds no row to a total of reports that print the table', async () => {
    await filed(WITH_TABLE);
    for (const { coverage, tables } of await bothWays([2023, 2024])) {
      expect(coverage.reports).toBe(2);
      expect(tables.requests.outcomes).toHaveLength(21);
    }
  });
});
