import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { officeDay } from '../../src/registry/roster/calendar.js';
import { importRoster } from '../../src/registry/roster/roster-csv.js';
import { consolidation, consolidationContributions } from '../../src/rollup/consolidation.js';
import { everyMember, memberList, memberPage } from '../../src/rollup/members/member-list.js';
import type { MemberFilter } from '../../src/rollup/members/member-source.js';
import { progressGroups, rosterOf } from '../../src/rollup/members/progress.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { aReport, anAgency, storePlaces, storeWorld } from '../support/world.js';

const key = { region: '411600', year: 2024 };
const received = (total: number) => ({ received: { total }, completed: { total } });

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
  await storePlaces(test.database);
  const city = { region: '411600', consolidatesInto: '411600', level: 'PREFECTURE' } as const;
  const county = { region: '411602', consolidatesInto: '411602', level: 'COUNTY' } as const;
  await storeWorld(test.database, {
    agencies: [
      anAgency({ ...city, id: 1, name: '周口市人民政府', kind: 'GOVERNMENT' }),
      anAgency({ ...city, id: 2, name: '周口市公安局', sectors: ['PUBLIC_SECURITY'] }),
      anAgency({ ...city, id: 3, name: '周口市教育局', sectors: ['EDUCATION'] }),
      anAgency({ ...city, id: 4, name: '周口市财政局' }),
      anAgency({ ...county, id: 5, name: '川汇区人民政府', kind: 'GOVERNMENT' }),
      anAgency({ ...county, id: 6, name: '川汇区教育局', sectors: ['EDUCATION'] }),
      anAgency({ ...city, id: 7, name: '周口市司法局' }),
    ],
    reports: [
      aReport({ id: 1, region: '411600', requests: received(1) }),
      aReport({ id: 2, region: '411600', status: 'SUBMITTED', requests: received(2) }),
      aReport({ id: 3, region: '411600', status: 'RETURNED', requests: received(4) }),
      aReport({ id: 4, region: '411600', status: 'DRAFT', requests: received(8) }),
      aReport({ id: 5, region: '411602', requests: received(16) }),
      aReport({
        ...{ id: 15, agency: 5, region: '411602', status: 'ACCEPTED' },
        ...{ scope: 'REGION_CONSOLIDATED', requests: received(32) },
      }),
      aReport({ id: 6, region: '411602', requests: received(64) }),
      aReport({ id: 7, region: '411600', requests: received(128) }),
    ],
  });
  await test.database.query('update agency set normalised_name = name');
  await test.database.query(
    `update report set created_at = '2025-01-31T15:30:00Z', published_on = null`,
  );
  await test.database.query(
    `update report set created_at = '2025-02-10', published_on = '2025-02-03' where id = 1`,
  );
  await test.database.transaction((manager) =>
    importRoster(
      manager,
      key,
      `agency,scope,dueOn
周口市公安局,,2025-01-20
周口市教育局,,
周口市财政局,,
周口市人民政府,,
川汇区人民政府,REGION_CONSOLIDATED,
川汇区教育局,,
`,
      { departmentsBy: '2025-01-31', governmentsBy: '2025-02-02' },
    ),
  );
});
afterAll(() => test.drop());

const names = async (filter: MemberFilter, day = '2025-02-01'): Promise<string[]> => {
  const found: string[] = [];
  for await (const { name } of everyMember(test.database, memberList(key, day, filter))) {
    found.push(name);
  }
  return found;
};

describe('the members of a roster', () => {
  it('are counted by how far they are, lateness beside it', async () => {
    const [whole] = await progressGroups(test.database, key, '2025-02-01', []);
    expect(whole).toEqual({
      expected: 6,
      byStanding: { MISSING: 1, SUBMITTED: 1, RETURNED: 1, ACCEPTED: 1, PUBLISHED: 2 },
      late: 3,
    });
  });

  it('are late by their own day, the office’s day, and the day on which they first handed in', async () => {
    // Half past eleven at night of 31 January at the office.
    expect(await names({ late: true })).toEqual(['周口市人民政府', '周口市公安局', '周口市财政局']);
    expect(await names({ late: true }, '2025-01-31')).toEqual(['周口市人民政府', '周口市公安局']);
    const list = memberList(key, '2025-02-01', { standings: ['SUBMITTED', 'PUBLISHED'] });
    const page = await memberPage(test.database, list, { first: 2, after: null });
    expect(page.items.map(({ node }) => node)).toMatchObject([
      { name: '周口市人民政府', dueOn: '2025-02-02', handedInOn: '2025-02-03', daysLate: 1 },
      { name: '周口市公安局', dueOn: '2025-01-20', handedInOn: '2025-01-31', daysLate: 11 },
    ]);
    expect(page.hasNextPage).toBe(true);
    expect(await page.totalCount()).toBe(3);
  });

  it('are grouped by level and by primary sector', async () => {
    const byLevel = await progressGroups(test.database, key, '2025-02-01', ['LEVEL']);
    expect(byLevel.map(({ level, expected }) => [level, expected])).toEqual([
      ['COUNTY', 2],
      ['PREFECTURE', 4],
    ]);
    const both = await progressGroups(test.database, key, '2025-02-01', ['LEVEL', 'SECTOR']);
    expect(both.map(({ level, sector, expected }) => [level, sector, expected])).toContainEqual([
      'PREFECTURE',
      'PUBLIC_SECURITY',
      1,
    ]);
    expect(await names({ level: 'COUNTY', sector: 'EDUCATION' })).toEqual(['川汇区教育局']);
  });

  it('have the office’s dates', async () => {
    expect(await rosterOf(test.database, key)).toEqual({
      ...key,
      departmentsBy: '2025-01-31',
      governmentsBy: '2025-02-02',
    });
    expect(await rosterOf(test.database, { ...key, year: 2023 })).toBeNull();
    expect(officeDay(new Date('2025-01-31T16:30:00Z'))).toBe('2025-02-01');
  });
});

describe('a consolidation with a roster', () => {
  it('counts each member once with its scope, expects all, and names who is missing', async () => {
    const asked = { ...key, statuses: ['ACCEPTED', 'PUBLISHED'] as const };
    const city = await consolidation(test.database, asked);
    expect(city?.tables.requests.received.total).toBe(1 + 32);
    expect(city?.coverage).toMatchObject({ reports: 2, expected: 5 });
    const cell = { table: 'REQUESTS', row: 'received', column: 'total' } as const;
    const page = await consolidationContributions(test.database, asked, cell, {
      first: 5,
      after: null,
    });
    expect(page.items.map(({ node }) => [node.report.id, node.value])).toEqual([
      ['15', '32'],
      ['1', '1'],
    ]);
  });

  it('without one adds up the agencies known', async () => {
    const county = await consolidation(test.database, { ...key, region: '411602', statuses: null });
    expect(county?.tables.requests.received.total).toBe(80);
    expect(county?.coverage.expected).toBeNull();
  });
});
