import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../src/entities/database.js';
import { correctCell } from '../../src/filing/correct-cell.js';
import { correctIdentity } from '../../src/filing/correct-identity.js';
import { enterReport } from '../../src/filing/enter-report.js';
import { entryTemplate, parseEntryFile } from '../../src/filing/entry-file.js';
import { explainFinding } from '../../src/filing/explain-finding.js';
import { importDocument } from '../../src/filing/import-document.js';
import { rebuildSums } from '../../src/filing/kept/rebuild-sums.js';
import { verifySums } from '../../src/filing/kept/verify-sums.js';
import { loadForm } from '../../src/filing/load-forms.js';
import { rereadStored } from '../../src/filing/reread-stored.js';
import type { Read } from '../../src/filing/reread-stored.js';
import type { ReportDiff } from '../../src/filing/report-diff.js';
import { TotalsDiff } from '../../src/filing/totals-diff.js';
import type { UpkeepEvent } from '../../src/filing/upkeep.js';
import { READER_VERSION } from '../../src/filing/versions.js';
import { addressKey } from '../../src/format/form.js';
import type { FilledForm } from '../../src/format/report.js';
import { IngestError } from '../../src/ingest/ingest-error.js';
import { ingest } from '../../src/ingest/ingest.js';
import { findOrCreateAgency } from '../../src/registry/find-or-create-agency.js';
import { seedRegistry } from '../../src/registry/seed-registry.js';
import { createEmbeddedDatabase, createTestDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { formOfYear } from './reports.js';

let test: TestDatabase;
let database: Database;
beforeAll(async () => {
  test = await createTestDatabase();
  database = test.database;
  await seedRegistry(database);
});
beforeEach(async () => {
  await database.query('truncate report, source_document cascade');
  await rebuildSums(database);
});
afterAll(() => test.drop());

const registry = { findOrCreateAgency };
const author = 'nianbao reread';

/** Documents whose content is the key of the form that a reader makes of them. */
type Readings = Record<string, FilledForm | IngestError>;

const readerOf =
  (readings: Readings): Read =>
  (bytes) => {
    const reading = readings[Buffer.from(bytes).toString()];
    if (!reading) return Promise.reject(new Error('the reader died'));
    return reading instanceof IngestError ? Promise.reject(reading) : Promise.resolve(reading);
  };

const importAll = async (readings: Readings, db = database): Promise<Record<string, string>> => {
  const ids: Record<string, string> = {};
  for (const content of Object.keys(readings)) {
    const bytes = Buffer.from(content);
    const outcome = await importDocument(db, registry, bytes, 'a.html', null, {
      read: readerOf(readings),
      status: 'PUBLISHED',
      createAgencies: true,
    });
    if (outcome.kind === 'REFUSED') throw new Error(outcome.message);
    ids[content] = outcome.reportId;
  }
  return ids;
};

/** As if an older reader had read everything. */
const age = (db = database) => db.query(`update report set reader_version = '0'`);

const reread = async (
  read: Read,
  options: { apply: boolean; all?: boolean; batch?: number },
  db = database,
): Promise<UpkeepEvent[]> => {
  const events: UpkeepEvent[] = [];
  for await (const event of rereadStored(db, read, { all: false, author, ...options })) {
    events.push(event);
  }
  return events;
};

const diffsOf = (events: readonly UpkeepEvent[]): ReportDiff[] =>
  events.flatMap((event) => (event.kind === 'CHANGED' ? [event.diff] : []));

const received = { table: 'REQUESTS', row: 'received', column: 'naturalPerson' } as const;
const receivedTotal = { ...received, column: 'total' };

const form = (year: number, figures: Record<string, string | null> = {}): FilledForm =>
  formOfYear(year, figures);

/** All that adds up with five requests received of natural persons, but for these themselves. */
const five = Object.fromEntries(
  ['GRANTED', 'completed'].flatMap((row) =>
    ['naturalPerson', 'total'].map((column) => [`REQUESTS/${row}/${column}`, '5'] as const),
  ),
);
const balanced = {
  ...five,
  'REQUESTS/received/naturalPerson': '5',
  'REQUESTS/received/total': '5',
};

const everything = () =>
  Promise.all(
    [
      'report',
      'request_row',
      'report_evidence',
      'report_section',
      'finding',
      'explanation',
      'correction',
      'setting',
      'audit_entry',
    ].map((table) => database.query(`select * from ${table} t order by t::text`)),
  );

describe('reading again', () => {
  it('shows which cells, totals and findings change before anything does, and applies the same', async () => {
    const ids = await importAll({
      one: form(2023, { ...five, [addressKey(receivedTotal)]: '5' }),
      two: form(2024),
    });
    await age();
    const newer = readerOf({ one: { ...form(2023, balanced), title: '标题' }, two: form(2024) });
    const before = await everything();
    const shown = await reread(newer, { apply: false });
    expect(await everything()).toEqual(before);
    expect(shown[0]).toEqual({ kind: 'TAKEN', reports: 2, goesOn: false });
    const [diff, ...others] = diffsOf(shown);
    expect(others).toEqual([]);
    expect(diff).toMatchObject({
      report: { reportId: ids['one'], agency: '周口市公安局', year: 2023, provinceCode: '410000' },
      cells: [{ cell: received, before: { status: 'READ', value: '0' }, after: { value: '5' } }],
      figures: [{ cell: received, before: '0', after: '5' }],
      facts: [{ name: 'title', after: '标题' }],
      textChanged: false,
      placesChanged: 0,
      lost: [],
      come: [],
    });
    expect(diff?.gone.map(({ check }) => check)).toContain('A1');
    const totals = new TotalsDiff();
    diffsOf(shown).forEach((d) => totals.add(d));
    expect(totals.changes()).toEqual([
      {
        ...{ year: 2023, scope: 'ORGAN', provinceCode: '410000', cell: received },
        ...{ by: '5', reports: 1, stated: 0 },
      },
    ]);

    expect(await reread(newer, { apply: true })).toEqual(shown);
    const [row] = await database.query(
      `select q.natural_person, r.title, r.error_count, r.reader_version, r.revision from report r
       join request_row q on q.report_id = r.id and q."row" = 'received' where r.id = $1`,
      [ids['one']],
    );
    expect(row).toEqual({
      natural_person: '5',
      title: '标题',
      error_count: 0,
      reader_version: READER_VERSION,
      revision: 1,
    });
    const [entry] = await database.query(
      `select author, act, before, after from audit_entry where subject = $1`,
      [`report:${ids['one'] ?? ''}`],
    );
    expect(entry).toMatchObject({
      author,
      act: 'REREAD',
      before: { cells: { 'REQUESTS/received/naturalPerson': { status: 'READ', value: '0' } } },
      after: { facts: { title: '标题' } },
    });
    expect(await verifySums(database)).toBeNull();
    expect(await reread(newer, { apply: true })).toEqual([
      { kind: 'TAKEN', reports: 0, goesOn: false },
    ]);
  });

  it('keeps corrections in force, knows where the reading agrees, and says which cell is gone', async () => {
    const ids = await importAll({ one: form(2023), gone: form(2022) });
    const correct = { value: '5', by: '李四', why: '核对' };
    await correctCell(database, { reportId: ids['one']!, cell: received, ...correct });
    await correctCell(database, { reportId: ids['one']!, cell: receivedTotal, ...correct });
    const outcomeOther = { table: 'REQUESTS', row: 'OTHER_REASON', column: 'total' } as const;
    await correctCell(database, { reportId: ids['gone']!, cell: outcomeOther, ...correct });
    await age();
    const olderForm = { ...form(2020), year: 2022, titleYear: 2022 };
    const newer = readerOf({
      one: form(2023, { [addressKey(received)]: '5', [addressKey(receivedTotal)]: '7' }),
      gone: olderForm,
    });
    const events = await reread(newer, { apply: true });
    const cells = (await loadForm(database, ids['one']!)).cells.filter(
      ({ status }) => status === 'ENTERED',
    );
    expect(cells).toMatchObject([
      { ...received, value: '5', raw: '5', read: { status: 'READ', value: '5' } },
      { ...receivedTotal, value: '5', raw: '7', read: { status: 'READ', value: '7' } },
    ]);
    const lost = diffsOf(events).flatMap((diff) => diff.lost);
    expect(lost).toEqual([{ ...outcomeOther, value: '5' }]);
  });

  it('keeps explanations of figures that stay, and drops those of others', async () => {
    const broken = { 'APPEALS/reconsideration/total': '7', 'REQUESTS/GRANTED/total': '2' };
    const ids = await importAll({ one: form(2023, broken) });
    const findings = await database.query<{ id: string; check_code: string }>(
      `select id, check_code from finding where report_id = $1 and check_code like 'A%'`,
      [ids['one']],
    );
    for (const { id } of findings) {
      await explainFinding(database, { findingId: id, dismiss: false, by: '李四', why: '已说明' });
    }
    await age();
    await reread(readerOf({ one: form(2023, { 'APPEALS/reconsideration/total': '7' }) }), {
      apply: true,
    });
    const left = await database.query(
      `select f.check_code, e.text from finding f join explanation e on e.id = f.explanation_id
       where f.report_id = $1`,
      [ids['one']],
    );
    expect(left).toEqual([{ check_code: 'A4', text: '已说明' }]);
  });

  it('judges the year after by what is read now, though it was read before', async () => {
    const carried = (row: string, value: string) => ({ [`REQUESTS/${row}/total`]: value });
    // The later year is filed first, so that it is read again first.
    const ids = await importAll({
      later: form(2024, carried('carriedIn', '5')),
      earlier: form(2023, carried('carriedOut', '3')),
    });
    const codes = async (): Promise<string[]> => {
      const rows = await database.query<{ check_code: string }>(
        'select check_code from finding where report_id = $1',
        [ids['later']],
      );
      return rows.map(({ check_code }) => check_code);
    };
    expect(await codes()).toContain('X1');
    await age();
    const newer = readerOf({
      later: form(2024, carried('carriedIn', '5')),
      earlier: form(2023, carried('carriedOut', '5')),
    });
    const events = await reread(newer, { apply: true });
    expect(await codes()).not.toContain('X1');
    const ofLater = diffsOf(events).find(({ report }) => report.reportId === ids['later']);
    expect(ofLater?.gone.map(({ check }) => check)).toContain('X1');
    expect(ofLater?.cells).toEqual([]);
  });

  it('leaves a report where it is filed, and warns where the document tells another year now', async () => {
    const ids = await importAll({ one: form(2022), two: form(2020), three: form(2018) });
    await correctIdentity(database, registry, {
      ...{ reportId: ids['two']!, year: 2021, by: '李四', why: '抬头写错' },
    });
    await age();
    const newer = readerOf({
      one: { ...form(2022), year: 2023 },
      two: { ...form(2020), title: '另一标题' },
      three: { ...form(2018), publishedOn: '2019-03-01' },
    });
    await reread(newer, { apply: true });
    const rows = await database.query(
      `select r.year, f.severity, r.published_on from report r
       left join finding f on f.report_id = r.id and f.check_code = 'M3' order by r.year`,
    );
    expect(rows).toEqual([
      { year: 2018, severity: null, published_on: '2019-03-01' },
      { year: 2021, severity: 'INFO', published_on: '2021-01-20' },
      { year: 2022, severity: 'WARNING', published_on: '2023-01-20' },
    ]);
  });

  it('keeps what was read before where the document cannot be read any more', async () => {
    const ids = await importAll({ one: form(2023, balanced), two: form(2024) });
    await age();
    const newer = readerOf({ one: new IngestError('PARSE_TIMEOUT', 'Too slow.'), two: form(2024) });
    const events = await reread(newer, { apply: true });
    expect(events.filter(({ kind }) => kind === 'UNREAD')).toMatchObject([
      { report: { reportId: ids['one'] }, code: 'PARSE_TIMEOUT', message: 'Too slow.' },
    ]);
    const versions = await database.query('select year, reader_version from report order by year');
    expect(versions).toEqual([
      { year: 2023, reader_version: '0' },
      { year: 2024, reader_version: READER_VERSION },
    ]);
  });

  it('leaves what a person typed in alone', async () => {
    const text = entryTemplate(2024).replace(/,$/gm, ',0');
    const outcome = await enterReport(
      database,
      registry,
      {
        ...{ bytes: Buffer.from('scan'), fileName: 'a.pdf', url: null, region: null },
        ...{ by: '李四', why: '扫描件' },
        report: {
          ...{ agency: '周口市公安局', year: 2024, scope: 'ORGAN', title: null },
          ...{
            publishedOn: null,
            unifiedSocialCreditCode: null,
            cells: parseEntryFile(text).cells,
          },
        },
      },
      {
        read: readerOf({ scan: new IngestError('NO_TEXT_LAYER', 'A scan.') }),
        ...{ status: 'PUBLISHED', createAgencies: true },
      },
    );
    expect(outcome.kind).toBe('CREATED');
    expect(await reread(readerOf({}), { apply: true, all: true })).toEqual([
      { kind: 'TAKEN', reports: 0, goesOn: false },
    ]);
  });
});

describe('an interrupted reading', () => {
  const agencies = Array.from({ length: 8 }, (_, i) => `周口市第${i + 1}中学`);
  const readings = (year: number): Readings =>
    Object.fromEntries(agencies.map((agency) => [agency, { ...form(year), agency }]));
  const newer = (): Readings =>
    Object.fromEntries(agencies.map((agency) => [agency, { ...form(2023, balanced), agency }]));

  it('goes on where it stopped, of stale reports and of all', async () => {
    await importAll(readings(2023));
    const some = newer();
    Reflect.deleteProperty(some, agencies[5]!);
    const done = async (): Promise<number> => {
      const [row] = await database.query<{ n: number }>(
        `select count(*)::int as n from request_row where "row" = 'received' and natural_person = 5`,
      );
      return row!.n;
    };
    for (const all of [false, true]) {
      await age();
      await database.query('update request_row set natural_person = 0');
      await database.query(
        `update report_evidence set cells = replace(cells::text, '"5"', '"0"')::jsonb`,
      );
      await expect(reread(readerOf(some), { apply: true, all, batch: 3 })).rejects.toThrow(
        'the reader died',
      );
      const first = await done();
      expect(first).toBe(3);
      const [taken, ...rest] = await reread(readerOf(newer()), { apply: true, all });
      expect(taken).toEqual({ kind: 'TAKEN', reports: 5, goesOn: all });
      expect(diffsOf(rest)).toHaveLength(5);
      expect(await done()).toBe(8);
    }
    const [again] = await reread(readerOf(newer()), { apply: true, all: true });
    expect(again).toEqual({ kind: 'TAKEN', reports: 8, goesOn: false });
  });
});

describe('real documents', () => {
  it('are read again to the same, by the embedded engine too', { timeout: 120_000 }, async () => {
    const embedded = await createEmbeddedDatabase();
    try {
      await seedRegistry(embedded.database);
      const { readFile } = await import('node:fs/promises');
      for (const name of ['real-zhoukou-psb-2024.txt', 'bad01-rowTotal__html-plain.html']) {
        const bytes = await readFile(`test/fixtures/corpus/docs/${name}`);
        const options = { read: ingest, status: 'PUBLISHED', createAgencies: true } as const;
        await importDocument(embedded.database, registry, bytes, name, null, options);
      }
      await age(embedded.database);
      const events = await reread(ingest, { apply: true }, embedded.database);
      expect(events).toEqual([
        { kind: 'TAKEN', reports: 2, goesOn: false },
        { kind: 'LOOKED_AT', reports: 2 },
      ]);
    } finally {
      await embedded.drop();
    }
  });
});
