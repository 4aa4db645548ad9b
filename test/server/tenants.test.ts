import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SignedIn } from '../../src/accounts/viewer.js';
import { buildApiSchema } from '../../src/resolvers/build.js';
import { createContext } from '../../src/schema/context.js';
import { globalId } from '../../src/schema/global-id.js';
import { viewerOf } from '../../src/server/auth.js';
import { DataVersion } from '../../src/entities/data-version.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { viewerWith } from '../support/viewers.js';
import { startServer, type RunningServer } from './start.js';

/** Twenty offices work at the same time on one server; none ever sees a row of another. */

const TENANTS = 20;
const REQUESTS = 10_000;
const AT_ONCE = 16;
const STATUSES = ['DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED'] as const;

const codeOf = (tenant: number): string => String(410_100 + 100 * tenant);
const agencyOf = (tenant: number, n: number): number => 100 * tenant + n;
const reportOf = (tenant: number, n: number): number => 1_000 * tenant + n;

let db: TestDatabase;
let server: RunningServer;
const viewers = new Map<string, SignedIn>();

beforeAll(async () => {
  db = await createTestDatabase();
  const all = Array.from({ length: TENANTS }, (_, i) => i + 1);
  const place = (code: string, level: string, parent: string | null, names: object) => ({
    ...{ code, name: code, full_name: code, level, parent_code: parent, fictional: false },
    ...{ search_name: code, ...names },
  });
  await db.database.query(
    `insert into region select * from jsonb_populate_recordset(null::region, $1::jsonb)`,
    [
      JSON.stringify([
        place('000000', 'COUNTRY', null, {}),
        place('410000', 'PROVINCE', '000000', { province_code: '410000' }),
        ...all.map((t) =>
          place(codeOf(t), 'PREFECTURE', '410000', {
            province_code: '410000',
            prefecture_code: codeOf(t),
          }),
        ),
      ]),
    ],
  );
  const agencies = all.flatMap((t) =>
    STATUSES.map((_, n) => ({
      ...{ id: agencyOf(t, n), name: `${codeOf(t)} ${n}`, normalised_name: `${t}/${n}` },
      ...{ kind: 'DEPARTMENT', level: 'PREFECTURE', region_code: codeOf(t) },
      ...{ consolidates_into: codeOf(t), inferred: false, created_at: '2025-01-01T00:00:00Z' },
    })),
  );
  await db.database.query(
    `insert into agency (id, name, normalised_name, kind, level, region_code, consolidates_into, inferred, created_at)
     select id, name, normalised_name, kind, level, region_code, consolidates_into, inferred, created_at
     from jsonb_populate_recordset(null::agency, $1::jsonb)`,
    [JSON.stringify(agencies)],
  );
  for (const t of all) {
    for (const [n, status] of STATUSES.entries()) {
      await db.database.query(
        `insert into report (id, agency_id, year, scope, revision, status, is_newest, is_current, region_code,
           province_code, prefecture_code, content_key, unstated_active_disclosure, unstated_requests,
           unstated_appeals, error_count, warning_count, info_count, reader_version, rules_version, sample)
         values ($1, $2, 2024, 'ORGAN', 1, $3, true, false, $4, '410000', $4, $5, 0, 0, 0, 0, 0, 0, '1', '1', false)`,
        [reportOf(t, n), agencyOf(t, n), status, codeOf(t), `${t}/${n}`],
      );
      await db.database.query(
        `insert into audit_entry (author, act, subject) values ($1, 'SAVE_DRAFT', $2)`,
        [codeOf(t), `report:${reportOf(t, n)}`],
      );
    }
    await db.database.query('insert into roster (region_code, year) values ($1, 2024)', [
      codeOf(t),
    ]);
    const office = ['REVIEWER', { region: codeOf(t) }] as const;
    viewers.set(`office-${t}`, await viewerWith(db.database, `审核 ${t}`, office));
    const log = ['AUDITOR', { region: codeOf(t) }] as const;
    viewers.set(`log-${t}`, await viewerWith(db.database, `审计 ${t}`, log));
    const own = ['SUBMITTER', { agency: agencyOf(t, 0) }] as const;
    viewers.set(`own-${t}`, await viewerWith(db.database, `经办 ${t}`, own));
  }
  const version = new DataVersion(() => db.database);
  server = await startServer({
    schema: await buildApiSchema(),
    readVersion: () => version.read(),
    findViewer: ({ secret }) => Promise.resolve(viewers.get(secret) ?? null),
    contextFor: (request) =>
      createContext(db.database, { requestId: request.id, viewer: viewerOf(request) }),
  });
}, 60_000);
afterAll(async () => {
  await server.app.close();
  await db.drop();
});

