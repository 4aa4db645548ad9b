import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '../../../src/accounts/viewer.js';
import { DataVersion } from '../../../src/entities/data-version.js';
import { addressKey } from '../../../src/format/form.js';
import { ingest } from '../../../src/ingest/ingest.js';
import { rowsOf } from '../../../src/rollup/table-rows.js';
import { totals } from '../../../src/rollup/totals.js';
import { addExports } from '../../../src/server/exports/add-exports.js';
import { data } from '../../support/api.js';
import { createLonelyDatabase, type TestDatabase } from '../../support/database.js';
import { viewerWith } from '../../support/viewers.js';
import { aReport, anAgency, storePlaces, storeWorld } from '../../support/world.js';
import { codesOf, startServer, type RunningServer } from '../start.js';

/** Sums of a small world in each format, beside what the API says of the same question. */

let db: TestDatabase;
let server: RunningServer;
const viewers = new Map<string, Viewer>();

beforeAll(async () => {
  // Commits to other databases of one server change its version as well.
  db = await createLonelyDatabase();
  await storePlaces(db.database);
  const there = { level: 'COUNTY', region: '411602', consolidatesInto: '411602' } as const;
  const row = { naturalPerson: 3, total: 3 };
  const asked = (id: number, agency: number, status: 'PUBLISHED' | 'ACCEPTED', n: number) =>
    aReport({
      ...{ id, agency, status, region: '411602', year: 2024, revision: id === 3 ? 2 : 1 },
      requests: { received: { ...row, naturalPerson: n, total: n } },
      disclosure: { administrativeFeesWan: { amountWan: `${n}.25` } },
    });
  await storeWorld(db.database, {
    agencies: [
      anAgency({ id: 7, name: '=cmd|甲局', sectors: ['EDUCATION'], ...there }),
      anAgency({ id: 8, name: '乙局', sectors: ['TAXATION'], ...there }),
    ],
    reports: [asked(1, 7, 'PUBLISHED', 3), asked(2, 8, 'PUBLISHED', 5), asked(3, 8, 'ACCEPTED', 9)],
  });
  viewers.set('reviewer', await viewerWith(db.database, '审', ['REVIEWER', { region: '410000' }]));
  const version = new DataVersion(() => db.database);
  server = await startServer({
    addRoutes: (app) =>
      addExports(app, () => db.database, {
        findViewer: ({ secret }) => Promise.resolve(viewers.get(secret) ?? null),
        readVersion: () => version.read(),
      }),
  });
});
afterAll(async () => {
  await server.app.close();
  await db.drop();
});

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${server.url}${path}`, { headers });
const QUESTION = '?years=2024&regions=410000&groupBy=SECTOR';
const NUMBER = 'REQUESTS/received/total';

/** What the API answers to the same question. */
const expected = async (): Promise<[string, number][]> => {
  const { totals } = await data(
    db.database,
    `{ totals(filter: { years: [2024], regions: ["410000"] }, groupBy: [SECTOR]) {
      nodes { key { sector { code } } requests { received { total } } } } }`,
  );
  return totals.nodes.map((n: any) => [n.key.sector.code, n.requests.received.total]);
};

const csvOf = async (path: string, headers: Record<string, string> = {}): Promise<any[]> => {
  const response = await get(path, headers);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
  expect(text.startsWith('\ufeff')).toBe(true);
  return parse(text.slice(1), { columns: true });
};

describe('files of totals', () => {
  it('as CSV and JSON have a line a group and a column a cell, as the API adds them up', async () => {
    const lines = await csvOf(`/totals.csv${QUESTION}`);
    const sums = lines.map((line) => [line.sector, Number(line[NUMBER])]);
    expect(sums).toEqual(await expected());
    expect(lines[0]).toMatchObject({ sectorName: 'EDUCATION', reports: '1', agencies: '1' });
    // A cell that nobody states is empty, never a nought.
    expect(lines[0]['APPEALS/reconsideration/total']).toBe('');
    const json = (await (await get(`/totals.json${QUESTION}`)).json()) as any[];
    expect(json.map((line) => [line.sector, line[NUMBER]])).toEqual(await expected());
  });

  it('have a column for every figure of a total, and say the same there', async () => {
    const filter = { regions: ['410000'] };
    const { items } = await totals(
      db.database,
      { filter, groupBy: [], orderBy: null },
      { first: 1, after: null },
    );
    const figures = rowsOf(items[0]!.node.tables).flatMap(({ table, row, figures: columns }) =>
      Object.entries(columns).map(([column, value]) => [
        [table, row, ...(column === '' ? [] : [column])].join('/'),
        value === null ? '' : String(value),
      ]),
    );
    const [line] = await csvOf('/totals.csv?regions=410000');
    const told = Object.entries(line).filter(([name]) => name.includes('/'));
    const due = new Map(figures as [string, string][]);
    expect(due.get('ACTIVE_DISCLOSURE/administrativeFeesWan')).toBe('8.5');
    for (const [name, value] of told) expect([name, value]).toEqual([name, due.get(name) ?? '']);
    for (const name of due.keys()) expect(line).toHaveProperty([name]);
  });

  it('as a workbook have numbers as numbers beneath the words of the form', async () => {
    const response = await get(`/totals.xlsx${QUESTION}`);
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="totals.xlsx"/,
    );
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await response.arrayBuffer());
    const sheet = book.worksheets[0]!;
    const names = sheet.getRow(2).values as string[];
    const at = names.indexOf(NUMBER);
    expect(sheet.getRow(1).getCell(at).text).toContain('本年新收');
    const sums = [3, 4].map((row) => [
      sheet.getRow(row).getCell(names.indexOf('sector')).value,
      sheet.getRow(row).getCell(at).value,
    ]);
    expect(sums).toEqual(await expected());
    expect(sheet.rowCount).toBe(4);
  });

  it('as a page show the same figures and run nothing', async () => {
    const response = await get(`/totals.html${QUESTION}`);
    expect(response.headers.get('content-security-policy')).toMatch(/^sandbox;/);
    expect(await response.text()).toContain('<td>5</td>');
  });

  it.each(['/totals.docx?', '/totals.xlsx?layout=FORM&', '/totals.html?layout=FORM&'])(
    'in the official layout at %s are read again by our reader, cell for cell',
    async (path) => {
      const filter = { years: [2024], regions: ['410000'] };
      const { items } = await totals(
        db.database,
        { filter, groupBy: [], orderBy: null },
        { first: 1, after: null },
      );
      const due = rowsOf(items[0]!.node.tables).flatMap(({ table, row, figures }) =>
        Object.entries(figures).flatMap(([column, value]) =>
          value === null
            ? []
            : [[addressKey({ table, row, column: column === '' ? null : column }), String(value)]],
        ),
      );
      const response = await get(`${path}years=2024&regions=410000`);
      expect(response.status).toBe(200);
      const bytes = Buffer.from(await response.arrayBuffer());
      const form = await ingest(bytes, /totals\.\w+/.exec(path)![0]);
      const read = form.cells.flatMap(({ value, ...cell }) =>
        value === null ? [] : [[addressKey(cell), value]],
      );
      expect(new Map(read as [string, string][])).toEqual(new Map(due as [string, string][]));
      expect(due.length).toBeGreaterThanOrEqual(3);
      expect(form.year).toBe(2024);
      expect(form.sections[0]?.text).toContain('2份报告的合计，涉及2个机关');
    },
  );

  it('keep names of agencies from being run as formulas', async () => {
    const lines = await csvOf('/totals.csv?regions=410000&groupBy=AGENCY');
    expect(lines.map((line) => line.agencyName)).toEqual(["'=cmd|甲局", '乙局']);
  });

  it('name agencies by the ids that the filter takes', async () => {
    const lines = await csvOf('/totals.csv?regions=410000&groupBy=AGENCY');
    const { totals } = await data(
      db.database,
      `{ totals(filter: { regions: ["410000"] }, groupBy: [AGENCY]) { nodes { key { agency { id } } } } }`,
    );
    expect(lines.map((line) => line.agency)).toEqual(totals.nodes.map((n: any) => n.key.agency.id));
    const [, second] = lines;
    const again = await csvOf(`/totals.csv?agencies=${second.agency}&groupBy=AGENCY`);
    expect(again).toEqual([second]);
  });

  it('hold what is not public for those alone who may see it', async () => {
    const path = '/totals.csv?regions=410000&statuses=ACCEPTED&groupBy=YEAR';
    const refused = await get(path);
    expect([refused.status, await codesOf(refused)]).toEqual([403, ['FORBIDDEN']]);
    const lines = await csvOf(path, { authorization: 'Bearer reviewer' });
    expect(lines.map((line) => [line.year, line[NUMBER]])).toEqual([['2024', '9']]);
  });

  it('answer 304 until the data changes', async () => {
    const tag = (await get(`/totals.csv${QUESTION}`)).headers.get('etag')!;
    const same = await get(`/totals.csv${QUESTION}`, { 'if-none-match': tag });
    expect(same.status).toBe(304);
    await db.database.query(`update agency set name = '丙局' where id = 8`);
    const changed = await get(`/totals.csv${QUESTION}`, { 'if-none-match': tag });
    expect(changed.status).toBe(200);
  });

  it.each([
    ['?yaers=2024', 'yaers is none of'],
    ['?years=x', 'years'],
    ['?layout=FORM', 'layout=FORM is for'],
    ['?layout=ROUND', 'layout may hold LIST, FORM'],
    ['?levels=TOWN', 'levels may hold COUNTRY'],
    ['?regions=123456', 'no region'],
    ['?scopes=ORGAN,REGION_CONSOLIDATED', 'SCOPE'],
  ])('refuse %s with a sentence', async (query, sentence) => {
    const response = await get(`/totals.csv${query}`);
    const { errors } = (await response.json()) as any;
    expect([response.status, errors[0].extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
    expect(errors[0].message).toContain(sentence);
  });

  it('in the official layout are a single total', async () => {
    const response = await get('/totals.docx?regions=410000&groupBy=YEAR');
    expect([response.status, await codesOf(response)]).toEqual([400, ['BAD_USER_INPUT']]);
  });
});
