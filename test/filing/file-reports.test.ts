import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/entities/database.js';
import { fileReport, fileReports } from '../../src/filing/file-reports.js';
import type { Filed, FilingOutcome, SourceInput } from '../../src/filing/report-input.js';
import { createTestDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { createAgency, formOfYear, inputOf } from './reports.js';

let test: TestDatabase;
let database: Database;
beforeAll(async () => {
  test = await createTestDatabase();
  database = test.database;
  await database.query(
    `insert into region (code, name, full_name, level, province_code, prefecture_code, valid_from, valid_until, search_name)
     values ('410000', '河南省', '河南省', 'PROVINCE', '410000', null, null, null, '河南省'),
            ('411600', '周口市', '河南省周口市', 'PREFECTURE', '410000', '411600', '2000-06-08', null, '河南省周口市'),
            ('412700', '周口地区', '河南省周口地区', 'PREFECTURE', '410000', '412700', null, '2000-06-08', '河南省周口地区')`,
  );
  await database.query(`insert into region_successor values ('412700', '411600')`);
});
afterAll(() => test.drop());

const filed = (outcome: FilingOutcome): Filed => {
  if (outcome.kind === 'REFUSED') throw new Error(outcome.message);
  return outcome;
};

const document = (text: string): SourceInput => {
  const bytes = Buffer.from(text);
  return {
    fileName: '年报.html',
    mediaType: 'text/html',
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    url: 'https://example.gov.cn/1.html',
  };
};

interface StoredReport {
  id: string;
  revision: number;
  status: string;
  is_newest: boolean;
  is_current: boolean;
}

const revisionsOf = (agencyId: string): Promise<StoredReport[]> =>
  database.query(
    `select id, revision, status, is_newest, is_current from report where agency_id = $1 order by year, scope, revision`,
    [agencyId],
  );

describe('a report that is filed', () => {
  it('stands in the tables as it is printed, with its document and the region of its agency', async () => {
    const agencyId = await createAgency(database, '411600');
    const form = formOfYear(2024, {
      'REQUESTS/received/naturalPerson': '32',
      'REQUESTS/received/total': '32',
      'REQUESTS/NOT_HELD/total': null,
      'APPEALS/litigationDirect/upheld': '3',
      'ACTIVE_DISCLOSURE/licensingDecisions/': '1761224',
      'ACTIVE_DISCLOSURE/administrativeFeesWan/': '12313.437',
      'ACTIVE_DISCLOSURE/regulations/inForce': '2.5',
    });
    const source = document('<html>周口市公安局 2024');
    const { reportId } = filed(await fileReport(database, inputOf(form, agencyId, { source })));
    const [report] = await database.query(
      `select r.year, r.region_code, r.province_code, r.prefecture_code, r.county_code, r.published_on,
              r.unstated_active_disclosure, r.unstated_requests, r.unstated_appeals, d.file_name, d.bytes
       from report r join source_document d on d.id = r.source_document_id where r.id = $1`,
      [reportId],
    );
    expect(report).toEqual({
      year: 2024,
      region_code: '411600',
      province_code: '410000',
      prefecture_code: '411600',
      county_code: null,
      published_on: '2025-01-20',
      // 2.5 is no count: it stays in the evidence and is not added to anything.
      unstated_active_disclosure: 1,
      unstated_requests: 1,
      unstated_appeals: 0,
      file_name: '年报.html',
      bytes: source.bytes,
    });
    const requests = await database.query<{ row: string; natural_person: string; total: string }>(
      `select "row", natural_person, total from request_row where report_id = $1 order by ordinal`,
      [reportId],
    );
    expect(requests).toHaveLength(25);
    expect(requests[0]).toEqual({ row: 'received', natural_person: '32', total: '32' });
    expect(requests.find(({ row }) => row === 'NOT_HELD')?.total).toBeNull();
    expect(requests.at(-1)?.row).toBe('carriedOut');
    const disclosure = await database.query(
      `select "row", in_force, decisions, amount_wan::text from active_disclosure_row where report_id = $1 order by ordinal`,
      [reportId],
    );
    expect(disclosure).toEqual([
      { row: 'regulations', in_force: null, decisions: null, amount_wan: null },
      { row: 'normativeDocuments', in_force: '0', decisions: null, amount_wan: null },
      { row: 'licensingDecisions', in_force: null, decisions: '1761224', amount_wan: null },
      { row: 'penaltyDecisions', in_force: null, decisions: '0', amount_wan: null },
      { row: 'coercionDecisions', in_force: null, decisions: '0', amount_wan: null },
      { row: 'administrativeFeesWan', in_force: null, decisions: null, amount_wan: '12313.437000' },
    ]);
    const appeals = await database.query(
      `select "row", upheld from appeal_row where report_id = $1 order by ordinal`,
      [reportId],
    );
    expect(appeals).toEqual([
      { row: 'reconsideration', upheld: '0' },
      { row: 'litigationDirect', upheld: '3' },
      { row: 'litigationAfterReconsideration', upheld: '0' },
    ]);
  });

  it('belongs to the region that existed in its year', async () => {
    const agencyId = await createAgency(database, '411600');
    await fileReport(database, inputOf(formOfYear(1999), agencyId));
    const [report] = await database.query('select region_code from report where agency_id = $1', [
      agencyId,
    ]);
    expect(report).toEqual({ region_code: '412700' });
  });

  it('changes nothing the second time', async () => {
    const agencyId = await createAgency(database);
    const input = inputOf(formOfYear(2024), agencyId, { source: document('same') });
    const first = await fileReport(database, input);
    expect(first).toMatchObject({ kind: 'CREATED', revision: 1, status: 'PUBLISHED' });
    const second = await fileReport(database, { ...input, status: 'SUBMITTED' });
    expect(second).toEqual({ ...first, kind: 'UNCHANGED' });
    expect(await revisionsOf(agencyId)).toHaveLength(1);
  });

  it('becomes a new revision where another document of its key is known', async () => {
    const agencyId = await createAgency(database);
    const input = inputOf(formOfYear(2024), agencyId, { source: document('old') });
    await fileReport(database, input);
    const newer = await fileReport(database, { ...input, source: document('new') });
    expect(newer).toMatchObject({ kind: 'REVISED', revision: 2 });
    expect(await revisionsOf(agencyId)).toMatchObject([
      { revision: 1, is_newest: false, is_current: false },
      { revision: 2, is_newest: true, is_current: true },
    ]);
    const again = await fileReport(database, input);
    expect(again).toMatchObject({ kind: 'UNCHANGED', revision: 1 });
  });

  it('that is only submitted does not replace the published one', async () => {
    const agencyId = await createAgency(database);
    const input = inputOf(formOfYear(2024), agencyId, { source: document('published') });
    await fileReport(database, input);
    await fileReport(database, { ...input, source: document('draft'), status: 'SUBMITTED' });
    expect(await revisionsOf(agencyId)).toMatchObject([
      { status: 'PUBLISHED', is_newest: false, is_current: true },
      { status: 'SUBMITTED', is_newest: true, is_current: false },
    ]);
  });

  it('of another scope is another report', async () => {
    const agencyId = await createAgency(database);
    const input = inputOf(formOfYear(2024), agencyId);
    await fileReport(database, input);
    const other = await fileReport(database, { ...input, scope: 'SYSTEM_CONSOLIDATED' });
    expect(other).toMatchObject({ kind: 'CREATED', revision: 1 });
  });

  it('without an agency is refused', async () => {
    const outcome = await fileReport(database, inputOf(formOfYear(2024), '999999999'));
    expect(outcome).toMatchObject({ kind: 'REFUSED', code: 'AGENCY_UNKNOWN' });
  });

  it('eight times at once comes to one report with its revisions in a row', async () => {
    const agencyId = await createAgency(database);
    const runs = Array.from({ length: 8 }, (_, n) =>
      fileReport(
        database,
        inputOf(formOfYear(2024), agencyId, { source: document(`version ${n % 4}`) }),
      ),
    );
    const kinds = (await Promise.all(runs)).map(({ kind }) => kind).sort();
    expect(kinds).toEqual([
      'CREATED',
      ...Array<string>(3).fill('REVISED'),
      ...Array<string>(4).fill('UNCHANGED'),
    ]);
    const revisions = await revisionsOf(agencyId);
    expect(revisions.map(({ revision }) => revision)).toEqual([1, 2, 3, 4]);
    expect(revisions.map((revision) => revision.is_current)).toEqual([false, false, false, true]);
  });
});

describe('many reports', () => {
  it('are filed in the order given, and one that cannot be stored is refused alone', async () => {
    const agencyIds = await Promise.all([1, 2, 3].map(() => createAgency(database)));
    const inputs = agencyIds.map((agencyId) => inputOf(formOfYear(2024), agencyId));
    const broken = { ...inputs[1]!, form: { ...inputs[1]!.form, title: 'a\0b' } };
    const outcomes = await fileReports(database, [inputs[0]!, broken, inputs[2]!]);
    expect(outcomes).toMatchObject([
      { kind: 'CREATED' },
      { kind: 'REFUSED', code: 'TEXT_UNSTORABLE' },
      { kind: 'CREATED' },
    ]);
    expect(await revisionsOf(agencyIds[1]!)).toEqual([]);
  });

  it('of the same key become revisions of each other within a batch', async () => {
    const agencyId = await createAgency(database);
    const versions = ['a', 'b', 'a', 'c'].map((text) =>
      inputOf(formOfYear(2024), agencyId, { source: document(`batch ${text}`) }),
    );
    const outcomes = await fileReports(database, versions);
    expect(outcomes.map(({ kind }) => kind)).toEqual([
      'CREATED',
      'REVISED',
      'UNCHANGED',
      'REVISED',
    ]);
    expect(await revisionsOf(agencyId)).toMatchObject([
      { is_newest: false, is_current: false },
      { is_newest: false, is_current: false },
      { is_newest: true, is_current: true },
    ]);
  });
});

describe('filings at the same time', () => {
  it('of the same agencies in different orders come through without waiting for each other for ever', async () => {
    const agencyIds = await Promise.all([1, 2, 3, 4, 5, 6].map(() => createAgency(database)));
    const inputs = agencyIds.map((agencyId) => inputOf(formOfYear(2024), agencyId));
    const shared = document('one document for all');
    const batches = [inputs, inputs.toReversed(), inputs.slice(3)].map((batch, n) =>
      batch.map((input) => ({ ...input, source: n === 0 ? shared : document(`of ${n}`) })),
    );
    const outcomes = await Promise.all(batches.map((batch) => fileReports(database, batch)));
    expect(outcomes.flat().filter(({ kind }) => kind === 'CREATED')).toHaveLength(6);
    expect(outcomes.flat().filter(({ kind }) => kind === 'REVISED')).toHaveLength(9);
  });
});
