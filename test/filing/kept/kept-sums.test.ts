import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/entities/database.js';
import { fileReport, fileReports } from '../../../src/filing/file-reports.js';
import { foldSums } from '../../../src/filing/kept/fold-sums.js';
import { ensureSums, rebuildSums } from '../../../src/filing/kept/rebuild-sums.js';
import { verifySums } from '../../../src/filing/kept/verify-sums.js';
import { withdraw } from '../../../src/filing/withdraw.js';
import { createEmbeddedDatabase, createTestDatabase } from '../../support/database.js';
import type { TestDatabase } from '../../support/database.js';
import { storePlaces } from '../../support/world.js';
import { createAgency, formOfYear, inputOf } from '../reports.js';

describe.each([
  ['a PostgreSQL server', createTestDatabase],
  ['the embedded engine', createEmbeddedDatabase],
])('the kept totals on %s', (_name, create) => {
  let test: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    test = await create();
    database = test.database;
    await storePlaces(database);
  });
  afterAll(() => test.drop());

  const file = async (
    agencyId: string,
    year: number,
    received: string | null,
    overrides = {},
  ): Promise<string> => {
    const form = formOfYear(year, {
      'REQUESTS/received/naturalPerson': received,
      'REQUESTS/received/total': received,
    });
    const outcome = await fileReport(database, inputOf(form, agencyId, overrides));
    if (outcome.kind === 'REFUSED') throw new Error(outcome.message);
    return outcome.reportId;
  };

  /** Folded and unfolded, as a reader has to add them. */
  const received = async (region: string, year: number): Promise<unknown> => {
    const [line] = await database.query(
      `select coalesce(sum(reports), 0)::int as reports, sum(received_natural_person)::int as received,
              coalesce(sum(stated), 0)::int as stated
       from (
         select reports, received_natural_person, received_natural_person_stated as stated
         from kept_total
         where region_code = $1 and year = $2 and dimension = 'ALL' and scope = 'ORGAN'
         union all
         select reports, received_natural_person, case when received_natural_person is not null then reports end
         from kept_total_change where $1 = any (regions) and year = $2 and scope = 'ORGAN'
       ) parts`,
      [region, year],
    );
    return line;
  };

  it('hold a filed report for its region and each ancestor, folded or not', async () => {
    const agency = await createAgency(database, '411602');
    await file(agency, 2023, '12');
    for (const region of ['411602', '411600', '410000', '000000']) {
      expect(await received(region, 2023)).toEqual({ reports: 1, received: 12, stated: 1 });
    }
    expect(await verifySums(database)).toBeNull();
    await foldSums(database);
    for (const region of ['411602', '411600', '410000', '000000']) {
      expect(await received(region, 2023)).toEqual({ reports: 1, received: 12, stated: 1 });
    }
    expect(await verifySums(database)).toBeNull();
    expect(await database.query('select id from kept_total_change')).toEqual([]);
  });

  it('take the older revision out and the newer one in, and give it back on withdrawal', async () => {
    const agency = await createAgency(database, '419001');
    const first = await file(agency, 2022, '5');
    await foldSums(database);
    const second = await file(agency, 2022, null);
    expect(await received('419001', 2022)).toEqual({ reports: 1, received: 0, stated: 0 });
    await foldSums(database);
    expect(await received('419001', 2022)).toEqual({ reports: 1, received: null, stated: 0 });
    await withdraw(database, second);
    expect(await received('419001', 2022)).toMatchObject({ reports: 1, received: 5, stated: 1 });
    await withdraw(database, first);
    expect(await verifySums(database)).toBeNull();
    await foldSums(database);
    expect(await received('419001', 2022)).toEqual({ reports: 0, received: null, stated: 0 });
    expect(await verifySums(database)).toBeNull();
  });

  it('keep the country without the fictional province, and with what has no region', async () => {
    const before = (await received('000000', 2021)) as { reports: number };
    await file(await createAgency(database, '990100'), 2021, '7');
    await file(await createAgency(database, null), 2021, '8');
    expect(await received('990000', 2021)).toMatchObject({ reports: 1, received: 7 });
    expect(await received('000000', 2021)).toMatchObject({ reports: before.reports + 1 });
    await foldSums(database);
    expect(await verifySums(database)).toBeNull();
  });

  it('tell how many agencies reported in which years', async () => {
    const [a, b] = [await createAgency(database, '110101'), await createAgency(database, '110101')];
    await fileReports(
      database,
      [2019, 2020, 2021].flatMap((year) => [
        inputOf(formOfYear(year), a),
        ...(year === 2020 ? [] : [inputOf(formOfYear(year), b)]),
      ]),
    );
    await foldSums(database);
    expect(
      await database.query(
        `select years, agencies from kept_presence where region_code = '110101' and dimension = 'ALL' order by 1`,
      ),
    ).toEqual([
      { years: [2019, 2020, 2021], agencies: 1 },
      { years: [2019, 2021], agencies: 1 },
    ]);
    expect(await verifySums(database)).toBeNull();
  });

  it('leave drafts and submissions out', async () => {
    const agency = await createAgency(database, '441900');
    await file(agency, 2023, '9', { status: 'SUBMITTED' });
    expect(await received('441900', 2023)).toEqual({ reports: 0, received: null, stated: 0 });
  });

  it('are recounted: the first wrong figure is named, and a rebuild puts it right', async () => {
    await foldSums(database);
    await database.query(
      `update kept_total set received_total = received_total + 3
       where region_code = '411602' and year = 2023 and dimension = 'ALL'`,
    );
    expect(await verifySums(database)).toMatchObject({
      table: 'kept_total',
      group: { region_code: '411602', year: 2023, dimension: 'ALL' },
      column: 'received_total',
      surplus: '3',
    });
    await rebuildSums(database);
    expect(await verifySums(database)).toBeNull();
    await database.query(
      `update kept_presence set agencies = agencies + 1 where years = '{2019,2021}'`,
    );
    expect(await verifySums(database)).toMatchObject({ table: 'kept_presence', surplus: '1' });
    await rebuildSums(database);
    expect(await verifySums(database)).toBeNull();
  });

  it('are built where a database has none yet', async () => {
    await database.query('delete from setting');
    await database.query('delete from kept_total');
    await ensureSums(database);
    expect(await verifySums(database)).toBeNull();
    await database.query('delete from kept_total where year = 2023');
    await ensureSums(database);
    expect(await verifySums(database)).not.toBeNull();
  });
});
