import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/entities/database.js';
import { correctCell } from '../../src/filing/correct-cell.js';
import type { CellCorrected, CellCorrectionRequest } from '../../src/filing/correct-cell.js';
import { fileReport } from '../../src/filing/file-reports.js';
import { loadForm } from '../../src/filing/load-forms.js';
import { printedRows, unstatedCells } from '../../src/filing/printed-rows.js';
import type { Refused } from '../../src/filing/report-input.js';
import { withdraw } from '../../src/filing/withdraw.js';
import { addressKey } from '../../src/format/form.js';
import type { CellAddress } from '../../src/format/form.js';
import type { FilledForm } from '../../src/format/report.js';
import { totals } from '../../src/rollup/totals.js';
import { createEmbeddedDatabase, createTestDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { randomForm } from './random-form.js';
import { createAgency, formOfYear, inputOf } from './reports.js';

let test: TestDatabase;
let database: Database;
beforeAll(async () => {
  test = await createTestDatabase();
  database = test.database;
});
afterAll(() => test.drop());

const received = (column: string): CellAddress => ({ table: 'REQUESTS', row: 'received', column });

const file = async (
  form: FilledForm,
  agencyId?: string,
  db = database,
): Promise<{ reportId: string; agencyId: string }> => {
  const agency = agencyId ?? (await createAgency(db));
  const outcome = await fileReport(db, inputOf(form, agency));
  if (outcome.kind === 'REFUSED') throw new Error(outcome.message);
  return { reportId: outcome.reportId, agencyId: agency };
};

const correct = (
  request: Pick<CellCorrectionRequest, 'reportId' | 'value'> & Partial<CellCorrectionRequest>,
  db = database,
): Promise<CellCorrected | Refused> =>
  correctCell(db, {
    cell: received('naturalPerson'),
    by: '李四',
    why: '与原件核对',
    ...request,
  });

const cellOf = async (reportId: string, address: CellAddress, db = database) => {
  const form = await loadForm(db, reportId);
  return form.cells.find((cell) => addressKey(cell) === addressKey(address));
};

const codesOf = async (reportId: string): Promise<string[]> => {
  const rows = await database.query<{ check_code: string }>(
    'select check_code from finding where report_id = $1 order by ordinal',
    [reportId],
  );
  return rows.map(({ check_code }) => check_code);
};

/** 5 natural persons misread as 3: the row and the column no longer add up. */
const misread = formOfYear(2024, {
  'REQUESTS/received/naturalPerson': '3',
  'REQUESTS/received/total': '5',
  'REQUESTS/GRANTED/naturalPerson': '5',
  'REQUESTS/GRANTED/total': '5',
  'REQUESTS/completed/naturalPerson': '5',
  'REQUESTS/completed/total': '5',
});

describe('a corrected cell', () => {
  it('keeps its printed text, becomes ENTERED, and is checked and added up anew', async () => {
    const { reportId, agencyId } = await file(misread);
    expect(await codesOf(reportId)).toContain('A1');
    const sumOf = async (): Promise<number | null | undefined> => {
      const filter = { agencies: [agencyId] };
      const question = { filter, groupBy: [], orderBy: null };
      const page = await totals(database, question, { first: 1, after: null });
      return page.items[0]?.node.tables.requests.received.naturalPerson;
    };
    expect(await sumOf()).toBe(3);
    const outcome = await correct({ reportId, value: ' 5 ' });
    expect(outcome).toMatchObject({ kind: 'CORRECTED', from: '3', to: '5', come: [] });
    expect((outcome as CellCorrected).gone.map(({ check }) => check)).toContain('A1');
    expect(await cellOf(reportId, received('naturalPerson'))).toMatchObject({
      status: 'ENTERED',
      value: '5',
      raw: '3',
      locator: 'table 1 row 1 column 1',
      read: { status: 'READ', value: '3' },
    });
    expect(await codesOf(reportId)).not.toContain('A1');
    const [row] = await database.query(
      `select q.natural_person, r.error_count, r.revision, r.is_current from report r
       join request_row q on q.report_id = r.id and q."row" = 'received' where r.id = $1`,
      [reportId],
    );
    expect(row).toEqual({ natural_person: '5', error_count: 0, revision: 1, is_current: true });
    expect(await sumOf()).toBe(5);
  });

  it('is kept with who, when and why, beside an audit entry of the same moment', async () => {
    const { reportId } = await file(misread);
    await correct({ reportId, value: '5 件' });
    const [kept] = await database.query(
      `select c.kind, c.cell, c.typed, c.from_value, c.to_value, c.author, c.reason, a.act, a.subject, a.reason as why, a.before,
         a.after, c.made_at = a.at as same_moment
       from correction c join audit_entry a on a.subject = 'report:' || c.report_id where c.report_id = $1`,
      [reportId],
    );
    const cell = 'REQUESTS/received/naturalPerson';
    expect(kept).toEqual({
      kind: 'CELL',
      cell: received('naturalPerson'),
      typed: '5 件',
      from_value: '3',
      to_value: '5',
      author: '李四',
      reason: '与原件核对',
      act: 'CORRECT_CELL',
      subject: `report:${reportId}`,
      why: '与原件核对',
      before: { cell, status: 'READ', value: '3' },
      after: { cell, status: 'ENTERED', value: '5' },
      same_moment: true,
    });
  });

  it('is undone by correcting again; both stay on the record', async () => {
    const { reportId } = await file(misread);
    await correct({ reportId, value: '5' });
    expect(await correct({ reportId, value: '3' })).toMatchObject({ from: '5', to: '3' });
    expect(await codesOf(reportId)).toContain('A1');
    expect(await cellOf(reportId, received('naturalPerson'))).toMatchObject({
      status: 'ENTERED',
      read: { status: 'READ', value: '3' },
    });
    const rows = await database.query('select from correction where report_id = $1', [reportId]);
    expect(rows).toHaveLength(2);
  });

  it('may be said to state no number, which is no zero', async () => {
    const { reportId } = await file(formOfYear(2024));
    expect(await correct({ reportId, value: '/' })).toMatchObject({ from: '0', to: null });
    const [row] = await database.query(
      `select q.natural_person, r.unstated_requests from report r
       join request_row q on q.report_id = r.id and q."row" = 'received' where r.id = $1`,
      [reportId],
    );
    expect(row).toEqual({ natural_person: null, unstated_requests: 1 });
    expect(await codesOf(reportId)).toContain('F8');
  });

  it('settles what the reader was not sure of there, and nothing else', async () => {
    const about = (cells: CellAddress[]): FilledForm['findings'][number] => ({
      ...{ check: 'R3', severity: 'WARNING', message: { ZH: '不清', EN: 'unclear' } },
      ...{ left: null, right: null, difference: null, breaks: [], repair: [], fault: null },
      ...{ cause: null, cells },
    });
    const one = about([received('naturalPerson')]);
    const two = about([received('naturalPerson'), received('total')]);
    const cells = formOfYear(2024).cells.map((cell) =>
      addressKey(cell) === 'REQUESTS/received/naturalPerson'
        ? { ...cell, status: 'UNREADABLE' as const, value: null, raw: 'l' }
        : cell,
    );
    const { reportId } = await file({ ...formOfYear(2024), cells, findings: [one, two] });
    await correct({ reportId, value: '0' });
    expect((await loadForm(database, reportId)).findings).toEqual([two]);
    expect((await codesOf(reportId)).filter((code) => code === 'R3')).toHaveLength(1);
  });

  it('judges the year after anew', async () => {
    const carried = (row: string): CellAddress => ({ table: 'REQUESTS', row, column: 'total' });
    const { reportId, agencyId } = await file(
      formOfYear(2023, { [addressKey(carried('carriedOut'))]: '7' }),
    );
    const next = await file(
      formOfYear(2024, { [addressKey(carried('carriedIn'))]: '2' }),
      agencyId,
    );
    await correct({ reportId, cell: carried('carriedOut'), value: '8' });
    expect(await codesOf(next.reportId)).toContain('X1');
    await correct({ reportId, cell: carried('carriedOut'), value: '2' });
    expect(await codesOf(next.reportId)).not.toContain('X1');
  });

  it('of an amount keeps every decimal', async () => {
    const { reportId } = await file(formOfYear(2024));
    const cell: CellAddress = {
      table: 'ACTIVE_DISCLOSURE',
      row: 'administrativeFeesWan',
      column: null,
    };
    expect(await correct({ reportId, cell, value: '12,313.437 万元' })).toMatchObject({
      to: '12313.437',
    });
    const [row] = await database.query(
      `select amount_wan from active_disclosure_row where report_id = $1 and "row" = 'administrativeFeesWan'`,
      [reportId],
    );
    expect(row).toEqual({ amount_wan: '12313.437000' });
  });
});

describe('a correction is refused, and nothing is written, where', () => {
  const refusal = async (request: Parameters<typeof correct>[0]): Promise<string> => {
    const count = async (): Promise<unknown> =>
      database.query(
        'select (select count(*) from correction) as corrections, (select count(*) from audit_entry) as entries',
      );
    const before = await count();
    const outcome = await correct(request);
    expect(await count()).toEqual(before);
    return outcome.kind === 'REFUSED' ? outcome.code : outcome.kind;
  };

  it.each(['3.5', '五 六', '3²', 'l0', '12 30', '9'.repeat(17), '一'])(
    'the value is no number of the column’s kind: %s',
    async (value) => {
      const { reportId } = await file(formOfYear(2024));
      expect(await refusal({ reportId, value })).toBe('NOT_A_NUMBER');
    },
  );

  it('the report has no such cell', async () => {
    const { reportId } = await file(formOfYear(2024));
    const cell: CellAddress = { table: 'REQUESTS', row: 'UNSPECIFIED_OTHER', column: 'total' };
    expect(await refusal({ reportId, cell, value: '1' })).toBe('NO_SUCH_CELL');
  });

  it('there is no such report', async () => {
    expect(await refusal({ reportId: '999999999', value: '1' })).toBe('REPORT_UNKNOWN');
  });

  it('a newer revision has taken its place, unless that was withdrawn', async () => {
    const { reportId, agencyId } = await file(formOfYear(2024));
    const newer = await file(misread, agencyId);
    expect(await refusal({ reportId, value: '1' })).toBe('NOT_NEWEST');
    await withdraw(database, newer.reportId);
    expect(await correct({ reportId, value: '1' })).toMatchObject({ kind: 'CORRECTED' });
  });

  it('the cell says so already', async () => {
    const { reportId } = await file(misread);
    expect(await refusal({ reportId, value: '3' })).toBe('NOTHING_TO_CORRECT');
  });

  it('the cell says another number than the person saw', async () => {
    const { reportId } = await file(misread);
    expect(await refusal({ reportId, value: '5', expected: '4' })).toBe('CHANGED_MEANWHILE');
  });

  it('nobody answers for it', async () => {
    const { reportId } = await file(misread);
    expect(await refusal({ reportId, value: '5', by: ' ' })).toBe('AUTHOR_REQUIRED');
    expect(await refusal({ reportId, value: '5', by: '李\u202e四' })).toBe('AUTHOR_REQUIRED');
    expect(await refusal({ reportId, value: '5', why: '' })).toBe('REASON_REQUIRED');
    expect(await refusal({ reportId, value: '5', why: 'x'.repeat(2001) })).toBe('REASON_REQUIRED');
  });

  it('it cannot be audited', async () => {
    const { reportId } = await file(misread);
    await database.query('alter table audit_entry rename to audit_entry_away');
    try {
      await expect(correct({ reportId, value: '5' })).rejects.toThrow();
    } finally {
      await database.query('alter table audit_entry_away rename to audit_entry');
    }
    expect(await cellOf(reportId, received('naturalPerson'))).toMatchObject({ value: '3' });
    expect(await codesOf(reportId)).toContain('A1');
  });
});

describe('corrections', () => {
  it('of two people at the same time: one comes second and sees it', async () => {
    const { reportId } = await file(misread);
    const outcomes = await Promise.all(
      ['5', '6'].map((value) => correct({ reportId, value, expected: '3' })),
    );
    const kinds = outcomes.map((outcome) =>
      outcome.kind === 'REFUSED' ? outcome.code : outcome.kind,
    );
    expect(kinds.toSorted()).toEqual(['CHANGED_MEANWHILE', 'CORRECTED']);
  });

  it(
    'leave rows, counts and findings as if the document had printed the numbers',
    { timeout: 90_000 },
    async () => {
      const agencyId = await createAgency(database);
      const choice = fc.tuple(fc.nat(), fc.constantFrom('0', '17', '', '/', '123,456'));
      await fc.assert(
        fc.asyncProperty(randomForm, fc.array(choice, { maxLength: 4 }), async (form, choices) => {
          const { reportId } = await file({ ...form, year: 2024, scope: 'ORGAN' }, agencyId);
          for (const [at, value] of choices) {
            const cell = form.cells[at % form.cells.length]!;
            await correct({ reportId, cell, value });
          }
          const now = await loadForm(database, reportId);
          const rows = await database.query<Record<string, string | null>>(
            'select * from request_row where report_id = $1 order by ordinal',
            [reportId],
          );
          for (const [i, { figures }] of printedRows(now, 'REQUESTS').entries()) {
            expect(rows[i]).toMatchObject(figures);
          }
          const [counts] = await database.query(
            `select unstated_requests as unstated, error_count + warning_count + info_count as counted,
             (select count(*)::int from finding f where f.report_id = r.id) as stored from report r where id = $1`,
            [reportId],
          );
          const { stored } = counts as { stored: number };
          const unstated = unstatedCells(now, 'REQUESTS');
          expect(counts).toEqual({ unstated, counted: stored, stored });
        }),
        { numRuns: 6 },
      );
    },
  );

  it('work on the embedded engine', { timeout: 120_000 }, async () => {
    const embedded = await createEmbeddedDatabase();
    try {
      const { reportId } = await file(misread, undefined, embedded.database);
      await correct({ reportId, value: '5' }, embedded.database);
      expect(await cellOf(reportId, received('naturalPerson'), embedded.database)).toMatchObject({
        status: 'ENTERED',
        value: '5',
      });
      await expect(embedded.database.query('delete from audit_entry')).rejects.toThrow();
    } finally {
      await embedded.drop();
    }
  });
});

describe('the audit log', () => {
  it('refuses every change, and outlives the report', async () => {
    const { reportId } = await file(misread);
    await correct({ reportId, value: '5' });
    for (const sql of [
      `update audit_entry set author = '王五'`,
      'delete from audit_entry',
      'truncate audit_entry',
    ]) {
      await expect(database.query(sql)).rejects.toMatchObject({ code: 'DATABASE_ERROR' });
    }
    await database.query('delete from report where id = $1', [reportId]);
    const left = await database.query('select author from audit_entry where subject = $1', [
      `report:${reportId}`,
    ]);
    expect(left).toEqual([{ author: '李四' }]);
  });
});
