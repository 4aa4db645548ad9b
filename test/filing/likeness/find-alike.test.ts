import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findAlike } from '../../../src/filing/likeness/find-alike.js';
import { bandsOf, bytesOf, signatureOf } from '../../../src/filing/likeness/min-hash.js';
import { recheck } from '../../../src/filing/recheck.js';
import { importDocument } from '../../../src/filing/import-document.js';
import type { FilledForm } from '../../../src/format/report.js';
import { findOrCreateAgency } from '../../../src/registry/find-or-create-agency.js';
import { seedRegistry } from '../../../src/registry/seed-registry.js';
import { createTestDatabase } from '../../support/database.js';
import type { TestDatabase } from '../../support/database.js';
import { copyOf, proseOf, reportWith } from './texts.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
  await seedRegistry(test.database);
});
afterAll(() => test.drop());

const file = async (form: FilledForm): Promise<string> => {
  const outcome = await importDocument(
    test.database,
    { findOrCreateAgency },
    Buffer.from(JSON.stringify(form)),
    'report.txt',
    null,
    { read: () => Promise.resolve(form), status: 'PUBLISHED', createAgencies: true },
  );
  if (outcome.kind === 'REFUSED') throw new Error(outcome.message);
  return outcome.reportId;
};
const copies = (reportId: string): Promise<unknown[]> =>
  test.database.query(
    `select severity, message_zh as message, left_value::float as similarity from finding
     where report_id = $1 and check_code = 'F12'`,
    [reportId],
  );

describe('a text that is filed', () => {
  const original = reportWith('河南省周口市水利局', 2024, proseOf(1));

  it('is told to be like that of another agency', async () => {
    expect(await copies(await file(original))).toEqual([]);
    const copy = reportWith('河南省商丘市水利局', 2024, copyOf(proseOf(1), 5));
    const [found, ...more] = (await copies(await file(copy))) as {
      message: string;
      similarity: number;
    }[];
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      severity: 'INFO',
      message: expect.stringContaining('河南省周口市水利局 2024'),
    });
    expect(found!.similarity).toBeGreaterThanOrEqual(0.8);
  });

  it('is told to be like the own one of last year, beside the nearest of another agency', async () => {
    const again = reportWith('河南省周口市水利局', 2025, copyOf(proseOf(1), 9));
    expect(await copies(await file(again))).toMatchObject([
      { message: expect.stringContaining('河南省商丘市水利局 2024') },
      { message: expect.stringContaining('本机关 2024') },
    ]);
  });

  it('is not, where only the outline is shared', async () => {
    expect(await copies(await file(reportWith('河南省开封市水利局', 2024, proseOf(2))))).toEqual(
      [],
    );
    expect(await copies(await file(reportWith('河南省新乡市水利局', 2024, ['无。'])))).toEqual([]);
  });

  it('is not compared with another revision or scope of the same report', async () => {
    const own = reportWith('河南省洛阳市水利局', 2024, proseOf(3));
    await file(own);
    const region = { ...own, scope: 'REGION_CONSOLIDATED' as const };
    const revised = { ...own, title: '更正' };
    for (const other of [region, revised]) expect(await copies(await file(other))).toEqual([]);
  });

  it('is not told to be like its own copy when all are checked again', async () => {
    const form = reportWith('河南省安阳市水利局', 2023, proseOf(4));
    const first = await file(form);
    const second = await file({ ...form, agency: '河南省鹤壁市水利局' });
    await test.database.transaction((manager) => recheck(manager, [first, second]));
    expect(await copies(first)).toEqual([]);
    expect(await copies(second)).toHaveLength(1);
  });
});

/** 2,000 texts here; `COPIES=100000` for as many as a country has. */
const MANY = Number(process.env['COPIES'] ?? 2_000);
const PART = 1_000;

describe(`among ${MANY} texts`, () => {
  const year = 2022;
  const named = (i: number): FilledForm => reportWith(`第${i}局`, year, []);
  let agencies: string[];

  beforeAll(async () => {
    agencies = [];
    for (let from = 1; from <= MANY; from += PART) await storePart(from, from + PART - 1);
    await test.database.query('analyze report_signature');
  }, 900_000);

  const storePart = async (from: number, to: number): Promise<void> => {
    const made = await test.database.query<{ id: string; report_id: string }>(
      `with made as (
         insert into agency (name, normalised_name, kind) select '第' || i || '局', '第' || i || '局', 'DEPARTMENT'
         from generate_series($1::int, $2::int) i returning id
       )
       insert into report (agency_id, year, scope, revision, status, is_newest, is_current, content_key,
         unstated_active_disclosure, unstated_requests, unstated_appeals, error_count, warning_count, info_count,
         reader_version, rules_version)
       select id, ${year}, 'ORGAN', 1, 'PUBLISHED', true, true, id::text, 0, 0, 0, 0, 0, 0, '1', '1'
       from made returning agency_id as id, id as report_id`,
      [from, to],
    );
    agencies.push(...made.map(({ id }) => id));
    const signatures = made.map((_, i) => signatureOf(stretches(from + i)));
    await test.database.query(
      `insert into report_signature (report_id, signature, bands)
       select id, decode(hex, 'hex'), bands::int[] from unnest($1::bigint[], $2::text[], $3::text[]) as r (id, hex, bands)`,
      [
        made.map((one) => one.report_id),
        signatures.map((s) => bytesOf(s).toString('hex')),
        signatures.map((s) => `{${bandsOf(s, year).join()}}`),
      ],
    );
  };

  /** Made up: what a text of so many stretches has. */
  const stretches = (i: number): Set<number> =>
    new Set(Array.from({ length: 120 }, (_, k) => Math.imul(i * 131 + k + 1, 0x9e3779b1) >>> 0));

  it('a text is found by the index, in little time', async () => {
    const plan = await test.database.query<{ 'QUERY PLAN': string }>(
      `explain select report_id from report_signature where bands && $1::int[]`,
      [bandsOf(signatureOf(stretches(7)), year)],
    );
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain(
      'report_signature_bands_index',
    );
  });

  it('a batch of texts is looked up within a few milliseconds each', async () => {
    const batch = Array.from({ length: 100 }, (_, i) => ({
      agencyId: agencies[i]!,
      year: year + 1,
      scope: 'ORGAN' as const,
      form: {
        ...named(i),
        sections: [{ ordinal: 1, heading: '', text: proseOf(i + 900).join('') }],
      },
    }));
    const started = performance.now();
    const found = await test.database.transaction((manager) => findAlike(manager, batch));
    const each = (performance.now() - started) / batch.length;
    expect(found).toEqual(batch.map(() => []));
    if (process.env['COPIES']) console.log(`${each.toFixed(1)} ms a text`);
    expect(each).toBeLessThan(20);
  });
});
