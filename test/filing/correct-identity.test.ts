import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/entities/database.js';
import { correctCell } from '../../src/filing/correct-cell.js';
import { correctIdentity } from '../../src/filing/correct-identity.js';
import type { IdentityCorrectionRequest } from '../../src/filing/correct-identity.js';
import { fileReport } from '../../src/filing/file-reports.js';
import { importDocument } from '../../src/filing/import-document.js';
import type { Imported } from '../../src/filing/import-document.js';
import type { FilledForm } from '../../src/format/report.js';
import { findOrCreateAgency } from '../../src/registry/find-or-create-agency.js';
import { seedRegistry } from '../../src/registry/seed-registry.js';
import { createTestDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { createAgency, formOfYear, inputOf } from './reports.js';

let test: TestDatabase;
let database: Database;
beforeAll(async () => {
  test = await createTestDatabase();
  database = test.database;
  await seedRegistry(database);
});
afterAll(() => test.drop());

const registry = { findOrCreateAgency };

const file = async (form: FilledForm, agencyId: string): Promise<string> => {
  const outcome = await fileReport(database, inputOf(form, agencyId));
  if (outcome.kind === 'REFUSED') throw new Error(outcome.message);
  return outcome.reportId;
};

const importForm = async (form: FilledForm, content: string): Promise<Imported> => {
  const outcome = await importDocument(database, registry, Buffer.from(content), 'a.html', null, {
    read: () => Promise.resolve(form),
    status: 'PUBLISHED',
    createAgencies: true,
  });
  if (outcome.kind === 'REFUSED') throw new Error(outcome.message);
  return outcome;
};

const move = (
  request: Pick<IdentityCorrectionRequest, 'reportId'> & Partial<IdentityCorrectionRequest>,
) => correctIdentity(database, registry, { by: '李四', why: '抬头写错', ...request });

const revisions = (agencyId: string, year: number): Promise<unknown[]> =>
  database.query(
    `select id, revision, is_newest, is_current from report where agency_id = $1 and year = $2 order by revision`,
    [agencyId, year],
  );

const codesOf = async (reportId: string): Promise<string[]> => {
  const rows = await database.query<{ check_code: string }>(
    'select check_code from finding where report_id = $1 order by ordinal',
    [reportId],
  );
  return rows.map(({ check_code }) => check_code);
};

describe('a report that was filed under another year', () => {
  it('is the newest revision of the right one, and what was there before it stands again', async () => {
    const agencyId = await createAgency(database);
    const right = await file(formOfYear(2022), agencyId);
    const wrong = await file(formOfYear(2022, { 'REQUESTS/received/total': '1' }), agencyId);
    expect(await move({ reportId: wrong, year: 2023 })).toMatchObject({
      kind: 'MOVED',
      from: { agencyId, year: 2022, scope: 'ORGAN' },
      to: { agencyId, year: 2023, scope: 'ORGAN' },
      revision: 1,
    });
    expect(await revisions(agencyId, 2022)).toEqual([
      { id: right, revision: 1, is_newest: true, is_current: true },
    ]);
    expect(await revisions(agencyId, 2023)).toEqual([
      { id: wrong, revision: 1, is_newest: true, is_current: true },
    ]);
    const [kept] = await database.query(
      `select c.kind, c.from_identity, c.to_identity, c.author, a.act from correction c
       join audit_entry a on a.subject = 'report:' || c.report_id where report_id = $1`,
      [wrong],
    );
    expect(kept).toEqual({
      kind: 'IDENTITY',
      from_identity: { agencyId, year: 2022, scope: 'ORGAN' },
      to_identity: { agencyId, year: 2023, scope: 'ORGAN' },
      author: '李四',
      act: 'CORRECT_IDENTITY',
    });
  });

  it('takes the place of what was filed there', async () => {
    const agencyId = await createAgency(database);
    const older = await file(formOfYear(2023), agencyId);
    const moved = await file(formOfYear(2024, { 'REQUESTS/received/total': '1' }), agencyId);
    await move({ reportId: moved, year: 2023 });
    expect(await revisions(agencyId, 2023)).toEqual([
      { id: older, revision: 1, is_newest: false, is_current: false },
      { id: moved, revision: 2, is_newest: true, is_current: true },
    ]);
    expect(await revisions(agencyId, 2024)).toEqual([]);
  });

  it('says so in a note, and is judged as of the right year, as is the year after', async () => {
    const agencyId = await createAgency(database);
    const next = await file(formOfYear(2024, { 'REQUESTS/carriedIn/total': '4' }), agencyId);
    const moved = await file(formOfYear(2022, { 'REQUESTS/carriedOut/total': '7' }), agencyId);
    expect(await codesOf(next)).not.toContain('X1');
    await move({ reportId: moved, year: 2023 });
    expect(await codesOf(next)).toContain('X1');
    const [note] = await database.query(
      `select severity, left_value, right_value, message_en from finding where report_id = $1 and check_code = 'M3'`,
      [moved],
    );
    expect(note).toEqual({
      severity: 'INFO',
      left_value: '2022',
      right_value: '2023',
      message_en: 'The document is for 2022; the report is filed under 2023.',
    });
    await move({ reportId: moved, year: 2022 });
    expect(await codesOf(next)).not.toContain('X1');
    expect(await codesOf(moved)).not.toContain('M3');
  });

  it('keeps its corrected cells', async () => {
    const agencyId = await createAgency(database);
    const reportId = await file(formOfYear(2022), agencyId);
    const cell = { table: 'APPEALS', row: 'reconsideration', column: 'total' } as const;
    await correctCell(database, { reportId, cell, value: '9', by: '李四', why: '核对' });
    await move({ reportId, year: 2021 });
    const [row] = await database.query(
      `select total from appeal_row where report_id = $1 and "row" = 'reconsideration'`,
      [reportId],
    );
    expect(row).toEqual({ total: '9' });
  });
});

describe('a report that was filed under another agency', () => {
  it('gets the right one, its region, and loses what was uncertain about the first', async () => {
    const outcome = await importForm(
      { ...formOfYear(2024), agency: '鼓楼区水利局' },
      'agency uncertain',
    );
    expect(await codesOf(outcome.reportId)).toContain('G1');
    expect(await move({ reportId: outcome.reportId, agency: '南京市鼓楼区水利局' })).toMatchObject({
      code: 'AGENCY_NOT_ON_ROSTER',
    });
    const moved = await move({
      reportId: outcome.reportId,
      agency: '南京市鼓楼区水利局',
      createAgency: true,
    });
    expect(moved).toMatchObject({ kind: 'MOVED' });
    const [stored] = await database.query(
      `select a.name, r.region_code, r.printed_agency from report r join agency a on a.id = r.agency_id where r.id = $1`,
      [outcome.reportId],
    );
    expect(stored).toEqual({
      name: '南京市鼓楼区水利局',
      region_code: '320106',
      printed_agency: '鼓楼区水利局',
    });
    expect(await codesOf(outcome.reportId)).not.toContain('G1');
  });

  it('is found again when its document is imported again', async () => {
    const form = { ...formOfYear(2024), agency: '开封市水利局', scope: null };
    const first = await importForm(form, 'imported twice');
    expect(await codesOf(first.reportId)).toContain('M1');
    await move({
      reportId: first.reportId,
      agency: '洛阳市水利局',
      createAgency: true,
      scope: 'SYSTEM_CONSOLIDATED',
    });
    expect(await codesOf(first.reportId)).not.toContain('M1');
    await move({ reportId: first.reportId, year: 2023 });
    expect(await importForm(form, 'imported twice')).toMatchObject({
      kind: 'UNCHANGED',
      reportId: first.reportId,
      year: 2023,
      scope: 'SYSTEM_CONSOLIDATED',
    });
    expect(await importForm(form, 'another document')).toMatchObject({ kind: 'CREATED' });
  });
});

describe('a move is refused where', () => {
  it('the report is filed so already, the year is none, or the document stands there', async () => {
    const agencyId = await createAgency(database);
    const reportId = await file(formOfYear(2022), agencyId);
    expect(await move({ reportId, year: 2022 })).toMatchObject({ code: 'NOTHING_TO_CORRECT' });
    expect(await move({ reportId, year: 20222 })).toMatchObject({ code: 'YEAR_UNKNOWN' });
    const twice = inputOf(formOfYear(2022), agencyId, { year: 2021 });
    await fileReport(database, twice);
    expect(await move({ reportId, year: 2021 })).toMatchObject({ code: 'ALREADY_FILED' });
    expect(await move({ reportId: '999999999', year: 2021 })).toMatchObject({
      code: 'REPORT_UNKNOWN',
    });
    expect(await move({ reportId, year: 2020, by: '' })).toMatchObject({ code: 'AUTHOR_REQUIRED' });
    expect(await revisions(agencyId, 2022)).toHaveLength(1);
  });
});
