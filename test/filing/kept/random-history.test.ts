import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/entities/database.js';
import { changeAgency } from '../../../src/filing/change-agency.js';
import { correctCell } from '../../../src/filing/correct-cell.js';
import { correctIdentity } from '../../../src/filing/correct-identity.js';
import { fileReports } from '../../../src/filing/file-reports.js';
import { foldSums } from '../../../src/filing/kept/fold-sums.js';
import { rebuildSums } from '../../../src/filing/kept/rebuild-sums.js';
import { verifySums } from '../../../src/filing/kept/verify-sums.js';
import { withdraw } from '../../../src/filing/withdraw.js';
import { findOrCreateAgency } from '../../../src/registry/find-or-create-agency.js';
import { createTestDatabase } from '../../support/database.js';
import type { TestDatabase } from '../../support/database.js';
import { regions, sectors, storePlaces } from '../../support/world.js';
import { createAgency, formOfYear, inputOf } from '../reports.js';

/** One thing that somebody does; numbers choose among what is there. */
type Act =
  | { kind: 'FILE'; agency: number; years: number[]; figure: number | null; published: boolean }
  | { kind: 'WITHDRAW' | 'CORRECT'; report: number; figure: number }
  | { kind: 'MOVE_REPORT'; report: number; year: number }
  | { kind: 'MOVE_AGENCY'; agency: number; region: string | null }
  | { kind: 'CLASSIFY'; agency: number; sectors: string[] }
  | { kind: 'MERGE_REGIONS'; year: number }
  | { kind: 'FOLD' | 'REBUILD' };

const YEARS = [2019, 2020, 2022, 2023];
const year = fc.constantFrom(...YEARS);
const figure = fc.option(fc.nat(1_000), { freq: 4 });
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('FILE' as const),
      agency: fc.nat(5),
      years: fc.array(year, { minLength: 1, maxLength: 3 }),
      figure,
      published: fc.constantFrom(true, true, true, false),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('WITHDRAW' as const, 'CORRECT' as const),
      report: fc.nat(50),
      figure: fc.nat(99),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('MOVE_REPORT' as const), report: fc.nat(50), year }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('MOVE_AGENCY' as const),
      agency: fc.nat(5),
      region: fc.constantFrom(null, ...regions.map(({ code }) => code)),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('CLASSIFY' as const),
      agency: fc.nat(5),
      sectors: fc.subarray([...sectors]),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('MERGE_REGIONS' as const), year }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('FOLD' as const, 'REBUILD' as const) }),
  },
);

let test: TestDatabase;
let database: Database;
let agencies: string[];
beforeAll(async () => {
  test = await createTestDatabase();
  database = test.database;
  await storePlaces(database);
  const places = ['411602', '411602001', '419001', '110101', '990100', null];
  agencies = [];
  for (const place of places) agencies.push(await createAgency(database, place));
});
afterAll(() => test.drop());

const reportOf = async (choice: number): Promise<string | null> => {
  const lines = await database.query<{ id: string }>(
    `select id from report where is_newest order by id`,
  );
  return lines[choice % Math.max(1, lines.length)]?.id ?? null;
};

const perform = async (one: Act): Promise<unknown> => {
  switch (one.kind) {
    case 'FILE': {
      const value = one.figure === null ? null : String(one.figure);
      const form = (of: number) =>
        formOfYear(of, {
          'REQUESTS/received/naturalPerson': value,
          'REQUESTS/received/total': one.figure === 7 ? null : value,
        });
      const status = one.published ? 'PUBLISHED' : 'SUBMITTED';
      return fileReports(
        database,
        one.years.map((of) => inputOf(form(of), agencies[one.agency] ?? '', { status })),
      );
    }
    case 'WITHDRAW': {
      const id = await reportOf(one.report);
      return id === null ? null : withdraw(database, id);
    }
    case 'CORRECT': {
      const reportId = await reportOf(one.report);
      if (reportId === null) return null;
      const cell = { table: 'REQUESTS' as const, row: 'received', column: 'naturalPerson' };
      const who = { by: '张三', why: '看错' };
      return correctCell(database, { reportId, cell, value: String(one.figure), ...who });
    }
    case 'MOVE_REPORT': {
      const reportId = await reportOf(one.report);
      if (reportId === null) return null;
      const who = { by: '张三', why: '年份' };
      return correctIdentity(
        database,
        { findOrCreateAgency },
        { reportId, year: one.year, ...who },
      );
    }
    case 'MOVE_AGENCY':
      return changeAgency(database, agencies[one.agency] ?? '', { region: one.region });
    case 'CLASSIFY':
      return changeAgency(database, agencies[one.agency] ?? '', {
        sectors: one.sectors,
        level: one.sectors.length === 0 ? null : 'COUNTY',
        kind: one.sectors.length === 1 ? 'GOVERNMENT' : 'DEPARTMENT',
      });
    case 'MERGE_REGIONS':
      return mergeRegions(one.year);
    case 'FOLD':
      return foldSums(database);
    case 'REBUILD':
      return rebuildSums(database);
  }
};

/** 川汇区 becomes a part of 济源市 at the end of a year: reports for later years of its agencies are 济源's. */
const mergeRegions = async (after: number): Promise<void> => {
  await database.query(
    `update region set valid_until = make_date($1, 12, 31) where code = '411602'`,
    [after],
  );
  await database.query(
    `insert into region_successor values ('411602', '419001') on conflict do nothing`,
  );
  const moved = await database.query<{ id: string }>(
    `select id from agency where region_code = '411602'`,
  );
  for (const { id } of moved) await changeAgency(database, id, { region: '411602' });
};

describe('the kept totals', () => {
  it('equal the recount after whatever is done', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 8, size: 'max' }), async (acts) => {
        for (const one of acts) {
          await perform(one);
          expect(await verifySums(database), JSON.stringify(one)).toBeNull();
        }
      }),
      { numRuns: 6, endOnFailure: true },
    );
  }, 120_000);

  it('equal the recount after many did many things at the same time', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(act, { minLength: 8, maxLength: 16, size: 'max' }),
        async (acts) => {
          await Promise.all([perform({ kind: 'FOLD' }), ...acts.map(perform)]);
          expect(await verifySums(database)).toBeNull();
          await foldSums(database);
          expect(await verifySums(database)).toBeNull();
        },
      ),
      { numRuns: 6, endOnFailure: true },
    );
  }, 120_000);
});
