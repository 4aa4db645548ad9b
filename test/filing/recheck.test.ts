import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runChecks } from '../../src/checks/run.js';
import type { Database } from '../../src/entities/database.js';
import { checkContext } from '../../src/filing/check-context.js';
import { fileReport } from '../../src/filing/file-reports.js';
import type { Filed, FilingOutcome } from '../../src/filing/report-input.js';
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

const filed = (outcome: FilingOutcome): Filed => {
  if (outcome.kind === 'REFUSED') throw new Error(outcome.message);
  return outcome;
};

describe('checks across years', () => {
  const findingsOf = (reportId: string): Promise<{ check_code: string }[]> =>
    database.query(
      `select check_code from finding where report_id = $1 and check_code like 'X%' order by ordinal`,
      [reportId],
    );
  const carried = { out: 'REQUESTS/carriedOut/total', in: 'REQUESTS/carriedIn/total' };

  it('are made good when the year before comes later', async () => {
    const agencyId = await createAgency(database);
    const later = filed(
      await fileReport(database, inputOf(formOfYear(2024, { [carried.in]: '5' }), agencyId)),
    );
    expect(await findingsOf(later.reportId)).toEqual([]);
    await fileReport(database, inputOf(formOfYear(2023, { [carried.out]: '3' }), agencyId));
    const codes = (await findingsOf(later.reportId)).map(({ check_code }) => check_code);
    expect(codes).toContain('X1');
    const [{ stored, counted }] = (await database.query(
      `select (select count(*)::int from finding where report_id = r.id and severity = 'ERROR') as stored,
              error_count as counted from report r where id = $1`,
      [later.reportId],
    )) as [{ stored: number; counted: number }];
    expect(counted).toBe(stored);
    const corrected = formOfYear(2023, { [carried.out]: '5' });
    await fileReport(database, inputOf(corrected, agencyId));
    const left = (await findingsOf(later.reportId)).map(({ check_code }) => check_code);
    expect(left).not.toContain('X1');
  });

  it('are run again where another report came in between', async () => {
    const agencyId = await createAgency(database);
    const form = formOfYear(2024, { [carried.in]: '5' });
    const known = await checkContext(database, agencyId, 2024, 'ORGAN');
    expect(known).toMatchObject({ previousReportId: null, context: { previous: null } });
    await fileReport(database, inputOf(formOfYear(2023, { [carried.out]: '3' }), agencyId));
    const stale = inputOf(form, agencyId, {
      ...runChecks(form, known.context),
      previousReportId: known.previousReportId,
    });
    const { reportId } = filed(await fileReport(database, stale));
    expect((await findingsOf(reportId)).map(({ check_code }) => check_code)).toContain('X1');
  });

  it('hold an agency against those it was made of', async () => {
    const [heir, first, second] = [
      await createAgency(database),
      await createAgency(database),
      await createAgency(database),
    ];
    await database.query(
      `insert into agency_lineage values ($2, $1, '2024-03-01', 'MERGED'), ($3, $1, '2024-03-01', 'MERGED')`,
      [heir, first, second],
    );
    const later = filed(
      await fileReport(database, inputOf(formOfYear(2024, { [carried.in]: '5' }), heir)),
    );
    await fileReport(database, inputOf(formOfYear(2023, { [carried.out]: '3' }), first));
    const codes = async (): Promise<string[]> =>
      (await findingsOf(later.reportId)).map(({ check_code }) => check_code);
    expect(await codes()).toContain('X4');
    await fileReport(database, inputOf(formOfYear(2023, { [carried.out]: '2' }), second));
    expect(await codes()).not.toContain('X4');
  });

  it('know the agency and last year’s form', async () => {
    const agencyId = await createAgency(database);
    const before = formOfYear(2023, { [carried.out]: '3' });
    const { reportId } = filed(await fileReport(database, inputOf(before, agencyId)));
    expect(await checkContext(database, agencyId, 2024, 'ORGAN')).toMatchObject({
      previousReportId: reportId,
      context: { previous: before, agencyKind: 'DEPARTMENT', agencyLevel: 'PREFECTURE' },
    });
  });
});
