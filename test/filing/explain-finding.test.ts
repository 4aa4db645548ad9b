import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/entities/database.js';
import { correctCell } from '../../src/filing/correct-cell.js';
import { explainFinding } from '../../src/filing/explain-finding.js';
import { fileReport } from '../../src/filing/file-reports.js';
import { recheck } from '../../src/filing/recheck.js';
import { createTestDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { createAgency, formOfYear, inputOf } from './reports.js';

let test: TestDatabase;
let database: Database;
beforeAll(async () => {
  test = await createTestDatabase();
  database = test.database;
});
afterAll(() => test.drop());

const total = (table: 'REQUESTS' | 'APPEALS', row: string) =>
  ({ table, row, column: 'total' }) as const;

/** A row of requests that does not add up, and one of appeals. */
const fileBroken = async (): Promise<string> => {
  const form = formOfYear(2024, {
    'REQUESTS/GRANTED/total': '2',
    'APPEALS/reconsideration/total': '7',
  });
  const outcome = await fileReport(database, inputOf(form, await createAgency(database)));
  if (outcome.kind === 'REFUSED') throw new Error(outcome.message);
  return outcome.reportId;
};

interface Line {
  id: string;
  check: string;
  text: string | null;
  dismissed: boolean | null;
  author: string | null;
}

const findingsOf = (reportId: string): Promise<Line[]> =>
  database.query<Line>(
    `select f.id, f.check_code as check, e.text, e.dismissed, e.author
     from finding f left join explanation e on e.id = f.explanation_id where f.report_id = $1 order by f.ordinal`,
    [reportId],
  );

const ofCheck = async (reportId: string, check: string): Promise<Line> => {
  const found = (await findingsOf(reportId)).find((finding) => finding.check === check);
  if (!found) throw new Error(`no finding of ${check}`);
  return found;
};

const explain = (findingId: string, overrides: object = {}) =>
  explainFinding(database, {
    findingId,
    dismiss: false,
    by: '李四',
    why: '并案办理',
    ...overrides,
  });

const correct = async (reportId: string, cell: ReturnType<typeof total>, value: string) => {
  const outcome = await correctCell(database, { reportId, cell, value, by: '李四', why: '核对' });
  return outcome;
};

describe('an explanation', () => {
  it('stands beside its finding alone, with its audit entry, and changes no count', async () => {
    const reportId = await fileBroken();
    const { id } = await ofCheck(reportId, 'A4');
    const counts = () =>
      database.query('select error_count, warning_count from report where id = $1', [reportId]);
    const before = await counts();
    expect(await explain(id, { dismiss: true })).toEqual({
      kind: 'EXPLAINED',
      reportId,
      check: 'A4',
    });
    const explained = (await findingsOf(reportId)).filter(({ text }) => text !== null);
    expect(explained).toEqual([
      { id, check: 'A4', text: '并案办理', dismissed: true, author: '李四' },
    ]);
    expect(await counts()).toEqual(before);
    const [entry] = await database.query(
      'select author, act, reason, before, after from audit_entry where subject = $1',
      [`report:${reportId}`],
    );
    expect(entry).toMatchObject({
      author: '李四',
      act: 'EXPLAIN_FINDING',
      reason: '并案办理',
      before: null,
      after: { check: 'A4', text: '并案办理', dismissed: true },
    });
  });

  it('takes the place of the one before it, which stays on the record', async () => {
    const reportId = await fileBroken();
    const { id } = await ofCheck(reportId, 'A4');
    await explain(id);
    await explain(id, { why: '原件笔误', by: '王五' });
    expect(await ofCheck(reportId, 'A4')).toMatchObject({ text: '原件笔误', author: '王五' });
    const kept = await database.query(
      `select text, dropped_at is null as live from explanation where report_id = $1 order by id`,
      [reportId],
    );
    expect(kept).toEqual([
      { text: '并案办理', live: false },
      { text: '原件笔误', live: true },
    ]);
  });

  it('survives a re-check that writes the findings anew', async () => {
    const reportId = await fileBroken();
    const { id } = await ofCheck(reportId, 'A4');
    await explain(id);
    // As if the rules had said another thing of another row before.
    await database.query(
      `update finding set message_en = 'old words' where report_id = $1 and check_code <> 'A4'`,
      [reportId],
    );
    const changed = await database.transaction((manager) => recheck(manager, [reportId]));
    expect(changed).toHaveLength(1);
    const after = await ofCheck(reportId, 'A4');
    expect(after).toMatchObject({ text: '并案办理' });
    expect(after.id).not.toBe(id);
  });

  it('survives a correction elsewhere, and is dropped for good when its own figures change', async () => {
    const reportId = await fileBroken();
    await explain((await ofCheck(reportId, 'A4')).id);
    const elsewhere = await correct(reportId, total('REQUESTS', 'GRANTED'), '0');
    expect(elsewhere).toMatchObject({ kind: 'CORRECTED', droppedExplanations: 0 });
    expect(await ofCheck(reportId, 'A4')).toMatchObject({ text: '并案办理' });
    const here = await correct(reportId, total('APPEALS', 'reconsideration'), '6');
    expect(here).toMatchObject({ kind: 'CORRECTED', droppedExplanations: 1 });
    expect(await ofCheck(reportId, 'A4')).toMatchObject({ text: null });
    await correct(reportId, total('APPEALS', 'reconsideration'), '7');
    expect(await ofCheck(reportId, 'A4')).toMatchObject({ text: null });
  });

  it('is refused for a finding that is gone, without a name, and without a reason', async () => {
    const reportId = await fileBroken();
    const { id } = await ofCheck(reportId, 'A4');
    expect(await explain(id, { by: '' })).toMatchObject({ code: 'AUTHOR_REQUIRED' });
    expect(await explain(id, { why: ' ' })).toMatchObject({ code: 'REASON_REQUIRED' });
    await correct(reportId, total('APPEALS', 'reconsideration'), '0');
    expect(await explain(id)).toMatchObject({ code: 'FINDING_UNKNOWN' });
    expect((await findingsOf(reportId)).every(({ text }) => text === null)).toBe(true);
  });
});
