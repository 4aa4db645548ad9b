import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AgencyClues } from '../../src/registry/decide-region.js';
import {
  findOrCreateAgencies,
  findOrCreateAgency,
} from '../../src/registry/find-or-create-agency.js';
import type { AgencyFound } from '../../src/registry/find-or-create-agency.js';
import { seedRegistry } from '../../src/registry/seed-registry.js';
import { createTestDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';

let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
  await seedRegistry(test.database);
});
afterAll(() => test.drop());

const clues = (name: string, more: Partial<AgencyClues> = {}): AgencyClues => ({
  name,
  unifiedSocialCreditCode: null,
  regionHint: null,
  url: null,
  ...more,
});
const find = (one: AgencyClues, create = true): Promise<AgencyFound> =>
  test.database.transaction((manager) => findOrCreateAgency(manager, one, { create }));
const rows = (sql: string, ...params: unknown[]) =>
  test.database.query<Record<string, unknown>>(sql, params);

describe('reference data', () => {
  it('is in the database once, however often it is seeded', async () => {
    await seedRegistry(test.database);
    const [counted] = await rows(
      `select (select count(*)::int from region) as regions, (select count(*)::int from sector) as sectors`,
    );
    expect(counted!['sectors']).toBe(56);
    expect(counted!['regions']).toBeGreaterThan(3300);
  });

  it('is brought up to date when its version changes', async () => {
    await rows(`update region set name = '某市' where code = '411600'`);
    await rows(`update setting set value = '"old"' where key = 'registry.reference'`);
    await seedRegistry(test.database);
    const [region] = await rows(`select name, full_name from region where code = '411600'`);
    expect(region).toEqual({ name: '周口市', full_name: '河南省周口市' });
  });
});

