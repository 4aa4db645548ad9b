import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileReport } from '../../src/filing/file-reports.js';
import { loadForm } from '../../src/filing/load-forms.js';
import { createEmbeddedDatabase, createTestDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { createAgency, inputOf } from './reports.js';
import { randomForm } from './random-form.js';

describe.each([
  ['a PostgreSQL server', createTestDatabase, 25],
  ['the embedded engine', createEmbeddedDatabase, 10],
])('a form stored on %s', (_name, create, runs) => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await create();
  });
  afterAll(() => test.drop());

  it('comes back as it was filed, whatever was read', async () => {
    const { database } = test;
    await fc.assert(
      fc.asyncProperty(randomForm, async (form) => {
        const agencyId = await createAgency(database);
        const filed = await fileReport(database, inputOf(form, agencyId, { year: 2024 }));
        if (filed.kind !== 'CREATED') throw new Error(JSON.stringify(filed));
        expect(await loadForm(database, filed.reportId)).toEqual(form);
      }),
      { numRuns: runs },
    );
  }, 120_000);
});
