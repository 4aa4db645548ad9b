import { afterAll, beforeAll, expect, it } from 'vitest';
import { seedRegistry } from '../../../src/registry/seed-registry.js';
import { fileReport } from '../../../src/filing/file-reports.js';
import { verifySums } from '../../../src/filing/kept/verify-sums.js';
import { fileNational } from '../../../src/filing/synth/file-national.js';
import { createTestDatabase } from '../../support/database.js';
import type { TestDatabase } from '../../support/database.js';
import { createAgency, formOfYear, inputOf } from '../reports.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
  await seedRegistry(test.database);
});
afterAll(() => test.drop());

const fill = async (reports: number, seed: string): Promise<number> => {
  let filed = 0;
  await fileNational(test.database, { reports, seed }, (more) => (filed += more));
  return filed;
};

const stored = async (): Promise<number> => {
  const [line] = await test.database.query<{ n: number }>('select count(*)::int as n from report');
  return line?.n ?? 0;
};

it('fills a database of its own with sums that are right, goes on, and repeats nothing', async () => {
  expect(await fill(20, 'a')).toBe(20);
  expect(await fill(60, 'a')).toBe(60);
  expect(await stored()).toBe(60);
  expect(await verifySums(test.database)).toBeNull();
}, 120_000);

it('refuses a database that was filled with another seed', async () => {
  await expect(fill(20, 'b')).rejects.toThrow(/not made with this seed/);
  expect(await stored()).toBe(60);
});

it('refuses a database that holds real reports', async () => {
  const real = await createTestDatabase();
  try {
    const agency = await createAgency(real.database);
    await fileReport(real.database, inputOf(formOfYear(2023), agency));
    await expect(
      fileNational(real.database, { reports: 10, seed: 'a' }, () => undefined),
    ).rejects.toThrow(/database of their own/);
  } finally {
    await real.drop();
  }
});