describe('an agency', () => {
  it('is created as inferred, and found again under another way of writing it', async () => {
    const first = await find(clues('河南省周口市川汇区人社局'));
    const again = await find(clues('周口市川汇区人力资源和社会保障局'));
    expect(first).toMatchObject({ created: true, regionCode: '411602', finding: null });
    expect(again).toMatchObject({ created: false, agencyId: first.agencyId });
    const [agency] = await rows(`select * from agency where id = $1`, first.agencyId);
    expect(agency).toMatchObject({
      name: '河南省周口市川汇区人社局',
      kind: 'DEPARTMENT',
      level: 'COUNTY',
      province_code: '410000',
      prefecture_code: '411600',
      county_code: '411602',
      consolidates_into: '411602',
      inferred: true,
    });
  });

  it('brings its town into the regions', async () => {
    const town = await find(clues('湖口县大垅乡人民政府'));
    const [region] = await rows(
      `select full_name, level from region where code = $1`,
      town.regionCode,
    );
    expect(region).toEqual({ full_name: '江西省九江市湖口县大垅乡', level: 'TOWNSHIP' });
  });

  it('of one name in two regions is two agencies', async () => {
    const [nanjing, xuzhou, undecided] = await test.database.transaction((manager) =>
      findOrCreateAgencies(
        manager,
        [clues('南京市鼓楼区审计局'), clues('徐州市鼓楼区审计局'), clues('鼓楼区审计局')],
        { create: true },
      ),
    );
    expect(new Set([nanjing!.agencyId, xuzhou!.agencyId, undecided!.agencyId]).size).toBe(3);
    expect(undecided).toMatchObject({ regionCode: null, finding: { check: 'G1' } });
    expect(undecided!.finding!.message.ZH).toContain('江苏省南京市鼓楼区（320106）');
  });

  it('of undecided region is matched by its name alone only with a finding', async () => {
    const first = await find(clues('县民政局'));
    const second = await find(clues('县民政局'));
    expect(first.finding?.check).toBe('G1');
    expect(second).toMatchObject({ agencyId: first.agencyId, created: false });
    expect(second.finding?.check).toBe('G2');
  });

  it('of undecided region is kept apart by the host of its report', async () => {
    const one = await find(clues('县财政局', { url: 'http://www.one.gov.cn/a.html' }));
    const other = await find(clues('县财政局', { url: 'http://www.other.gov.cn/a.html' }));
    const same = await find(clues('县财政局', { url: 'http://www.one.gov.cn/b.html' }));
    expect(other.agencyId).not.toBe(one.agencyId);
    expect(same.agencyId).toBe(one.agencyId);
  });

  it('is found by its code under a new name, which becomes an alias', async () => {
    const code = '11370112MB2803691Q';
    const old = await find(
      clues('济南市历城区卫生和计划生育局', { unifiedSocialCreditCode: code }),
    );
    const renamed = await find(
      clues('历城区卫生健康局', { unifiedSocialCreditCode: code, year: 2022 }),
    );
    expect(renamed).toMatchObject({ agencyId: old.agencyId, created: false, finding: null });
    const later = await find(clues('历城区卫生健康局', { year: 2024 }));
    expect(later).toMatchObject({ agencyId: old.agencyId });
    await find(clues('历城区卫生健康局', { year: 2023 }));
    await find(clues('济南市历城区卫生和计划生育局', { year: 2020 }));
    const seen = await rows(
      `select alias, first_year, last_year from agency_alias where agency_id = $1`,
      old.agencyId,
    );
    expect(seen).toEqual([{ alias: '历城区卫生健康局', first_year: 2022, last_year: 2024 }]);
  });

  it('is not found by a code that belongs to another organ of its portal', async () => {
    const code = '11330703729102247D';
    const office = await find(
      clues('金华市金东区人民政府办公室', { unifiedSocialCreditCode: code }),
    );
    const bureau = await find(clues('金华市金东区司法局', { unifiedSocialCreditCode: code }));
    expect(bureau.agencyId).not.toBe(office.agencyId);
    expect(bureau.finding?.check).toBe('G4');
    const [agency] = await rows(
      `select unified_social_credit_code as code from agency where id = $1`,
      bureau.agencyId,
    );
    expect(agency).toEqual({ code: null });
  });

  it('learns its code from a later report', async () => {
    const first = await find(clues('南京市鼓楼区司法局'));
    await find(clues('鼓楼区司法局', { unifiedSocialCreditCode: '113201060000000004' }));
    const [agency] = await rows(
      `select unified_social_credit_code as code from agency where id = $1`,
      first.agencyId,
    );
    expect(agency).toEqual({ code: '113201060000000004' });
  });

  it('that is not known is not created where only a roster counts', async () => {
    expect(await find(clues('周口市水利局'), false)).toEqual({
      agencyId: null,
      created: false,
      regionCode: null,
      finding: null,
    });
    expect(await rows(`select 1 from agency where name = '周口市水利局'`)).toEqual([]);
  });

  it('has its sectors in the order of its name', async () => {
    const { agencyId } = await find(clues('泉州市鲤城区农业农村和水利局'));
    const sectors = await rows(
      `select sector_code from agency_sector where agency_id = $1 order by ordinal`,
      agencyId,
    );
    expect(sectors.map((s) => s['sector_code'])).toEqual(['AGRICULTURE', 'WATER']);
  });
});

it('two imports at once make one agency', async () => {
  const names = ['郑州市水利局', '洛阳市水利局', '开封市水利局'].map((name) => clues(name));
  const batches = await Promise.all(
    [names, [...names].reverse()].map((batch) =>
      test.database.transaction((manager) =>
        findOrCreateAgencies(manager, batch, { create: true }),
      ),
    ),
  );
  const ids = batches.map((batch) => batch.map((f) => f.agencyId).sort());
  expect(ids[0]).toEqual(ids[1]);
  expect(ids[0]).not.toContain(null);
});

it('a batch of thousands takes a handful of statements', async () => {
  const many = Array.from({ length: 2000 }, (_, i) => clues(`周口市第${i}号事务局`));
  let statements = 0;
  await test.database.transaction((manager) => {
    const counting = new Proxy(manager, {
      get: (target, key) => {
        if (key !== 'query') return Reflect.get(target, key) as unknown;
        return (sql: string, params?: unknown[]) => {
          statements += 1;
          return target.query(sql, params);
        };
      },
    });
    return findOrCreateAgencies(counting, many, { create: true });
  });
  expect(statements).toBeLessThanOrEqual(8);
});
