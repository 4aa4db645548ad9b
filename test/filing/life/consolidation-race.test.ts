import { afterAll, beforeAll, expect, it } from 'vitest';
import { consolidate } from '../../../src/filing/consolidate/consolidate.js';
import { changesSince } from '../../../src/filing/consolidate/changes-since.js';
import { importAgencies } from '../../../src/filing/agencies/import-agencies.js';
import { importDocument } from '../../../src/filing/import-document.js';
import { takeStep } from '../../../src/filing/life/take-step.js';
import { loadForm } from '../../../src/filing/load-forms.js';
import { changeRoster } from '../../../src/filing/roster/change-roster.js';
import { addressKey } from '../../../src/format/form.js';
import { ingest } from '../../../src/ingest/ingest.js';
import { findOrCreateAgency } from '../../../src/registry/find-or-create-agency.js';
import { seedRegistry } from '../../../src/registry/seed-registry.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { htmlLayouts } from '../../support/render/html-layouts.js';
import { yearFigures, yearPage } from '../../support/year-report.js';

/** A member is accepted at the very time that all are added up, by two at once. */

const CITY = '990100';
const YEAR = 2024;
const ROUNDS = 12;
const NAMES = ['砚州市人民政府', '砚州市教育局', '砚州市水利局', '砚州市公安局'];
const KEY = 'REQUESTS/received/total';

let db: TestDatabase;
const reports = new Map<string, { reportId: string; agencyId: string }>();

beforeAll(async () => {
  db = await createTestDatabase();
  await seedRegistry(db.database);
  const list = ['name', ...NAMES, ''].join('\n');
  await db.database.transaction((m) => importAgencies(m, list));
  const key = { region: CITY, year: YEAR };
  await changeRoster(db.database, { key, source: 'AGENCIES', calendar: {}, by: '审' });
  for (const [i, name] of NAMES.entries()) {
    const page = yearPage(name, YEAR, yearFigures(i), Object.values(htmlLayouts)[0]!);
    const outcome = await importDocument(
      ...([db.database, { findOrCreateAgency }, Buffer.from(page), `${i}.html`, null] as const),
      { read: ingest, status: 'SUBMITTED', createAgencies: false },
    );
    if (outcome.kind === 'REFUSED') throw new Error(outcome.message);
    reports.set(name, { reportId: outcome.reportId, agencyId: outcome.agencyId });
  }
});
afterAll(() => db.drop());

const step = (name: string, what: 'ACCEPT') =>
  takeStep(db.database, what, { ...reports.get(name)!, version: null, by: '审', why: '误' });

const addUp = () =>
  consolidate(db.database, {
    ...{ region: CITY, year: YEAR, scope: 'REGION_CONSOLIDATED', asOf: null },
    ...{ by: '李', why: '汇总', overrides: new Map() },
  });

it('a member that is accepted meanwhile counts wholly or not at all', async () => {
  const [first, ...others] = NAMES as [string, ...string[]];
  for (const name of others) expect((await step(name, 'ACCEPT')).kind).toBe('TAKEN');
  const kinds: string[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await db.database.query(
      `update report set status = 'SUBMITTED', is_current = false where id = $1`,
      [reports.get(first)!.reportId],
    );
    const [accepted, outcome, again] = await Promise.all([step(first, 'ACCEPT'), addUp(), addUp()]);
    expect(accepted.kind).toBe('TAKEN');
    for (const one of [outcome, again]) {
      kinds.push(one.kind);
      if (one.kind === 'INCOMPLETE') {
        expect(one.problems.map(({ agency }) => agency)).toEqual([first]);
      } else if (one.kind === 'REFUSED') {
        throw new Error(one.message);
      } else {
        const form = await loadForm(db.database, one.reportId);
        const sum = NAMES.reduce((n, _, i) => n + Number(yearFigures(i).get(KEY)), 0);
        const cell = form.cells.find((c) => addressKey(c) === KEY);
        expect(Number(cell?.value)).toBe(sum);
      }
    }
  }
  expect(kinds).toHaveLength(2 * ROUNDS);
  // Whatever came first: afterwards all are there, and nothing is stale once they were added up.
  const last = await addUp();
  if (last.kind === 'INCOMPLETE' || last.kind === 'REFUSED') throw new Error(last.kind);
  expect(last.members).toBe(NAMES.length);
  expect(await changesSince(db.database, last.reportId)).toEqual({ members: [], cells: [] });
});
