import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/entities/database.js';
import { correctCell } from '../../src/filing/correct-cell.js';
import { enterReport } from '../../src/filing/enter-report.js';
import type { EntryRequest } from '../../src/filing/enter-report.js';
import type { EnteredReport } from '../../src/filing/entered-form.js';
import { entryTemplate, parseEntryFile } from '../../src/filing/entry-file.js';
import { importDocument } from '../../src/filing/import-document.js';
import { loadForm } from '../../src/filing/load-forms.js';
import { addressKey } from '../../src/format/form.js';
import { ingest } from '../../src/ingest/ingest.js';
import { IngestError } from '../../src/ingest/ingest-error.js';
import { findOrCreateAgency } from '../../src/registry/find-or-create-agency.js';
import { seedRegistry } from '../../src/registry/seed-registry.js';
import { createTestDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';

let test: TestDatabase;
let database: Database;
beforeAll(async () => {
  test = await createTestDatabase();
  database = test.database;
  await seedRegistry(database);
});
afterAll(() => test.drop());

const registry = { findOrCreateAgency };
const scan = () => Promise.reject(new IngestError('NO_TEXT_LAYER', 'It is a scan.'));

/** The template of a year, filled in with zeros but for the cells given. */
const filledIn = (year: number, numbers: Readonly<Record<string, string>> = {}): string =>
  entryTemplate(year).replace(/^([A-Z][^,]*),(".*"),$/gm, (_line, cell: string, label: string) => {
    return `${cell},${label},"${numbers[cell] ?? '0'}"`;
  });

const report = (overrides: Partial<EnteredReport> = {}): EnteredReport => ({
  agency: '周口市公安局',
  year: 2024,
  scope: 'ORGAN',
  title: null,
  publishedOn: '2025-01-20',
  unifiedSocialCreditCode: null,
  cells: parseEntryFile(filledIn(2024, { 'REQUESTS/received/total': '1,032' })).cells,
  ...overrides,
});

const enter = (content: string, overrides: Partial<EntryRequest> = {}, read = scan) =>
  enterReport(
    database,
    registry,
    {
      bytes: Buffer.from(`%PDF-1.4 ${content}`),
      fileName: 'scan.pdf',
      url: null,
      region: null,
      report: report(),
      by: '李四',
      why: '扫描件',
      ...overrides,
    },
    { read, status: 'PUBLISHED', createAgencies: true },
  );

describe('a scan that a person typed in', () => {
  it('is filed with its original, its cells ENTERED, checked, and with who did it', async () => {
    const outcome = await enter('one');
    if (outcome.kind !== 'CREATED') throw new Error(JSON.stringify(outcome));
    const [stored] = await database.query(
      `select a.name, q.total, d.media_type, convert_from(d.bytes, 'UTF8') as bytes, r.reader_version, r.error_count,
         c.kind, c.author, c.reason, l.act
       from report r join agency a on a.id = r.agency_id join request_row q on q.report_id = r.id and q."row" = 'received'
       join source_document d on d.id = r.source_document_id join correction c on c.report_id = r.id
       join audit_entry l on l.subject = 'report:' || r.id where r.id = $1`,
      [outcome.reportId],
    );
    expect(stored).toMatchObject({
      name: '周口市公安局',
      total: '1032',
      media_type: 'application/pdf',
      bytes: '%PDF-1.4 one',
      reader_version: 'TYPED_IN',
      kind: 'ENTRY',
      author: '李四',
      reason: '扫描件',
      act: 'ENTER_REPORT',
    });
    expect((stored as { error_count: number }).error_count).toBeGreaterThan(0);
    const [first] = (await loadForm(database, outcome.reportId)).cells;
    expect(first).toMatchObject({ status: 'ENTERED', raw: null, locator: null });
  });

  it('is there once; its cells are corrected one by one', async () => {
    const first = await enter('twice');
    if (first.kind === 'REFUSED') throw new Error(first.message);
    expect(await enter('twice')).toMatchObject({ kind: 'UNCHANGED', reportId: first.reportId });
    const cell = { table: 'REQUESTS', row: 'received', column: 'total' } as const;
    const request = { reportId: first.reportId, cell, value: '0', by: '李四', why: '抄错' };
    expect(await correctCell(database, request)).toMatchObject({ from: '1032', to: '0' });
    const { cells } = await loadForm(database, first.reportId);
    expect(cells.find((one) => addressKey(one) === addressKey(cell))).toEqual({
      ...cell,
      ...{ status: 'ENTERED', value: '0', raw: null, locator: null },
    });
    const bytes = Buffer.from('%PDF-1.4 twice');
    const imported = await importDocument(database, registry, bytes, 'scan.pdf', null, {
      read: scan,
      status: 'PUBLISHED',
      createAgencies: true,
    });
    expect(imported).toMatchObject({ code: 'NO_TEXT_LAYER' });
  });

  it('may lack a table, whose cells are then absent', async () => {
    const cells = new Map([...report().cells].filter(([key]) => !key.startsWith('APPEALS/')));
    const outcome = await enter('no appeals', { report: report({ cells, year: 2023 }) });
    if (outcome.kind === 'REFUSED') throw new Error(outcome.message);
    const [stored] = await database.query(
      'select edition_requests, edition_appeals, unstated_appeals from report where id = $1',
      [outcome.reportId],
    );
    expect(stored).toEqual({
      edition_requests: 'E2021',
      edition_appeals: null,
      unstated_appeals: 15,
    });
  });

  it('may be on the form of another year, which its cells tell', async () => {
    const { cells } = parseEntryFile(filledIn(2020));
    const outcome = await enter('old form', { report: report({ cells, year: 2022 }) });
    if (outcome.kind === 'REFUSED') throw new Error(outcome.message);
    const [stored] = await database.query(
      'select edition_active_disclosure, edition_requests, edition_appeals from report where id = $1',
      [outcome.reportId],
    );
    expect(stored).toEqual({
      edition_active_disclosure: 'E2019',
      edition_requests: 'E2019',
      edition_appeals: 'E2021',
    });
  });
});

describe('an entry is refused where', () => {
  const withCells = (change: (cells: Map<string, string>) => void): Partial<EntryRequest> => {
    const cells = new Map(report().cells);
    change(cells);
    return { report: report({ cells }) };
  };

  it.each([
    ['a cell is missing', withCells((c) => c.delete('REQUESTS/received/total')), 'INCOMPLETE'],
    ['there is no cell at all', withCells((c) => c.clear()), 'INCOMPLETE'],
    [
      'a cell is of another edition',
      withCells((c) => c.set('REQUESTS/UNSPECIFIED_OTHER/total', '1')),
      'NO_SUCH_CELL',
    ],
    ['a number is none', withCells((c) => c.set('REQUESTS/received/total', '1O')), 'NOT_A_NUMBER'],
    ['nobody answers for it', { by: '' }, 'AUTHOR_REQUIRED'],
    ['its year is none', { report: report({ year: 3024 }) }, 'YEAR_UNKNOWN'],
    ['its date is none', { report: report({ publishedOn: '2025-13-01' }) }, 'MANIFEST_INVALID'],
  ] as const)('%s', async (_reason, overrides, code) => {
    const before = await database.query('select count(*) from report');
    expect(await enter(code, overrides)).toMatchObject({ kind: 'REFUSED', code });
    expect(await database.query('select count(*) from report')).toEqual(before);
  });

  it('the document can be read, or is none', async () => {
    const text = 'test/fixtures/corpus/docs/real-zhoukou-psb-2024.txt';
    const { readFile } = await import('node:fs/promises');
    const bytes = await readFile(text);
    const readable = await enter('', { bytes, fileName: text }, ingest as never);
    expect(readable).toMatchObject({ code: 'READABLE' });
    const empty = await enter('', { bytes: Buffer.alloc(0) }, ingest as never);
    expect(empty).toMatchObject({ code: 'EMPTY_FILE' });
  });
});

describe('a file of numbers', () => {
  it('is CSV with cell and value, or JSON with what is known beside', () => {
    expect([...parseEntryFile('value,cell\n3,APPEALS/reconsideration/total\n').cells]).toEqual([
      ['APPEALS/reconsideration/total', '3'],
    ]);
    const json = {
      agency: '周口市公安局',
      year: 2024,
      url: null,
      cells: { 'ACTIVE_DISCLOSURE/licensingDecisions': 12, 'REQUESTS/received/total': null },
    };
    const { cells, facts } = parseEntryFile(JSON.stringify(json));
    expect([...cells]).toEqual([
      ['ACTIVE_DISCLOSURE/licensingDecisions/', '12'],
      ['REQUESTS/received/total', ''],
    ]);
    expect(facts).toEqual({ agency: '周口市公安局', year: '2024' });
  });

  it.each([
    ['cell,value\nREQUESTS/none/total,1\n', /no cell REQUESTS\/none\/total/],
    ['cell,value\nREQUESTS/received/total,1\nREQUESTS/received/total,2\n', /twice/],
    ['cell\nREQUESTS/received/total\n', /cell and value/],
    ['{"cells": {"REQUESTS/received/total": 1.5}}', /as a text/],
    ['{"agency": "x"}', /cells is missing/],
    ['{"name": "x", "cells": {}}', /no field name/],
    ['{', /JSON/],
  ])('says what is wrong: %j', (text, message) => {
    expect(() => parseEntryFile(text)).toThrow(message);
  });
});
