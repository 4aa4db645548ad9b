import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SignedIn } from '../../../src/accounts/viewer.js';
import { importDocument } from '../../../src/filing/import-document.js';
import { verifySums } from '../../../src/filing/kept/verify-sums.js';
import { ingest } from '../../../src/ingest/ingest.js';
import { findOrCreateAgency } from '../../../src/registry/find-or-create-agency.js';
import { seedRegistry } from '../../../src/registry/seed-registry.js';
import { globalId } from '../../../src/schema/global-id.js';
import { ask, data } from '../../support/api.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { viewerWith } from '../../support/viewers.js';

const STEP = `__typename
  ... on ReportChanged { report { status revision life { version reason responsibleLeader } } }
  ... on BlockedByFindings { findings { id check { code } } }
  ... on ChangedMeanwhile { now { status } }
  ... on ReportRefusal { code }`;

let db: TestDatabase;
let reviewer: SignedIn;
let publisher: SignedIn;

/** A report of a department in 示例省 as it is handed in, with or without a sum that does not add up. */
const handIn = async (name: string): Promise<string> => {
  const outcome = await importDocument(
    db.database,
    { findOrCreateAgency },
    readFileSync(`test/fixtures/corpus/docs/${name}`),
    name,
    null,
    { read: ingest, status: 'SUBMITTED', createAgencies: true },
  );
  if (outcome.kind === 'REFUSED') throw new Error(outcome.message);
  return outcome.reportId;
};

const version = async (id: string): Promise<number> => {
  const [row] = await db.database.query<{ version: number }>(
    'select version from report where id = $1',
    [id],
  );
  return row!.version;
};

const step = async (
  name: string,
  id: string,
  who: SignedIn,
  more = '',
  seen: number | null = null,
): Promise<any> => {
  const args = `report: "${globalId('Report', id)}", version: ${seen ?? (await version(id))}${more}`;
  return (await data(db.database, `mutation { ${name}(${args}) { ${STEP} } }`, {}, who))[name];
};

beforeEach(async () => {
  db = await createTestDatabase();
  await seedRegistry(db.database);
  reviewer = await viewerWith(db.database, '审核员', ['REVIEWER', {}]);
  publisher = await viewerWith(db.database, '发布员', ['PUBLISHER', {}]);
});
afterEach(() => db.drop());

const SOUND = 'real-zhoukou-psb-2024.txt';
const WRONG = 'bad01-rowTotal__html-plain.html';

