import { readFile } from 'node:fs/promises';
import {
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  type GraphQLObjectType,
} from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { reportFile } from '../../src/export/report-file.js';
import { exportedReport } from '../../src/export/report-record.js';
import { correctCell } from '../../src/filing/correct-cell.js';
import { explainFinding } from '../../src/filing/explain-finding.js';
import { importDocument } from '../../src/filing/import-document.js';
import type { FilledForm } from '../../src/format/report.js';
import { ingest } from '../../src/ingest/ingest.js';
import { findOrCreateAgency } from '../../src/registry/find-or-create-agency.js';
import { seedRegistry } from '../../src/registry/seed-registry.js';
import { buildApiSchema } from '../../src/resolvers/build.js';
import type { Originals } from '../../src/rollup/originals.js';
import { globalId } from '../../src/schema/global-id.js';
import { findSource } from '../../src/server/find-source.js';
import { data } from '../support/api.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

/** Made up; the identity number passes its check digit. */
const [MOBILE, IDENTITY, MAIL] = ['13812341234', '11010519491231002X', 'zhangsan@163.com'];
const MASKED = ['138****1234', '11*************02X', 'z***@163.com'];
const personal = new RegExp([MOBILE, IDENTITY, MAIL].join('|'));

let test: TestDatabase;
let reportId: string;
let fields: string;
beforeAll(async () => {
  test = await createTestDatabase();
  await seedRegistry(test.database);
  const page = await readFile('test/fixtures/corpus/docs/real-zhoukou-psb-2024.txt', 'utf8');
  const text = page
    .replace('## 一、总体情况', `经办人${MOBILE}\n\n## 一、总体情况`)
    .replace('2024 年共收到依申请公开件 32 件', `$&，其中联系人${MOBILE}的申请来自${MAIL}，`)
    .replace('（五）监督保障情况。', `$&申请人身份证号${IDENTITY}。`);
  const outcome = await importDocument(
    test.database,
    { findOrCreateAgency },
    Buffer.from(text),
    `${MOBILE}.txt`,
    null,
    {
      read,
      status: 'PUBLISHED',
      createAgencies: true,
    },
  );
  if (outcome.kind === 'REFUSED') throw new Error(outcome.message);
  reportId = outcome.reportId;
  const by = { by: '李四', why: `见${MAIL}` };
  const cell = { table: 'REQUESTS', row: 'received', column: 'total' } as const;
  await correctCell(test.database, { reportId, cell, value: '33', ...by });
  const [f13] = await test.database.query<{ id: string }>(
    `select id from finding where report_id = $1 and check_code = 'F13' limit 1`,
    [reportId],
  );
  await explainFinding(test.database, {
    findingId: f13!.id,
    why: `请致电${MOBILE}`,
    dismiss: false,
    by: '李四',
  });
  const schema = await buildApiSchema();
  fields = everything(schema.getType('Report') as GraphQLObjectType);
});
afterAll(() => test.drop());

/** As if a cell of the document had a telephone number in it. */
async function read(bytes: Uint8Array, fileName: string): Promise<FilledForm> {
  const form = await ingest(bytes, fileName);
  const unreadable = { status: 'UNREADABLE', value: null, raw: `见${MOBILE}` } as const;
  const cells = form.cells.map((c) => (c.row === 'penaltyDecisions' ? { ...c, ...unreadable } : c));
  return { ...form, cells };
}

/** Every field beneath a type that needs no argument, without lists of pages and ways back. */
function everything(type: GraphQLObjectType, above: readonly string[] = []): string {
  const chosen = Object.values(type.getFields()).flatMap((field) => {
    const of = getNamedType(field.type);
    if (field.args.some(isRequiredArgument)) return [];
    if (isLeafType(of)) return [field.name];
    if (
      !isObjectType(of) ||
      [...above, type.name].includes(of.name) ||
      of.name.endsWith('Connection')
    )
      return [];
    return [`${field.name} { ${everything(of, [...above, type.name])} }`];
  });
  return ['__typename', ...chosen].join(' ');
}

