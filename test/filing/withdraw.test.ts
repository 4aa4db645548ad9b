import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/entities/database.js';
import { fileReport } from '../../src/filing/file-reports.js';
import { withdraw } from '../../src/filing/withdraw.js';
import { createTestDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { createAgency, formOfYear, inputOf } from './reports.js';

let test: TestDatabase;
let database: Database;
beforeAll(async () => {
  test = await createTestDatabase();
  database = test.database;
});
afterAll(() => test.drop());

const file = async (agencyId: string, year: number, carriedOut: string): Promise<string> => {
  const form = formOfYear(year, { 'REQUESTS/carriedOut/total': carriedOut });
  const outcome = await fileReport(database, inputOf(form, agencyId));
  if (outcome.kind === 'REFUSED') throw new Error(outcome.message);
  return outcome.reportId;
};

const flagsOf = (agencyId: string): Promise<unknown[]> =>
  database.query(
    `select revision, status, is_newest, is_current from report where agency_id = $1 and year = 2023 order by revision`,
    [agencyId],
  );

describe('a withdrawn report', () => {
  it('gives its place to the newest one that is still published, and stays the newest', async () => {
    const agencyId = await createAgency(database);
    await file(agencyId, 2023, '0');
    const second = await file(agencyId, 2023, '7');
    expect(await withdraw(database, second)).toBe(true);
    expect(await flagsOf(agencyId)).toEqual([
      { revision: 1, status: 'PUBLISHED', is_newest: false, is_current: true },
      { revision: 2, status: 'WITHDRAWN', is_newest: true, is_current: false },
    ]);
    expect(await withdraw(database, second)).toBe(false);
  });

  it('no longer judges the year after', async () => {
    const agencyId = await createAgency(database);
    const before = await file(agencyId, 2023, '7');
    const after = await file(agencyId, 2024, '0');
    const codes = async (): Promise<string[]> => {
      const rows = await database.query<{ check_code: string }>(
        `select check_code from finding where report_id = $1`,
        [after],
      );
      return rows.map(({ check_code }) => check_code);
    };
    // It was filed as unchecked against last year: filing 2023 anew makes that good.
    await file(agencyId, 2023, '8');
    expect(await codes()).toContain('X1');
    const [, newest] = await database.query<{ id: string }>(
      'select id from report where agency_id = $1 and year = 2023 order by revision',
      [agencyId],
    );
    await withdraw(database, newest!.id);
    await withdraw(database, before);
    expect(await codes()).not.toContain('X1');
  });

  it('that does not exist changes nothing', async () => {
    expect(await withdraw(database, '999999999')).toBe(false);
  });
});
