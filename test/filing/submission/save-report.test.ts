import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SignedIn } from '../../../src/accounts/viewer.js';
import { findOrCreateAgency } from '../../../src/registry/find-or-create-agency.js';
import { seedRegistry } from '../../../src/registry/seed-registry.js';
import { globalId } from '../../../src/schema/global-id.js';
import { data } from '../../support/api.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { viewerWith } from '../../support/viewers.js';

const SAVE = `mutation Save($agency: ID!, $tables: ReportTablesInput!, $leader: String, $dryRun: Boolean! = false) {
  saveReport(agency: $agency, year: 2024, tables: $tables, responsibleLeader: $leader, dryRun: $dryRun) {
    __typename
    ... on SubmissionAnswer {
      outcome
      report { id status revision readerVersion
        activeDisclosure { administrativeFeesWan licensingDecisions regulations { issued } }
        requests { received { total } outcomes { outcome counts { naturalPerson } } }
        appeals { reconsideration { total } } }
      findings { check { code } severity left right cells message(language: EN) }
    }
    ... on ReportRefusal { code message }
  }
}`;

/** 周口市公安局's report for 2024 in the shape of the three tables. */
const filled = (): any => {
  const path = 'test/fixtures/corpus/docs/real-zhoukou-psb-2024.expected.json';
  const { activeDisclosure, requests, appeals } = JSON.parse(readFileSync(path, 'utf8'));
  const outcomes = Object.entries(requests.outcomes).map(([outcome, counts]) => ({
    outcome,
    counts,
  }));
  return { activeDisclosure, requests: { ...requests, outcomes }, appeals };
};

let db: TestDatabase;
let clerk: SignedIn;
let agency: string;

const save = async (tables: object, more: object = {}): Promise<any> =>
  (await data(db.database, SAVE, { agency: globalId('Agency', agency), tables, ...more }, clerk))
    .saveReport;

const reports = (): Promise<{ n: string }[]> =>
  db.database.query('select count(*) as n from report');

beforeEach(async () => {
  db = await createTestDatabase();
  await seedRegistry(db.database);
  const clues = {
    name: '周口市公安局',
    unifiedSocialCreditCode: null,
    regionHint: null,
    url: null,
  };
  const found = await db.database.transaction((m) =>
    findOrCreateAgency(m, clues, { create: true }),
  );
  agency = found.agencyId!;
  clerk = await viewerWith(db.database, '经办人', ['SUBMITTER', { agency }]);
});
afterEach(() => db.drop());

describe('saveReport', () => {
  it('keeps what was filled in, cell for cell, and hands it in with the leader named', async () => {
    const tables = filled();
    const draft = await save(tables);
    expect(draft).toMatchObject({
      outcome: 'CREATED',
      report: {
        ...{ status: 'DRAFT', revision: 1, readerVersion: 'TYPED_IN' },
        activeDisclosure: {
          administrativeFeesWan: '12313.437',
          licensingDecisions: 1761224,
          regulations: { issued: 0 },
        },
        requests: { received: { total: tables.requests.received.total } },
      },
    });
    const kept = draft.report.requests.outcomes.map((o: any) => [
      o.outcome,
      o.counts.naturalPerson,
    ]);
    expect(kept).toEqual(
      tables.requests.outcomes.map((o: any) => [o.outcome, o.counts.naturalPerson]),
    );
    const handedIn = await save(tables, { leader: '王某' });
    expect(handedIn).toMatchObject({
      outcome: 'UNCHANGED',
      report: { id: draft.report.id, status: 'SUBMITTED' },
    });
  });

  it('tells in a dry run what does not add up, and saves nothing', async () => {
    const tables = filled();
    tables.requests.received.total = Number(tables.requests.received.total) + 1;
    const { outcome, report, findings } = await save(tables, { dryRun: true });
    expect([outcome, report]).toEqual(['CREATED', null]);
    const [error] = findings.filter((f: any) => f.severity === 'ERROR');
    expect(error.cells).toContain('REQUESTS/received/total');
    expect(Math.abs(Number(error.left) - Number(error.right))).toBe(1);
    expect(await reports()).toEqual([{ n: '0' }]);
    expect((await save(filled(), { dryRun: true })).findings).not.toContainEqual(
      expect.objectContaining({ severity: 'ERROR' }),
    );
  });

  it('refuses a table with a cell that is not filled in, and keeps one left blank on purpose', async () => {
    const tables = filled();
    delete tables.appeals.reconsideration.total;
    expect(await save(tables)).toMatchObject({
      code: 'INCOMPLETE',
      message: expect.stringContaining('APPEALS/reconsideration/total'),
    });
    tables.appeals.reconsideration.total = null;
    expect((await save(tables)).report.appeals).toEqual({ reconsideration: { total: null } });
  });

  it('refuses an outcome that is given twice', async () => {
    const tables = filled();
    tables.requests.outcomes.push(tables.requests.outcomes[0]);
    expect(await save(tables)).toMatchObject({ code: 'NO_SUCH_CELL' });
    expect(await reports()).toEqual([{ n: '0' }]);
  });
});
