import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { exportAgencies } from '../../src/filing/agencies/export-agencies.js';
import { importAgencies } from '../../src/filing/agencies/import-agencies.js';
import { CsvError, readCsv, writeCsv } from '../../src/registry/csv-table.js';
import { makeRoster } from '../../src/registry/roster/make-roster.js';
import { exportRoster, importRoster } from '../../src/registry/roster/roster-csv.js';
import { seedRegistry } from '../../src/registry/seed-registry.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const AGENCIES = `name,unifiedSocialCreditCode,kind,level,region,consolidatesInto,sectors,aliases
砚州市人民政府,,,,,,,
砚州市财政局,,,,,,,砚州市国资局;砚州市财政局（本级）
砚州市公安局,,,,,,,
砚州市公安局砚东分局,,,,990102,,,
国家税务总局砚州市税务局,,,,,NONE,,
砚州市砚东区人民政府,,,,,,,
砚州市砚东区教育体育局,,,,,,,
砚州市砚南区教育体育局,,,,,,,
`;

let db: TestDatabase;
const within = <T>(work: (manager: never) => Promise<T>): Promise<T> =>
  db.database.transaction((manager) => work(manager as never));
const bring = (csv: string) => within((manager) => importAgencies(manager, csv));
const members = (region: string, year: number) =>
  db.database.query<{ name: string; scope: string; holder: string | null; due: string | null }>(
    `select a.name, m.scope, h.name as holder, m.due_on::text as due
     from roster_member m join agency a on a.id = m.agency_id left join agency h on h.id = m.counted_in
     where m.region_code = $1 and m.year = $2 order by a.name collate "C"`,
    [region, year],
  );

beforeAll(async () => {
  db = await createTestDatabase();
  await seedRegistry(db.database);
});
afterAll(() => db.drop());
beforeEach(async () => {
  await db.database.query('delete from roster');
  await db.database.query('delete from agency');
  await bring(AGENCIES);
});

describe('a list of agencies', () => {
  it('is read with what names tell, and read again without a change', async () => {
    const before = await exportAgencies(db.database, null);
    expect(before.startsWith('\ufeffname,')).toBe(true);
    expect(before).toContain('砚州市公安局砚东分局,,DISPATCHED_BODY,PREFECTURE,');
    expect(before).toMatch(/国家税务总局砚州市税务局,,DEPARTMENT,COUNTRY,990100,NONE,/);
    expect(before).toContain('砚州市国资局');
    expect(await bring(before)).toEqual({ created: 0, known: 8 });
    expect(await exportAgencies(db.database, null)).toBe(before);
  });

  it('gives the agencies of a region with those that it adds up, wherever they are', async () => {
    const city = readCsv(await exportAgencies(db.database, '990102'), COLUMNS, []);
    expect(city.map(({ field }) => field('name')).sort()).toEqual(
      ['砚州市公安局砚东分局', '砚州市砚东区人民政府', '砚州市砚东区教育体育局'].sort(),
    );
  });

  it('is refused as a whole with every faulty line', async () => {
    const faulty = `name,kind,region,sectors
砚州市水利局,,,
砚州市林业局,BUREAU,,
砚州市档案局,,123456,NOTHING
`;
    await expect(bring(faulty)).rejects.toThrow(
      /line 3: kind must be one of[^]*line 4: there is no sector NOTHING[^]*line 4: region: there is no region 123456/,
    );
    expect(await exportAgencies(db.database, null)).not.toContain('水利局');
  });

  it('keeps what agencies came from', async () => {
    await bring(
      'name,predecessors,lineage,effectiveOn\n砚州市财政和国资局,砚州市财政局,RENAMED,2024/3/1\n',
    );
    expect(await exportAgencies(db.database, null)).toContain('砚州市财政局,RENAMED,2024-03-01');
    await expect(bring('name,predecessors\n砚州市林业局,砚州市从无局\n')).rejects.toThrow(
      'line 2: the predecessor 砚州市从无局 is not known',
    );
  });
});

const COLUMNS = [
  ...['name', 'unifiedSocialCreditCode', 'kind', 'level', 'region', 'consolidatesInto'],
  ...['sectors', 'aliases', 'predecessors', 'lineage', 'effectiveOn'],
] as const;

describe('a roster made from the agencies known', () => {
  it('has whoever the region adds up, a county by its government alone, no organ of a national system', async () => {
    const made = await within((m) => makeRoster(m, { region: '990100', year: 2024 }, 'AGENCIES'));
    expect(made).toEqual({ members: 6, compared: 0 });
    const found = await members('990100', 2024);
    expect(found.map(({ name, scope }) => [name, scope])).toEqual([
      ['砚州市人民政府', 'ORGAN'],
      ['砚州市公安局', 'ORGAN'],
      ['砚州市公安局砚东分局', 'ORGAN'],
      ['砚州市砚东区人民政府', 'REGION_CONSOLIDATED'],
      ['砚州市砚南区教育体育局', 'ORGAN'],
      ['砚州市财政局', 'ORGAN'],
    ]);
  });

  it('is refused where nobody is known', async () => {
    await expect(
      within((m) => makeRoster(m, { region: '990200', year: 2024 }, 'AGENCIES')),
    ).rejects.toMatchObject({ code: 'ROSTER_EMPTY' });
    await expect(
      within((m) => makeRoster(m, { region: '123456', year: 2024 }, 'AGENCIES')),
    ).rejects.toMatchObject({ code: 'REGION_UNKNOWN' });
  });
});

describe('a roster made from last year’s', () => {
  it('follows renamings, mergers and splits of its year, and moves the dates a year on', async () => {
    const key = { region: '990100', year: 2023 };
    const dates = { departmentsBy: '2024-01-20', governmentsBy: null };
    await within((m) => makeRoster(m, key, 'AGENCIES', dates));
    await bring(`name,predecessors,lineage,effectiveOn