type Check = (answer: any) => void;
type Question = readonly [who: string, query: string, check: Check];

const LIST = `{ reports(first: 100, filter: { statuses: [DRAFT, SUBMITTED, RETURNED, ACCEPTED] }) { nodes { agency { name } } } }`;
const LOG = '{ auditLog(first: 100, acts: [SAVE_DRAFT]) { nodes { by } } }';

/** What tenant `t` asks in turn, with a foreign one beside it, and what it must be told. */
const questions: readonly ((t: number, foreign: number) => Question)[] = [
  (t) => [
    `office-${t}`,
    LIST,
    ({ data }) => {
      const names = data.reports.nodes.map((n: any) => n.agency.name);
      expect(names).toEqual(STATUSES.map((_, n) => `${codeOf(t)} ${n}`));
    },
  ],
  (t) => [
    `own-${t}`,
    LIST,
    ({ data }) => expect(data.reports.nodes).toEqual([{ agency: { name: `${codeOf(t)} 0` } }]),
  ],
  (t, foreign) => [
    `office-${t}`,
    `{ mine: node(id: "${globalId('Report', String(reportOf(t, 1)))}") { id }
       theirs: node(id: "${globalId('Report', String(reportOf(foreign, 1)))}") { id } }`,
    ({ data }) => {
      expect(data.mine).not.toBeNull();
      expect(data.theirs).toBeNull();
    },
  ],
  (t) => [
    `log-${t}`,
    LOG,
    ({ data }) => {
      expect(data.auditLog.nodes).toHaveLength(STATUSES.length);
      for (const { by } of data.auditLog.nodes) expect(by).toBe(codeOf(t));
    },
  ],
  (t, foreign) => [
    `office-${t}`,
    `{ progress(region: "${codeOf(foreign)}", year: 2024) { year } }`,
    ({ errors }) => expect(errors[0].extensions.code).toBe('FORBIDDEN'),
  ],
  (t, foreign) => [
    `office-${t}`,
    `mutation { acceptReport(report: "${globalId('Report', String(reportOf(foreign, 1)))}", version: 0) { __typename } }`,
    ({ errors }) => expect(errors[0].extensions.code).toBe('FORBIDDEN'),
  ],
  () => [
    'nobody',
    '{ reports(first: 5) { nodes { id } } }',
    ({ data }) => expect(data.reports.nodes).toEqual([]),
  ],
  (t) => [
    `office-${t}`,
    `{ totals(filter: { regions: ["410000"], statuses: [ACCEPTED] }) { nodes { coverage { reports } } } }`,
    ({ data }) => expect(data.totals.nodes[0].coverage.reports).toBe(1),
  ],
];

it(
  `${REQUESTS} interleaved requests of ${TENANTS} offices show no foreign row`,
  { timeout: 180_000 },
  async () => {
    let next = 0;
    const worker = async (): Promise<void> => {
      while (next < REQUESTS) {
        const i = next++;
        const tenant = 1 + ((i * 7) % TENANTS);
        const foreign =
          1 + ((tenant + i) % TENANTS === tenant - 1 ? tenant % TENANTS : (tenant + i) % TENANTS);
        const [who, query, check] = questions[i % questions.length]!(
          tenant,
          foreign === tenant ? 1 + (tenant % TENANTS) : foreign,
        );
        const headers: Record<string, string> =
          who === 'nobody' ? {} : { authorization: `Bearer ${who}` };
        const response = await server.post({ query }, headers);
        check(await response.json());
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    expect(next).toBeGreaterThanOrEqual(REQUESTS);
  },
);
