import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ingest } from '../../src/ingest/ingest.js';
import { readableForm } from './readable-form.js';
import { differences, readAgain, writers } from './round-trip.js';

const DOCUMENTS = [
  'samples/reports/zhoukou-public-security-2024.txt',
  'samples/reports/changtu-culture-tourism-2021.html',
  'samples/reports/changchun-airport-zone-2025.html',
  'samples/reports/hongze-2023.pdf',
];

/** The same forms at every run of the suite; another with EXPORT_SEED. */
const SEED = Number(process.env['EXPORT_SEED'] ?? 20);
const RUNS = Number(process.env['EXPORT_RUNS'] ?? 15);

describe.each(Object.keys(writers))('a report as %s', (format) => {
  it.each(DOCUMENTS)('of %s reads again cell for cell', async (name) => {
    const form = await ingest(readFileSync(name), name);
    const again = await readAgain(format, form);
    expect(differences(form, again)).toEqual([]);
    expect(again).toMatchObject({ agency: form.agency, year: form.year, editions: form.editions });
    expect(again.blockEditions).toEqual(form.blockEditions);
  });
});

describe('any form', () => {
  it.each(Object.keys(writers))(
    'comes back from %s cell for cell',
    { timeout: 240_000 },
    async (format) => {
      await fc.assert(
        fc.asyncProperty(readableForm, async (form) => {
          expect(differences(form, await readAgain(format, form))).toEqual([]);
        }),
        { seed: SEED, numRuns: RUNS, endOnFailure: true },
      );
    },
  );
});
