import { afterAll, beforeAll, expect, it } from 'vitest';
import { fileReport } from '../../src/filing/file-reports.js';
import { createTestDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { createAgency, formOfYear, inputOf } from './reports.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

const R = (row: string, column: string): string => `REQUESTS/${row}/${column}`;
const both = (row: string, value: string) => ({
  [R(row, 'naturalPerson')]: value,
  [R(row, 'total')]: value,
});

it("a figure of the whole region in an organ's report is named when the region's report comes", async () => {
  const agencyId = await createAgency(test.database);
  const own = { ...both('received', '12'), ...both('GRANTED', '12'), ...both('completed', '12') };
  const region = {
    ...both('received', '95'),
    ...both('GRANTED', '95'),
    ...both('completed', '95'),
  };
  const causesOf = (): Promise<unknown[]> =>
    test.database.query(
      `select f.cause, f.fault, f.repair -> 0 ->> 'to' as "to" from finding f join report r on r.id = f.report_id
       where r.agency_id = $1 and r.scope = 'ORGAN' and f.check_code in ('A1', 'A2')`,
      [agencyId],
    );
  const printed = formOfYear(2024, { ...own, [R('GRANTED', 'naturalPerson')]: '95' });
  await fileReport(test.database, inputOf(printed, agencyId));
  expect(await causesOf()).toEqual([{ cause: null, fault: 'DOCUMENT', to: '12' }]);

  const scope = 'REGION_CONSOLIDATED';
  await fileReport(test.database, inputOf({ ...formOfYear(2024, region), scope }, agencyId));
  expect(await causesOf()).toEqual([{ cause: 'CONSOLIDATED_FIGURE', fault: 'DOCUMENT', to: '12' }]);
});
