import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SignedIn } from '../src/accounts/viewer.js';
import { lettersZip } from '../src/export/letters/letters-zip.js';
import { reportFile } from '../src/export/report-file.js';
import { exportedReport } from '../src/export/report-record.js';
import { sightOf } from '../src/accounts/sight.js';
import { importAgencies } from '../src/filing/agencies/import-agencies.js';
import { importDocument } from '../src/filing/import-document.js';
import { verifySums } from '../src/filing/kept/verify-sums.js';
import { loadForm } from '../src/filing/load-forms.js';
import { addressKey } from '../src/format/form.js';
import { ingest } from '../src/ingest/ingest.js';
import { findOrCreateAgency } from '../src/registry/find-or-create-agency.js';
import { seedRegistry } from '../src/registry/seed-registry.js';
import { letterFacts } from '../src/rollup/members/letter-facts.js';
import { readGlobalId } from '../src/schema/global-id.js';
import { data } from './support/api.js';
import { createTestDatabase, type TestDatabase } from './support/database.js';
import { htmlLayouts } from './support/render/html-layouts.js';
import { viewerWith } from './support/viewers.js';
import { withOneMore, yearFigures, yearPage, type Cells } from './support/year-report.js';

/** The year of an office with 2,000 members, each step with the time it took. */

const MEMBERS = 2_000;
/** Every so many hands in a sum that does not add up. */
const WRONG = 40;
const YEAR = 2024;
const CITY = '990100';
const GOVERNMENT = '砚州市人民政府';

const names = [
  GOVERNMENT,
  ...Array.from({ length: MEMBERS - 1 }, (_, i) => `砚州市第${i + 1}中等专业学校管理局`),
];
const figuresOf = (i: number): Cells => yearFigures(i);
const isWrong = (i: number): boolean => i > 0 && i % WRONG === 0;
const layouts = Object.values(htmlLayouts);

let db: TestDatabase;
let reviewer: SignedIn;
const times: [step: string, seconds: string][] = [];

const timed = async <T>(step: string, work: () => Promise<T>): Promise<T> => {
  const begun = performance.now();
  const result = await work();
  times.push([step, ((performance.now() - begun) / 1000).toFixed(1)]);
  return result;
};

beforeAll(async () => {
  db = await createTestDatabase();
  await seedRegistry(db.database);
  reviewer = await viewerWith(db.database, '审核员', ['REVIEWER', { region: CITY }]);
});
afterAll(async () => {
  console.log(
    [`An office with ${MEMBERS} members:`, ...times.map(([s, t]) => `  ${s}: ${t} s`)].join('\n'),
  );
  await db.drop();
});

const handIn = async (i: number, cells: Cells): Promise<string> => {
  const page = yearPage(names[i]!, YEAR, cells, layouts[i % layouts.length]!);
  const outcome = await importDocument(
    ...([db.database, { findOrCreateAgency }, Buffer.from(page), `${i}.html`, null] as const),
    { read: ingest, status: 'SUBMITTED', createAgencies: false },
  );
  if (outcome.kind === 'REFUSED') throw new Error(outcome.message);
  return outcome.kind;
};

const COUNTS = `{ progress(region: "${CITY}", year: ${YEAR}) { counts { expected missing submitted returned accepted } } }`;
const counts = async () => (await data(db.database, COUNTS, {}, reviewer)).progress.counts;

/** What waits for the office, page by page. */
const waiting = async (): Promise<{ report: string; version: number; errors: number }[]> => {
  const found: { report: string; version: number; errors: number }[] = [];
  for (let after: string | null = null; ;) {
    const query = `query($after: String) { progress(region: "${CITY}", year: ${YEAR}) {
      members(standings: [SUBMITTED], first: 100, after: $after) { pageInfo { endCursor hasNextPage }
        nodes { report { id life { version } findings(severities: [ERROR]) { id } } } } } }`;
    const { progress } = await data(db.database, query, { after }, reviewer);
    const { nodes, pageInfo } = progress.members;
    for (const { report } of nodes) {
      const { id, life, findings } = report;
      found.push({ report: id, version: life.version, errors: findings.length });
    }
    if (!pageInfo.hasNextPage) return found;
    after = pageInfo.endCursor;
  }
};