砚州市财政和公安局,砚州市财政局;砚州市公安局,MERGED,2024-03-01
砚州市砚南区教育局,砚州市砚南区教育体育局,SPLIT,2024-06-01
砚州市砚南区体育局,砚州市砚南区教育体育局,SPLIT,2024-06-01
砚州市市府,砚州市人民政府,RENAMED,2025-06-01
`);
    await within((m) => makeRoster(m, { region: '990100', year: 2024 }, 'LAST_YEAR'));
    expect((await members('990100', 2024)).map(({ name }) => name)).toEqual([
      '砚州市人民政府',
      '砚州市公安局砚东分局',
      '砚州市砚东区人民政府',
      '砚州市砚南区体育局',
      '砚州市砚南区教育局',
      '砚州市财政和公安局',
    ]);
    const [roster] = await db.database.query(
      `select departments_by::text as d, governments_by as g from roster where year = 2024`,
    );
    expect(roster).toEqual({ d: '2025-01-20', g: null });
    await expect(
      within((m) => makeRoster(m, { region: '990100', year: 2030 }, 'LAST_YEAR')),
    ).rejects.toMatchObject({ code: 'ROSTER_UNKNOWN' });
  });
});

describe('a roster from a list', () => {
  const key = { region: '990100', year: 2024 };
  const list = `agency,scope,reportsTo,dueOn
砚州市财政局,,,
砚州市砚东区人民政府,REGION_CONSOLIDATED,砚州市人民政府,2025/2/20
砚州市砚东区教育体育局,ORGAN,,
国家税务总局砚州市税务局,,,
`;

  it('holds members of a county that hands in its own consolidated report apart', async () => {
    const made = await within((m) => importRoster(m, key, list));
    expect(made).toEqual({ members: 4, compared: 1 });
    const found = await members('990100', 2024);
    expect(found.find(({ name }) => name === '砚州市砚东区教育体育局')?.holder).toBe(
      '砚州市砚东区人民政府',
    );
    expect(found.find(({ name }) => name === '砚州市砚东区人民政府')).toMatchObject({
      holder: null,
      due: '2025-02-20',
    });
  });

  it('is printed as it is read', async () => {
    await within((m) => importRoster(m, key, list));
    const printed = await within((m) => exportRoster(m, key));
    await within((m) => importRoster(m, { ...key, year: 2025 }, printed));
    expect(await within((m) => exportRoster(m, { ...key, year: 2025 }))).toBe(printed);
  });

  it('is refused with its faulty lines, and the roster stays what it was', async () => {
    await within((m) => importRoster(m, key, list));
    const faulty = `agency,scope,dueOn
砚州市财政局,,
砚州市财政局,,
砚州市没有局,ALL,2025-02-30
`;
    await expect(within((m) => importRoster(m, key, faulty))).rejects.toThrow(
      /line 3: 砚州市财政局 stands on line 2 already[^]*line 4: there is no agency[^]*line 4: scope must[^]*line 4: 2025-02-30 is no date/,
    );
    expect(await members('990100', 2024)).toHaveLength(4);
    await expect(within((m) => importRoster(m, key, 'agencys\nx\n'))).rejects.toThrow(CsvError);
  });
});

it('a list never holds what a spreadsheet would run', () => {
  const text = writeCsv(['a', 'b'], [{ a: '=1+1', b: '@SUM(A1)' }]);
  expect(text).toBe("\ufeffa,b\r\n'=1+1,'@SUM(A1)\r\n");
  expect(readCsv(text, ['a', 'b'], []).map(({ field }) => field('a'))).toEqual(['=1+1']);
});
