import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SignedIn } from '../../src/accounts/viewer.js';
import { importDocument } from '../../src/filing/import-document.js';
import { importAgencies } from '../../src/filing/agencies/import-agencies.js';
import { ingest } from '../../src/ingest/ingest.js';
import { findOrCreateAgency } from '../../src/registry/find-or-create-agency.js';
import { seedRegistry } from '../../src/registry/seed-registry.js';
import { globalId } from '../../src/schema/global-id.js';
import { ask, data } from '../support/api.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { htmlLayouts } from '../support/render/html-layouts.js';
import { viewerWith } from '../support/viewers.js';
import { withOneMore, yearFigures, yearPage, type Cells } from '../support/year-report.js';

/** An office with four members, through the API alone. */

const YEAR = 2024;
const CITY = '990100';
const [GOVERNMENT, EDUCATION, POLICE, WATER] = [
  '砚州市人民政府',
  '砚州市教育局',
  '砚州市公安局',
  '砚州市水利局',
];
const MEMBERS = [GOVERNMENT, EDUCATION, POLICE, WATER];

let db: TestDatabase;
const who = {} as Record<'reviewer' | 'auditor' | 'elsewhere' | 'all', SignedIn>;
const ids = new Map<string, string>();

const page = (agency: string, cells: Cells): Buffer =>
  Buffer.from(yearPage(agency, YEAR, cells, Object.values(htmlLayouts)[0]!));

const handIn = async (agency: string, cells: Cells, status: 'SUBMITTED' | 'PUBLISHED') => {
  const outcome = await importDocument(
    db.database,
    { findOrCreateAgency },
    page(agency, cells),
    `${agency}.html`,
    null,
    { read: ingest, status, createAgencies: false },
  );
  if (outcome.kind === 'REFUSED') throw new Error(outcome.message);
  return outcome.reportId;
};

const figures = (agency: string): Cells => yearFigures(MEMBERS.indexOf(agency));
const sum = (key: string, agencies: readonly string[]): number =>
  agencies.reduce((all, agency) => all + Number(figures(agency).get(key)), 0);

beforeAll(async () => {
  db = await createTestDatabase();
  await seedRegistry(db.database);
  await db.database.transaction((m) => importAgencies(m, ['name', ...MEMBERS, ''].join('\n')));
  for (const { id, name } of await db.database.query<{ id: string; name: string }>(
    'select id, name from agency',
  )) {
    ids.set(name, globalId('Agency', id));
  }
  who.reviewer = await viewerWith(db.database, '审核员', ['REVIEWER', { region: CITY }]);
  who.auditor = await viewerWith(db.database, '审计员', ['AUDITOR', { region: CITY }]);
  who.elsewhere = await viewerWith(db.database, '他处', ['AUDITOR', { region: '410000' }]);
  who.all = await viewerWith(db.database, '总审计', ['AUDITOR', {}]);
});
afterAll(() => db.drop());

const PROGRESS = `{ progress(region: "${CITY}", year: ${YEAR}) {
  departmentsBy governmentsBy region { fullName }
  counts { expected missing submitted returned accepted published late }
  groups(by: [SECTOR]) { level sector { code } counts { expected } }
  missing: members(standings: [MISSING]) { totalCount nodes { agency { name } scope standing dueOn daysLate report { id } } }
} }`;

const MADE = `... on RosterMade { members compared progress { counts { missing } } } ... on OfficeRefusal { code message }`;

