import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../src/entities/database.js';
import { fileReport } from '../../src/filing/file-reports.js';
import { recheckStored } from '../../src/filing/recheck-stored.js';
import type { UpkeepEvent } from '../../src/filing/upkeep.js';
import { RULES_VERSION } from '../../src/filing/versions.js';
import { createTestDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { createAgency, formOfYear, inputOf } from './reports.js';

let test: TestDatabase;
let database: Database;
beforeAll(async () => {
  test = await createTestDatabase();
  database = test.database;
});
beforeEach(() => database.query('truncate report cascade'));
afterAll(() => test.drop());

const run = async (options: {
  apply: boolean;
  all?: boolean;
  batch?: number;
}): Promise<UpkeepEvent[]> => {
  const events: UpkeepEvent[] = [];
  for await (const event of recheckStored(database, { all: false, ...options })) events.push(event);
  return events;
};

const file = async (figures: Record<string, string> = {}): Promise<string> => {
  const agencyId = await createAgency(database);
  const outcome = await fileReport(database, inputOf(formOfYear(2024, figures), agencyId));
  if (outcome.kind === 'REFUSED') throw new Error(outcome.message);
  return outcome.reportId;
};

/** As if older rules, which found nothing, had judged everything. */
const age = async (): Promise<void> => {
  await database.query(`delete from finding`);
  await database.query(`update report_evidence set check_results = '[]'`);
  await database.query(`update report set rules_version = '0', error_count = 0, warning_count = 0`);
};

const versions = async (): Promise<string[]> => {
  const rows = await database.query<{ version: string }>(
    'select rules_version as version from report order by id',
  );
  return rows.map(({ version }) => version);
};

describe('checking again', () => {
  it('shows which findings go and come before anything does, and applies the same', async () => {
    const reportId = await file({ 'APPEALS/reconsideration/total': '7' });
    await age();
    const shown = await run({ apply: false });
    expect(shown).toMatchObject([
      { kind: 'TAKEN', reports: 1, goesOn: false },
      { kind: 'CHANGED', diff: { report: { reportId, year: 2024 }, cells: [], gone: [] } },
      { kind: 'LOOKED_AT', reports: 1 },
    ]);
    expect(await versions()).toEqual(['0']);
    expect(await database.query('select from finding')).toEqual([]);
    expect(await run({ apply: true })).toEqual(shown);
    const [report] = await database.query(
      `select error_count, (select count(*)::int from finding where check_code = 'A4') as found from report`,
    );
    expect(report).toEqual({ error_count: 1, found: 1 });
  });

  it('marks as judged by the rules of today what they find nothing new in', async () => {
    await file();
    await database.query(`update report set rules_version = '0'`);
    expect((await run({ apply: true })).map(({ kind }) => kind)).toEqual(['TAKEN', 'LOOKED_AT']);
    expect(await versions()).toEqual([RULES_VERSION]);
    expect(await run({ apply: true })).toEqual([{ kind: 'TAKEN', reports: 0, goesOn: false }]);
  });

  it('goes on where it was interrupted, in batches', async () => {
    for (let i = 0; i < 5; i++) await file();
    await database.query(`update report set rules_version = '0'`);
    for await (const event of recheckStored(database, { apply: true, all: true, batch: 2 })) {
      if (event.kind === 'LOOKED_AT') break;
    }
    expect((await versions()).filter((version) => version === '0')).toHaveLength(3);
    const [taken] = await run({ apply: true, all: true });
    expect(taken).toEqual({ kind: 'TAKEN', reports: 3, goesOn: true });
    const [again] = await run({ apply: false, all: true });
    expect(again).toEqual({ kind: 'TAKEN', reports: 5, goesOn: false });
  });
});