const accept = async (reports: { report: string; version: number }[]): Promise<string[]> => {
  const kinds: string[] = [];
  for (let from = 0; from < reports.length; from += 500) {
    const some = reports
      .slice(from, from + 500)
      .map(({ report, version }) => ({ report, version }));
    const { acceptReports } = await data(
      db.database,
      'mutation($reports: [SeenReport!]!) { acceptReports(reports: $reports) { result { __typename } } }',
      { reports: some },
      reviewer,
    );
    kinds.push(...acceptReports.map((o: any) => o.result.__typename));
  }
  return kinds;
};

const wrong = names.map((_, i) => i).filter(isWrong);

describe('the year of an office with 2,000 members', { timeout: 600_000 }, () => {
  it('begins with a list of agencies and a roster', async () => {
    const list = ['name', ...names, ''].join('\n');
    await timed('agencies imported', () =>
      db.database.transaction((m) => importAgencies(m, list), { timeoutMs: 60_000 }),
    );
    const make = `mutation { makeRoster(region: "${CITY}", year: ${YEAR}, from: AGENCIES) { ... on RosterMade { members } } }`;
    const { makeRoster } = await timed('roster made', () => data(db.database, make, {}, reviewer));
    expect(makeRoster.members).toBe(MEMBERS);
  });

  it('takes 2,000 reports in and knows what is wrong with them', async () => {
    await timed('reports read, checked and filed', async () => {
      for (const i of names.keys()) {
        const cells = figuresOf(i);
        await handIn(i, isWrong(i) ? withOneMore(cells, 'REQUESTS/GRANTED/total') : cells);
      }
    });
    expect(await timed('progress', counts)).toMatchObject({
      ...{ expected: MEMBERS, missing: 0, submitted: MEMBERS },
    });
    const letters = await timed('letters written', async () => {
      const facts = letterFacts(db.database, { region: CITY, year: YEAR }, '2025-02-01', 'RETURN');
      const terms = { day: '2025-02-01', answerBy: '2025-02-10', signedBy: '政务公开办' };
      const zip = lettersZip(facts, terms);
      zip.stream.resume();
      return zip.letters;
    });
    expect(letters).toBe(wrong.length);
  });

  it('accepts what is sound by the batch, and the rest after it was handed in again', async () => {
    const reports = await timed('queue read', waiting);
    expect(reports.filter(({ errors }) => errors > 0)).toHaveLength(wrong.length);
    const kinds = await timed('accepted by the batch', () => accept(reports));
    expect(kinds.filter((kind) => kind === 'ReportChanged')).toHaveLength(MEMBERS - wrong.length);
    expect(kinds.filter((kind) => kind === 'BlockedByFindings')).toHaveLength(wrong.length);
    for (const i of wrong) expect(await handIn(i, figuresOf(i))).toBe('REVISED');
    expect(new Set(await accept(await waiting()))).toEqual(new Set(['ReportChanged']));
    expect(await counts()).toMatchObject({ accepted: MEMBERS });
  });

  it('adds them up, each cell as a person would, and the export is read again as it was', async () => {
    const mutation = `mutation { consolidate(region: "${CITY}", year: ${YEAR}, reason: "年度汇总") {
      ... on Consolidated { members report { id } } ... on ConsolidationIncomplete { problems { problem } } } }`;
    const { consolidate } = await timed('added up', () =>
      data(db.database, mutation, {}, reviewer),
    );
    expect(consolidate.members).toBe(MEMBERS);
    const id = readGlobalId(consolidate.report.id)!.key;
    const form = await loadForm(db.database, id);
    const sums = new Map<string, number>();
    for (const i of names.keys()) {
      for (const [key, value] of figuresOf(i)) sums.set(key, (sums.get(key) ?? 0) + Number(value));
    }
    for (const cell of form.cells) {
      expect([addressKey(cell), Number(cell.value)]).toEqual([
        addressKey(cell),
        sums.get(addressKey(cell)),
      ]);
    }
    const report = await exportedReport(db.database, id, sightOf(reviewer));
    const bytes = await timed('exported', () => reportFile(report!, 'xlsx'));
    const again = await ingest(bytes, 'consolidated.xlsx');
    expect(again.cells.map((cell) => [addressKey(cell), cell.value])).toEqual(
      form.cells.map((cell) => [addressKey(cell), cell.value]),
    );
    expect(await timed('totals counted again', () => verifySums(db.database))).toBeNull();
  });
});