const answer = async (originals: Originals | null = null): Promise<any> => {
  const query = `query ($id: ID!) { node(id: $id) { ... on Report { ${fields} } } findings(first: 50) { nodes { message messageEn: message(language: EN) explanation { text } } } }`;
  return data(test.database, query, { id: globalId('Report', reportId) }, originals);
};

const looks: string[][] = [];
const reviewer: Originals = {
  allowed: (_, ids) => Promise.resolve(new Set(ids)),
  record: (_, ids) => Promise.resolve(void looks.push([...ids])),
};
beforeEach(() => void looks.splice(0));

describe('personal data in a report', () => {
  it('are masked in everything that the API says to anyone', async () => {
    const said = JSON.stringify(await answer());
    for (const masked of MASKED) expect(said).toContain(masked);
    expect(said).not.toMatch(personal);
  });

  it('are masked in sections, statements, cells, corrections and explanations alike', async () => {
    const { node } = await answer();
    const masked = (value: unknown) =>
      MASKED.some((datum) => JSON.stringify(value).includes(datum));
    for (const name of ['sections', 'statements', 'cells', 'corrections', 'findings', 'source']) {
      expect([name, masked(node[name])]).toEqual([name, true]);
    }
    expect(masked(node.findings.map((f: any) => f.explanation))).toBe(true);
  });

  it('are shown to a reviewer as they were printed, and each look is on record', async () => {
    const { node } = await answer(reviewer);
    const text = JSON.stringify([node.sections, node.statements, node.cells]);
    for (const datum of [MOBILE, IDENTITY, MAIL]) expect(text).toContain(datum);
    expect(new Set(looks.flat())).toEqual(new Set([reportId]));
  });

  it('are masked in every file of the report that is exported', async () => {
    const report = await exportedReport(test.database, reportId);
    const said = JSON.stringify(report);
    for (const masked of MASKED) expect(said).toContain(masked);
    expect(said).not.toMatch(personal);
    expect(String(await reportFile(report!, 'html'))).toContain(MASKED[1]);
  });

  it('are not shown where the look cannot be put on record', async () => {
    const record = () => Promise.reject(new Error('no place for it'));
    await expect(answer({ ...reviewer, record })).rejects.toThrow('no place for it');
  });

  it('are no reason to put a look on record where there are none', async () => {
    await test.database.query(`update report_section set text = '' where report_id = $1`, [
      reportId,
    ]);
    const query = `query ($id: ID!) { node(id: $id) { ... on Report { sections { text } } } }`;
    await data(test.database, query, { id: globalId('Report', reportId) }, reviewer);
    expect(looks).toEqual([]);
  });
});

describe('the original document', () => {
  const id = () => globalId('Report', reportId);

  it('is for reviewers alone where it holds personal data, and the look is on record', async () => {
    await expect(findSource(test.database, id())).rejects.toMatchObject({
      extensions: { code: 'PERSONAL_DATA' },
    });
    const file = await findSource(test.database, id(), reviewer);
    expect(Buffer.from(file!.bytes).toString()).toContain(MOBILE);
    expect(looks).toEqual([[reportId]]);
    const nobody = { ...reviewer, allowed: () => Promise.resolve(new Set<string>()) };
    await expect(findSource(test.database, id(), nobody)).rejects.toThrow('personal data');
  });

  it('is so even where they stand outside the sections and tables', async () => {
    await test.database.query(`delete from finding where check_code = 'F13'`);
    await expect(findSource(test.database, id())).rejects.toThrow('personal data');
  });

  it('is served to anyone where there are none, under a name without any', async () => {
    await test.database.query(`update report_evidence set facts = facts - 'personalData'`);
    const file = await findSource(test.database, id());
    expect(file?.fileName).toBe('138****1234.txt');
  });
});
