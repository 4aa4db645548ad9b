import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Database } from '../../src/entities/database.js';
import { correctCell } from '../../src/filing/correct-cell.js';
import { correctIdentity } from '../../src/filing/correct-identity.js';
import { explainFinding } from '../../src/filing/explain-finding.js';
import { importDocument } from '../../src/filing/import-document.js';
import { rereadStored } from '../../src/filing/reread-stored.js';
import { RULES_VERSION } from '../../src/filing/versions.js';
import { findOrCreateAgency } from '../../src/registry/find-or-create-agency.js';
import { seedRegistry } from '../../src/registry/seed-registry.js';
import { globalId, readGlobalId } from '../../src/schema/global-id.js';
import { formOfYear } from '../filing/reports.js';
import { data } from '../support/api.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let test: TestDatabase;
let database: Database;
let reportId: string;
const registry = { findOrCreateAgency };
const author = { by: '李四', why: '与原件核对' };
const total = { table: 'REQUESTS', row: 'received', column: 'total' } as const;
const persons = { ...total, column: 'naturalPerson' } as const;

beforeAll(async () => {
  test = await createTestDatabase();
  database = test.database;
  await seedRegistry(database);
  const outcome = await importDocument(database, registry, Buffer.from('1'), 'a.html', null, {
    read: () => Promise.resolve(formOfYear(2023, { 'APPEALS/reconsideration/total': '7' })),
    status: 'PUBLISHED',
    createAgencies: true,
  });
  if (outcome.kind === 'REFUSED') throw new Error(outcome.message);
  reportId = outcome.reportId;
});
afterAll(() => test.drop());

const CORRECTIONS = `corrections {
  kind from to by at why inForce agreesWithReading cell { label status value raw }
  fromIdentity { year scope agency { name } } toIdentity { year }
}`;

const report = async (fields: string): Promise<any> => {
  const { node } = await data(
    database,
    `query ($id: ID!) { node(id: $id) { ... on Report { ${fields} } } }`,
    { id: globalId('Report', reportId) },
  );
  return node;
};

describe('the corrections of a report', () => {
  it('tell cell, from, to, who, when and why, and which of them are in force', async () => {
    expect(await report(CORRECTIONS)).toEqual({ corrections: [] });
    await correctCell(database, { reportId, cell: persons, value: '3', ...author });
    await correctCell(database, { reportId, cell: persons, value: '/', ...author });
    await correctIdentity(database, registry, { reportId, year: 2024, ...author });
    const { corrections } = await report(CORRECTIONS);
    expect(corrections).toMatchObject([
      {
        kind: 'CELL',
        from: '0',
        to: '3',
        by: '李四',
        why: '与原件核对',
        inForce: false,
        agreesWithReading: null,
        cell: { label: '一、本年新收政府信息公开申请数量 · 自然人', status: 'ENTERED', raw: '0' },
      },
      { kind: 'CELL', from: '3', to: null, inForce: true, agreesWithReading: false },
      {
        kind: 'IDENTITY',
        cell: null,
        inForce: true,
        fromIdentity: { year: 2023, scope: 'ORGAN', agency: { name: '周口市公安局' } },
        toIdentity: { year: 2024 },
      },
    ]);
    expect(Date.now() - Date.parse(corrections[0].at)).toBeLessThan(600_000);
    expect(corrections[0].at).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
  });

  it('are shown where the document, read again, agrees', async () => {
    await correctCell(database, { reportId, cell: total, value: '9', ...author });
    await database.query(`update report set reader_version = '0'`);
    expect(await report('stale readerVersion rulesVersion')).toEqual({
      stale: true,
      readerVersion: '0',
      rulesVersion: RULES_VERSION,
    });
    const read = () => Promise.resolve(formOfYear(2023, { 'REQUESTS/received/total': '9' }));
    const options = { apply: true, all: false, author: 'test' };
    for await (const event of rereadStored(database, read, options)) expect(event).toBeDefined();
    expect(await report('stale')).toEqual({ stale: false });
    const { corrections } = await report('corrections { to inForce agreesWithReading }');
    expect(corrections).toEqual([
      { to: '3', inForce: false, agreesWithReading: null },
      { to: null, inForce: true, agreesWithReading: false },
      { to: null, inForce: true, agreesWithReading: null },
      { to: '9', inForce: true, agreesWithReading: true },
    ]);
  });
});

describe('the explanation of a finding', () => {
  it('stands beside it, in the report and in the list of findings', async () => {
    await correctCell(database, {
      ...{ reportId, value: '7', ...author },
      cell: { table: 'APPEALS', row: 'reconsideration', column: 'total' },
    });
    const question = `findings { id check { code } explanation { text by at dismissed } }`;
    const { findings } = await report(question);
    const finding = findings.find(({ check }: any) => check.code === 'A4');
    expect(finding.explanation).toBeNull();
    const findingId = readGlobalId(finding.id)?.key ?? '';
    await explainFinding(database, { findingId, dismiss: true, ...author });
    const explanation = { text: '与原件核对', by: '李四', dismissed: true };
    const again = await report(question);
    expect(again.findings.find(({ check }: any) => check.code === 'A4')).toMatchObject({
      id: finding.id,
      explanation,
    });
    const list = await data(
      database,
      '{ findings(checks: ["A4"]) { nodes { explanation { text by dismissed } } } }',
    );
    expect(list.findings.nodes).toEqual([{ explanation }]);
  });
});