describe('the office over the API', () => {
  it('has no progress before there is a roster', async () => {
    expect(await data(db.database, PROGRESS, {}, who.reviewer)).toEqual({ progress: null });
  });

  it('makes a roster with its own calendar, from agencies or from a list', async () => {
    const make = `mutation { makeRoster(region: "${CITY}", year: ${YEAR}, from: AGENCIES, departmentsBy: "2025-01-20") { ${MADE} } }`;
    expect((await data(db.database, make, {}, who.reviewer)).makeRoster).toEqual({
      ...{ members: 4, compared: 0, progress: { counts: { missing: 4 } } },
    });
    const imported = `mutation($csv: String!) { importRoster(region: "${CITY}", year: ${YEAR}, csv: $csv) { ${MADE} } }`;
    const { importRoster: faulty } = await data(
      db.database,
      imported,
      { csv: 'agency,scope\n砚州市教育局,ORGAN\n无名局,ORGAN\n' },
      who.reviewer,
    );
    expect(faulty).toMatchObject({
      code: 'LIST_INVALID',
      message: expect.stringContaining('line 3'),
    });
    const { rosterCsv } = await data(
      db.database,
      `{ rosterCsv(region: "${CITY}", year: ${YEAR}) }`,
      {},
      who.reviewer,
    );
    const again = await data(db.database, imported, { csv: rosterCsv }, who.reviewer);
    expect(again.importRoster.members).toBe(4);
  });

  it('tells who has handed in, who has not, and who is late', async () => {
    await handIn(GOVERNMENT, figures(GOVERNMENT), 'PUBLISHED');
    await handIn(EDUCATION, figures(EDUCATION), 'PUBLISHED');
    await handIn(POLICE, withOneMore(figures(POLICE), 'REQUESTS/GRANTED/total'), 'PUBLISHED');
    const { progress } = await data(db.database, PROGRESS, {}, who.reviewer);
    expect(progress.counts).toMatchObject({ expected: 4, missing: 1, published: 3 });
    expect(progress).toMatchObject({ departmentsBy: '2025-01-20', governmentsBy: null });
    expect(progress.missing).toMatchObject({
      totalCount: 1,
      nodes: [{ agency: { name: WATER }, standing: 'MISSING', dueOn: '2025-01-20', report: null }],
    });
    expect(progress.missing.nodes[0].daysLate).toBeGreaterThan(300);
    const inSectors = progress.groups.reduce(
      (n: number, g: any) => n + Number(g.counts.expected),
      0,
    );
    expect(inSectors).toBe(4);
  });

  const CONSOLIDATE = `mutation($overrides: [OverrideInput!]! = []) {
    consolidate(region: "${CITY}", year: ${YEAR}, reason: "年度汇总", overrides: $overrides) {
      __typename
      ... on Consolidated { members changed report { id status scope requests { received { total } } } }
      ... on ConsolidationIncomplete { problems { agency { name } problem checks } }
      ... on OfficeRefusal { code }
    }
  }`;
  const consolidate = async (overrides: object[] = []): Promise<any> =>
    (await data(db.database, CONSOLIDATE, { overrides }, who.reviewer)).consolidate;
  const overrides = () => [
    { agency: ids.get(WATER), reason: '机构撤销' },
    { agency: ids.get(POLICE), reason: '差一件已说明' },
  ];

  it('adds nothing up while members are missing or fail, and all with reasons on record', async () => {
    expect(
      (await consolidate()).problems.toSorted((a: any, b: any) => (a.problem < b.problem ? -1 : 1)),
    ).toEqual([
      { agency: { name: POLICE }, problem: 'FAILS_CHECKS', checks: expect.arrayContaining(['A1']) },
      { agency: { name: WATER }, problem: 'MISSING', checks: [] },
    ]);
    const done = await consolidate(overrides());
    const present = [GOVERNMENT, EDUCATION, POLICE];
    expect(done).toMatchObject({
      ...{ members: 3, changed: true },
      report: {
        ...{ status: 'DRAFT', scope: 'REGION_CONSOLIDATED' },
        requests: { received: { total: sum('REQUESTS/received/total', present) } },
      },
    });
    expect(await consolidate(overrides())).toMatchObject({ changed: false });
    const { node } = await data(
      db.database,
      `{ node(id: "${done.report.id}") { ... on Report { consolidation {
        by region { fullName } asOf
        overrides { agency { name } problem reason by }
        figures(cell: "REQUESTS/received/total") { agency { name } value report { year } }
        staleness { members { agency { name } } cells { cell was is } }
      } } } }`,
      {},
      who.reviewer,
    );
    const { consolidation } = node;
    expect(consolidation.overrides).toContainEqual({
      ...{ agency: { name: WATER }, problem: 'MISSING', reason: '机构撤销', by: '审核员' },
    });
    const given = consolidation.figures.map((f: any) => [f.agency.name, f.value]);
    expect(new Map(given)).toEqual(
      new Map([
        ...present.map((name) => [name, figures(name).get('REQUESTS/received/total')] as const),
        [WATER, null] as const,
      ]),
    );
    expect(consolidation.staleness).toEqual({ members: [], cells: [] });
  });

  it('tells which cells a later report moves, and to nobody without a role', async () => {
    const { report } = await consolidate(overrides());
    await handIn(POLICE, figures(POLICE), 'PUBLISHED');
    const query = `{ node(id: "${report.id}") { ... on Report { consolidation {
      staleness { members { agency { name } before { revision } after { revision } } cells { cell was is } } } } } }`;
    const { node } = await data(db.database, query, {}, who.reviewer);
    const was = sum('REQUESTS/GRANTED/total', [GOVERNMENT, EDUCATION, POLICE]) + 1;
    expect(node.consolidation.staleness).toEqual({
      members: [{ agency: { name: POLICE }, before: { revision: 1 }, after: { revision: 2 } }],
      cells: [{ cell: 'REQUESTS/GRANTED/total', was: String(was), is: String(was - 1) }],
    });
    expect((await ask(db.database, query, {}, who.elsewhere)).data.node).toBeNull();
  });

  it('answers as of a day', async () => {
    const asked = (asOf: string): string =>
      `{ consolidation(region: "${CITY}", year: ${YEAR}, asOf: ${asOf}) { id coverage { reports } requests { received { total } } } }`;
    const now = await data(db.database, asked('null'));
    expect(now.consolidation.coverage.reports).toBe(3);
    const before = await data(db.database, asked('"2025-01-01"'));
    expect(before.consolidation.coverage.reports).toBe(0);
    const { node } = await data(
      db.database,
      `{ node(id: "${before.consolidation.id}") { id ... on Consolidation { coverage { reports } } } }`,
    );
    expect(node).toEqual({ id: before.consolidation.id, coverage: { reports: 0 } });
  });

  it('shows auditors the acts in their region, with what was before and after', async () => {
    const log = async (viewer: SignedIn, args = ''): Promise<any[]> =>
      (
        await data(
          db.database,
          `{ auditLog(first: 100${args}) { nodes { act by subject reason before after succeeded sealed } } }`,
          {},
          viewer,
        )
      ).auditLog.nodes;
    const seen = await log(who.auditor);
    expect(new Set(seen.map(({ act }) => act))).toEqual(new Set(['CHANGE_ROSTER', 'CONSOLIDATE']));
    const [roster] = await log(who.auditor, ', acts: [CHANGE_ROSTER]');
    expect(roster).toMatchObject({ by: '审核员', subject: `roster:${CITY}/${YEAR}` });
    expect(JSON.parse(roster.before).members).toBe(4);
    expect(await log(who.elsewhere)).toEqual([]);
    expect((await log(who.all)).length).toBeGreaterThanOrEqual(seen.length);
    expect(await log(who.all, ', since: "2999-01-01"')).toEqual([]);
    expect(await log(who.all, ', by: "审核员", succeeded: true')).toHaveLength(seen.length);
  });
});
