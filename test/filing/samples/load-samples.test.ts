import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recheck } from '../../../src/filing/recheck.js';
import { loadSamples } from '../../../src/filing/samples/load-samples.js';
import { removeSamples } from '../../../src/filing/samples/remove-samples.js';
import { createTestDatabase } from '../../support/database.js';
import type { TestDatabase } from '../../support/database.js';

let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
  await loadSamples(test.database);
}, 120_000);
afterAll(() => test.drop());

const one = async (sql: string): Promise<Record<string, unknown>> => {
  const [row] = await test.database.query<Record<string, unknown>>(sql);
  return row ?? {};
};
const counts = (): Promise<Record<string, unknown>> =>
  one(`select (select count(*)::int from report) as reports, (select count(*)::int from agency) as agencies,
              (select count(*)::int from finding) as findings, (select count(*)::int from source_document) as documents`);

describe('sample data', () => {
  it('are marked as such, the real ones with their documents', async () => {
    expect(await one('select bool_and(sample) as all from report')).toEqual({ all: true });
    const real = await test.database.query<{ name: string; received: string }>(
      `select a.name, q.total as received from report r join agency a on a.id = r.agency_id
       join request_row q on q.report_id = r.id and q.row = 'received'
       where r.source_document_id is not null order by a.name collate "C", r.year`,
    );
    expect(real).toContainEqual({ name: '周口市公安局', received: '32' });
    expect(new Set(real.map((r) => r.name)).size).toBe(4);
  });

  it('stand in the regions and levels that the generator means', async () => {
    const wrong = await one(
      `select count(*)::int as agencies from agency where region_code like '99%' and (level is null or
         province_code <> '990000' or (consolidates_into is null and level <> 'COUNTRY'))`,
    );
    expect(wrong).toEqual({ agencies: 0 });
  });

  it('know which agencies were renamed or merged, and what they carried over', async () => {
    const lines = await test.database.query(
      `select a.name as before, b.name as after, l.kind from agency_lineage l
       join agency a on a.id = l.predecessor_id join agency b on b.id = l.successor_id order by a.name collate "C"`,
    );
    expect(lines).toHaveLength(4);
    expect(lines).toContainEqual({
      before: '鹭栖县教育局',
      after: '鹭栖县教育体育局',
      kind: 'RENAMED',
    });
    const carried = await one(
      `select count(*)::int as n from report_evidence e cross join jsonb_array_elements(e.check_results) result
       where result ->> 'check' = 'X4' and result ->> 'status' = 'PASS'`,
    );
    expect(carried).toEqual({ n: 3 });
    const heirs = await test.database.query<{ id: string }>(
      `select r.id from report r join agency_lineage l on l.successor_id = r.agency_id`,
    );
    const ids = [...new Set(heirs.map(({ id }) => id))];
    expect(await test.database.transaction((manager) => recheck(manager, ids))).toEqual([]);
  });

  it('have one current report for each agency, year and scope, revisions beneath', async () => {
    expect(
      await one(
        `select count(*)::int as revised, min(revision) as old from report where not is_current`,
      ),
    ).toEqual({ revised: 4, old: 1 });
  });

  it('change nothing when they are loaded again', async () => {
    const before = await counts();
    await loadSamples(test.database);
    expect(await counts()).toEqual(before);
  }, 120_000);

  it('can be taken away as a whole', async () => {
    const removed = await removeSamples(test.database);
    expect(removed.reports).toBeGreaterThan(1500);
    expect(removed.agencies).toBeGreaterThan(300);
    expect(await counts()).toEqual({ reports: 0, agencies: 0, findings: 0, documents: 0 });
  });
});
