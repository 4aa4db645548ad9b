import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IngestError } from '../../src/ingest/ingest-error.js';
import { ingest } from '../../src/ingest/ingest.js';
import { damagedFile } from '../support/render/damaged-file.js';
import { diceFrom } from '../support/render/dice.js';
import { asPdf } from '../support/render/pdf-layouts.js';
import { judge } from '../support/render/judge.js';
import type { Judgement } from '../support/render/judge.js';
import { printers } from '../support/render/printers.js';
import type { Printer } from '../support/render/printers.js';
import { randomReport } from '../support/render/random-report.js';

/** `npm run bench:random` does the same with as many reports as it is told. */
const RUNS = { numRuns: 8, seed: 20_210_926, endOnFailure: true };
/** Of the stated figures so many are read rightly; of a PDF without all ruling lines fewer, each of the others named. */
const LEAST_RIGHT: Readonly<Record<string, number>> = {
  PDF: 0.95,
  'PDF with figures over the sides of their cells': 0.95,
};

const MOST_MS = 120_000;

const formats: [string, Printer][] = [
  ...Object.entries(printers),
  [
    'PDF with all ruling lines',
    (report, dice) => asPdf(report, dice, { rules: 'all', overflows: false }),
  ],
  [
    'PDF with figures over the sides of their cells',
    (report, dice) => asPdf(report, dice, { rules: 'all', overflows: true }),
  ],
];

/** What is wrong in the reading of a damaged report; a file that is refused says nothing wrong. */
async function judgeDamaged(seed: number, print: Printer): Promise<string[]> {
  const dice = diceFrom(seed);
  const report = randomReport(dice);
  const { how, bytes, lost, placed } = damagedFile(report, print, dice);
  try {
    const { silent } = judge(await ingest(bytes, 'report'), report.says, lost, placed);
    return silent.map((s) => `${how}: ${s}`);
  } catch (error) {
    if (error instanceof IngestError) return [];
    throw error;
  }
}

describe('a random report with quirks is read as it was printed, or a finding names the cell', () => {
  it.each(formats)('%s', { timeout: MOST_MS }, async (name, print) => {
    const all: Judgement[] = [];
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (seed) => {
        const dice = diceFrom(seed);
        const report = randomReport(dice);
        const found = judge(await ingest(print(report, dice), 'report'), report.says);
        expect(found.silent, report.quirks.join()).toEqual([]);
        all.push(found);
      }),
      RUNS,
    );
    const cells = all.reduce((n, j) => n + j.cells, 0);
    const wrong = all.reduce((n, j) => n + j.named.length, 0);
    expect(1 - wrong / cells).toBeGreaterThanOrEqual(LEAST_RIGHT[name] ?? 0.998);
  });
});

describe('of a damaged report nothing wrong is silent', () => {
  it.each(formats)('%s', { timeout: MOST_MS }, async (_, print) => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (seed) => {
        expect(await judgeDamaged(seed, print)).toEqual([]);
      }),
      RUNS,
    );
  });
});
