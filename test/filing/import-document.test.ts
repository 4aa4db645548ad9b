import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/entities/database.js';
import { importDocument } from '../../src/filing/import-document.js';
import type { AgencyRegistry, ImportOptions } from '../../src/filing/import-document.js';
import type { FilledForm } from '../../src/format/report.js';
import { ingest } from '../../src/ingest/ingest.js';
import { IngestError } from '../../src/ingest/ingest-error.js';
import { findOrCreateAgency } from '../../src/registry/find-or-create-agency.js';
import { seedRegistry } from '../../src/registry/seed-registry.js';
import { createTestDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { formOfYear } from './reports.js';

let test: TestDatabase;
let database: Database;
beforeAll(async () => {
  test = await createTestDatabase();
  database = test.database;
  await seedRegistry(database);
});
afterAll(() => test.drop());

const registry: AgencyRegistry = { findOrCreateAgency };

/** Imports as if the bytes had been read as the form. */
const reading = (form: FilledForm, overrides: Partial<ImportOptions> = {}): ImportOptions => ({
  read: () => Promise.resolve(form),
  status: 'PUBLISHED',
  createAgencies: true,
  ...overrides,
});

const count = async (table: string): Promise<number> => {
  const [row] = await database.query<{ n: number }>(`select count(*)::int as n from ${table}`);
  return row!.n;
};

const codesOf = async (reportId: string): Promise<string[]> => {
  const rows = await database.query<{ check_code: string }>(
    `select check_code from finding where report_id = $1 and check_code ~ '^[MG]' order by ordinal`,
    [reportId],
  );
  return rows.map(({ check_code }) => check_code);
};

describe('a published document', () => {
  it('is read, checked and filed under its agency, and once only', async () => {
    const file = 'samples/reports/zhoukou-public-security-2024.txt';
    const bytes = await readFile(file);
    const options: ImportOptions = { read: ingest, status: 'PUBLISHED', createAgencies: true };
    const first = await importDocument(database, registry, bytes, file, null, options);
    expect(first).toMatchObject({
      kind: 'CREATED',
      revision: 1,
      year: 2024,
      scope: 'ORGAN',
      agencyCreated: true,
    });
    const rows = await database.query(
      `select a.name, a.region_code, r.prefecture_code, q.natural_person, q.total, d.file_name, d.media_type
       from report r join agency a on a.id = r.agency_id join source_document d on d.id = r.source_document_id
       join request_row q on q.report_id = r.id and q."row" = 'completed'
       where r.is_current`,
    );
    expect(rows).toEqual([
      {
        name: '周口市公安局',
        region_code: '411600',
        prefecture_code: '411600',
        natural_person: '30',
        total: '30',
        file_name: 'zhoukou-public-security-2024.txt',
        media_type: 'text/plain',
      },
    ]);
    const again = await importDocument(database, registry, bytes, 'copy.txt', null, options);
    expect(again).toMatchObject({ kind: 'UNCHANGED', revision: 1, agencyCreated: false });
    expect(await count('source_document')).toBe(1);
  });

  it('is filed as its manifest says, and where they differ a finding says so', async () => {
    const manifest = {
      agency: '洛阳市教育局',
      year: 2022,
      scope: 'SYSTEM_CONSOLIDATED' as const,
      publishedOn: '2023-01-11',
      url: 'https://example.gov.cn/a.html',
    };
    const bytes = Buffer.from('document of another year');
    const outcome = await importDocument(
      database,
      registry,
      bytes,
      'a.html',
      manifest,
      reading(formOfYear(2021)),
    );
    if (outcome.kind === 'REFUSED') throw new Error(outcome.message);
    expect(outcome).toMatchObject({ year: 2022, scope: 'SYSTEM_CONSOLIDATED' });
    expect(await codesOf(outcome.reportId)).toEqual(['M2', 'M2']);
    const [stored] = await database.query(
      `select r.year, r.published_on, d.url from report r join source_document d on d.id = r.source_document_id
       where r.id = $1`,
      [outcome.reportId],
    );
    expect(stored).toEqual({
      year: 2022,
      published_on: '2023-01-11',
      url: 'https://example.gov.cn/a.html',
    });
  });

  it('without a scope is taken for the organ’s own, with a finding', async () => {
    const form = { ...formOfYear(2024), agency: '洛阳市民政局', scope: null };
    const outcome = await importDocument(
      database,
      registry,
      Buffer.from('no scope'),
      'b.html',
      null,
      reading(form),
    );
    if (outcome.kind === 'REFUSED') throw new Error(outcome.message);
    expect(outcome.scope).toBe('ORGAN');
    expect(await codesOf(outcome.reportId)).toEqual(['M1']);
  });

  it('of an undecided region is filed without one, with a finding', async () => {
    const form = { ...formOfYear(2024), agency: '鼓楼区民政局' };
    const outcome = await importDocument(
      database,
      registry,
      Buffer.from('鼓楼区'),
      'c.html',
      null,
      reading(form),
    );
    if (outcome.kind === 'REFUSED') throw new Error(outcome.message);
    const [stored] = await database.query('select region_code from report where id = $1', [
      outcome.reportId,
    ]);
    expect(stored).toEqual({ region_code: null });
    expect(await codesOf(outcome.reportId)).toEqual(['G1']);
  });
});

describe('a document that is refused leaves nothing behind:', () => {
  const refusal = async (
    form: FilledForm,
    overrides: Partial<ImportOptions> = {},
    manifest: Parameters<typeof importDocument>[4] = null,
  ): Promise<unknown> => {
    const before = [await count('report'), await count('agency'), await count('source_document')];
    const outcome = await importDocument(
      database,
      registry,
      Buffer.from(JSON.stringify(form)),
      'x.html',
      manifest,
      reading(form, overrides),
    );
    const after = [await count('report'), await count('agency'), await count('source_document')];
    expect(after).toEqual(before);
    return outcome;
  };

  it.each([
    ['it does not tell its year', { year: null }, 'YEAR_UNKNOWN'],
    ['its year is none', { year: 20244 }, 'YEAR_UNKNOWN'],
    ['it does not tell its agency', { agency: null }, 'AGENCY_UNKNOWN'],
    ['its agency is blank', { agency: ' ' }, 'AGENCY_UNKNOWN'],
    ['its text holds a NUL', { agency: '新野县水利局', title: 'a\0b' }, 'TEXT_UNSTORABLE'],
  ])('%s', async (_reason, fields, code) => {
    const outcome = await refusal({ ...formOfYear(2024), ...fields });
    expect(outcome).toMatchObject({ kind: 'REFUSED', code });
  });

  it('its manifest has a date that is none', async () => {
    const outcome = await refusal(formOfYear(2024), {}, { publishedOn: '2025-02-30' });
    expect(outcome).toMatchObject({ kind: 'REFUSED', code: 'MANIFEST_INVALID' });
  });

  it('its agency is unknown and must not be created', async () => {
    const form = { ...formOfYear(2024), agency: '从未见过的市水利局' };
    const outcome = await refusal(form, { createAgencies: false });
    expect(outcome).toMatchObject({ kind: 'REFUSED', code: 'AGENCY_NOT_ON_ROSTER' });
  });

  it('it cannot be read', async () => {
    const outcome = await refusal(formOfYear(2024), {
      read: () => Promise.reject(new IngestError('NO_TEXT_LAYER', 'It is a scan.', 'page 1')),
    });
    expect(outcome).toEqual({
      kind: 'REFUSED',
      code: 'NO_TEXT_LAYER',
      message: 'It is a scan. (page 1)',
    });
  });
});