describe('the life of a report', () => {
  it('goes from submission to withdrawal, each step with an entry of its own, and totals follow', async () => {
    const id = await handIn(SOUND);
    const counted = async (): Promise<string> => {
      const { totals } = await data(db.database, '{ totals { nodes { coverage { reports } } } }');
      return JSON.stringify(totals.nodes);
    };
    const nothing = await counted();
    expect(await step('acceptReport', id, reviewer)).toMatchObject({
      report: { status: 'ACCEPTED' },
    });
    expect(await counted()).toBe(nothing);
    expect(await step('publishReport', id, publisher)).toMatchObject({
      report: { status: 'PUBLISHED' },
    });
    expect(await counted()).toContain('"reports":1');
    const back = await step('withdrawReport', id, publisher, ', reason: "数字有误"');
    expect(back.report).toMatchObject({ status: 'WITHDRAWN', life: { reason: '数字有误' } });
    expect(await counted()).toBe(nothing);
    expect(await verifySums(db.database)).toBeNull();
    const acts = await db.database.query(
      'select act, author, account_id from audit_entry where subject = $1 order by id',
      [`report:${id}`],
    );
    expect(acts).toEqual([
      { act: 'ACCEPT_REPORT', author: '审核员', account_id: reviewer.accountId },
      { act: 'PUBLISH_REPORT', author: '发布员', account_id: publisher.accountId },
      { act: 'WITHDRAW_REPORT', author: '发布员', account_id: publisher.accountId },
    ]);
  });

  it('is blocked by a sum that does not add up until it is waived, publicly', async () => {
    const id = await handIn(WRONG);
    const blocked = await step('acceptReport', id, reviewer);
    expect(blocked.findings.length).toBeGreaterThan(0);
    for (const { id: finding, check } of blocked.findings) {
      expect(['A1', 'A2', 'A3', 'A4', 'A5', 'F1', 'F2', 'F3', 'X1']).toContain(check.code);
      const waive = `mutation { waiveFinding(finding: "${finding}", reason: "原件如此") { ${STEP} } }`;
      const { waiveFinding } = await data(db.database, waive, {}, reviewer);
      expect(waiveFinding.__typename).toBe('ReportChanged');
    }
    expect((await step('acceptReport', id, reviewer)).report.status).toBe('ACCEPTED');
    expect((await step('publishReport', id, publisher)).report.status).toBe('PUBLISHED');
    const query = `{ node(id: "${globalId('Report', id)}") { ... on Report { findings { waiver { by reason } } } } }`;
    const { node } = await data(db.database, query);
    expect(node.findings).toContainEqual({ waiver: { by: '审核员', reason: '原件如此' } });
  });

  it('is revised beside what stands, handed in by a leader, and never overwritten', async () => {
    const id = await handIn(SOUND);
    await step('acceptReport', id, reviewer);
    await step('publishReport', id, publisher);
    const draft = await step('reviseReport', id, reviewer, ', reason: "补充"');
    expect(draft.report).toMatchObject({ status: 'DRAFT', revision: 2 });
    const [line] = await db.database.query<{ id: string }>(
      'select id from report where revision = 2',
    );
    const second = line!.id;
    expect(await step('submitReport', second, reviewer, ', responsibleLeader: " "')).toEqual({
      __typename: 'ReportRefusal',
      code: 'LEADER_REQUIRED',
    });
    const handed = await step('submitReport', second, reviewer, ', responsibleLeader: "王某"');
    expect(handed.report.life.responsibleLeader).toBe('王某');
    const rows = await db.database.query(
      'select revision, status, is_current, is_newest from report order by revision',
    );
    expect(rows).toEqual([
      { revision: 1, status: 'PUBLISHED', is_current: true, is_newest: false },
      { revision: 2, status: 'SUBMITTED', is_current: false, is_newest: true },
    ]);
    expect((await step('withdrawReport', id, publisher, ', reason: "误"')).code).toBe('NOT_NEWEST');
    expect((await step('publishReport', second, publisher)).code).toBe('WRONG_STATUS');
    await step('acceptReport', second, reviewer);
    await step('publishReport', second, publisher);
    expect(await verifySums(db.database)).toBeNull();
  });

  it('lets one of two reviewers decide, and tells the other', async () => {
    const id = await handIn(SOUND);
    const seen = await version(id);
    const outcomes = await Promise.all([
      step('acceptReport', id, reviewer, '', seen),
      step('returnReport', id, reviewer, ', reason: "请核对"', seen),
      step('acceptReport', id, reviewer, '', seen),
    ]);
    const names = outcomes.map((outcome) => outcome.__typename as string).sort();
    expect(names).toEqual(['ChangedMeanwhile', 'ChangedMeanwhile', 'ReportChanged']);
  });

  it('accepts no revision that was handed in anew meanwhile', async () => {
    const id = await handIn(SOUND);
    const seen = await version(id);
    const [revised, accepted] = await Promise.all([
      step('reviseReport', id, reviewer, ', reason: "重报"', seen),
      step('acceptReport', id, reviewer, '', seen),
    ]);
    const [row] = await db.database.query<{ n: number; accepted: number }>(
      `select count(*)::int as n, count(*) filter (where status = 'ACCEPTED')::int as accepted from report`,
    );
    if (revised.__typename === 'ReportChanged') {
      expect(['ChangedMeanwhile', 'ReportRefusal']).toContain(accepted.__typename);
      expect(row).toEqual({ n: 2, accepted: 0 });
    } else {
      expect(accepted.report.status).toBe('ACCEPTED');
      expect(row).toEqual({ n: 1, accepted: 1 });
    }
  });

  it('gives a batch a result for each', async () => {
    const [sound, wrong] = [await handIn(SOUND), await handIn(WRONG)];
    const list = [sound, wrong].map((id) => `{ report: "${globalId('Report', id)}" }`).join();
    const query = `mutation { acceptReports(reports: [${list}]) { id result { ${STEP} } } }`;
    const { acceptReports } = await data(db.database, query, {}, reviewer);
    expect(acceptReports.map((one: any) => one.result.__typename)).toEqual([
      'ReportChanged',
      'BlockedByFindings',
    ]);
    const elsewhere = await viewerWith(db.database, '外地', ['REVIEWER', { region: '440000' }]);
    const { acceptReports: refused } = await data(db.database, query, {}, elsewhere);
    expect(refused.map((one: any) => one.result.code)).toEqual(['NOT_ALLOWED', 'NOT_ALLOWED']);
    expect((await ask(db.database, query)).codes).toEqual(['UNAUTHENTICATED']);
  });

  it('keeps every revision and tells what each one changed and moved', async () => {
    const id = await handIn(SOUND);
    await step('acceptReport', id, reviewer);
    await step('publishReport', id, publisher);
    const key = 'ACTIVE_DISCLOSURE/penaltyDecisions';
    const { report: draft } = await step('reviseReport', id, reviewer, ', reason: "补充"');
    expect(draft.status).toBe('DRAFT');
    const [line] = await db.database.query<{ id: string }>(
      'select id from report order by revision desc limit 1',
    );
    const second = line!.id;
    await step('correctCell', second, reviewer, `, cell: "${key}", value: "4545", reason: "核"`);
    const asked = `{ node(id: "${globalId('Report', id)}") { ... on Report { revisions {
      report { revision status } previous { revision } textChanged moved { cell by }
      cells { cell label(language: ZH) before { status value } after { status value } } } } } }`;
    const seen = async (as?: SignedIn): Promise<any[]> =>
      (await data(db.database, asked, {}, as)).node.revisions;
    const change = {
      ...{ cell: key, label: '行政处罚' },
      before: { status: 'READ', value: '4544' },
      after: { status: 'ENTERED', value: '4545' },
    };
    expect(await seen()).toMatchObject([{ report: { revision: 1 }, previous: null, cells: [] }]);
    expect((await seen(reviewer))[1]).toEqual({
      ...{ report: { revision: 2, status: 'DRAFT' }, previous: { revision: 1 } },
      ...{ textChanged: false, moved: [], cells: [change] },
    });
    await step('submitReport', second, reviewer, ', responsibleLeader: "王某"');
    await step('acceptReport', second, reviewer);
    await step('publishReport', second, publisher);
    expect((await seen())[1]).toMatchObject({ cells: [change], moved: [{ cell: key, by: '1' }] });
    expect(await verifySums(db.database)).toBeNull();
  });

  it('is corrected in the version that was looked at alone, also where it belongs', async () => {
    const id = await handIn(SOUND);
    const args = ', cell: "ACTIVE_DISCLOSURE/penaltyDecisions", value: "1", reason: "核"';
    const stale = await step('correctCell', id, reviewer, args, 99);
    expect(stale).toEqual({ __typename: 'ChangedMeanwhile', now: { status: 'SUBMITTED' } });
    const year = ', year: 2023, reason: "封面年度有误"';
    expect((await step('correctIdentity', id, reviewer, year, 99)).__typename).toBe(
      'ChangedMeanwhile',
    );
    expect((await step('correctIdentity', id, reviewer, year)).__typename).toBe('ReportChanged');
    expect(await db.database.query('select year from report where id = $1', [id])).toEqual([
      { year: 2023 },
    ]);
    expect(await step('correctIdentity', id, reviewer, year)).toMatchObject({
      code: 'NOTHING_TO_CORRECT',
    });
  });
});
