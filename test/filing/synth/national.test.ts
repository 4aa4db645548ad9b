import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { runChecks } from '../../../src/checks/run.js';
import { addressKey } from '../../../src/format/form.js';
import type { FilledForm } from '../../../src/format/report.js';
import type { SynthReport } from '../../../src/filing/synth/make-report.js';
import { nationalReports, nationalSeats } from '../../../src/filing/synth/national.js';
import { agencyOf } from '../../../src/filing/synth/roster.js';
import { reportPage } from '../../../src/filing/synth/report-page.js';
import { writeNational } from '../../../src/filing/synth/write-national.js';
import { parseManifest } from '../../../src/filing/manifest.js';
import { ingest } from '../../../src/ingest/ingest.js';
import { referencePlaceNames } from '../../../src/registry/place-names-of-reference.js';

const names = referencePlaceNames();
const REPORTS = 6_000;
const share = (part: number, whole: number): number => part / whole;

let reports: SynthReport[];
beforeAll(() => {
  reports = [...nationalReports(names, { seed: 'one', reports: REPORTS })];
});

const counts = (cell: string): number[] =>
  reports.map(({ form }) =>
    Number(form.cells.find((c) => addressKey(c) === `REQUESTS/${cell}`)?.value),
  );

describe('the reports of a country', () => {
  it('are the same for the same seed and number, and others for another seed', () => {
    const again = [...nationalReports(names, { seed: 'one', reports: 300 })];
    const others = [...nationalReports(names, { seed: 'two', reports: 300 })];
    expect(again).toEqual([...nationalReports(names, { seed: 'one', reports: 300 })]);
    expect(again.map(({ form }) => form.cells)).not.toEqual(others.map(({ form }) => form.cells));
    expect(again[7]).toEqual(reports[7]);
  });

  it('are as many as are asked for, and no more than the country has', () => {
    expect(reports).toHaveLength(REPORTS);
    const more = nationalReports(names, { seed: 'one', reports: 7 });
    expect([...more]).toHaveLength(7);
  });

  it('come from every province, at every level, with the governments of all prefectures', () => {
    const agencies = [...new Set(reports.map(({ agency }) => agency))];
    const provinces = new Set(agencies.map((a) => a.regionCode.slice(0, 2)));
    expect(provinces.size).toBe(31);
    const governments = agencies.filter((a) => a.kind === 'GOVERNMENT');
    expect(governments.filter((a) => a.level === 'PROVINCE').length).toBeGreaterThanOrEqual(31);
    expect(governments.filter((a) => a.level === 'PREFECTURE').length).toBeGreaterThanOrEqual(300);
    expect(agencies.some((a) => a.level === 'COUNTY')).toBe(true);
  });

  it('are revised, faulty and missing in their shares', () => {
    const expected = new Set(reports.map(({ agency, year }) => `${agency.name}/${year}`)).size;
    const agencies = new Set(reports.map(({ agency }) => agency)).size;
    const missing = share(agencies * 10 - expected, agencies * 10);
    expect(missing).toBeGreaterThan(0.02);
    expect(missing).toBeLessThan(0.04);
    const revised = reports.filter(({ revision }) => revision === 2).length;
    expect(share(revised, REPORTS)).toBeGreaterThan(0.012);
    expect(share(revised, REPORTS)).toBeLessThan(0.03);
    const some = reports.filter((_, i) => i % 6 === 0);
    const wrong = some.filter(({ form }) =>
      runChecks(form, {}).findings.some(({ severity }) => severity === 'ERROR'),
    ).length;
    expect(share(wrong, some.length)).toBeGreaterThan(0.01);
    expect(share(wrong, some.length)).toBeLessThan(0.08);
  });

  it('have counts with a heavy tail', () => {
    const received = counts('received/total').toSorted((a, b) => a - b);
    const median = received[REPORTS / 2] ?? 0;
    const topHundredth = received[Math.floor(REPORTS * 0.99)] ?? 0;
    expect(median).toBeGreaterThan(0);
    expect(topHundredth).toBeGreaterThan(8 * median);
  });

  it('carry over from year to year what was not finished, unless a report is missing or faulty', () => {
    const carried = (form: FilledForm, row: string): string | null | undefined =>
      form.cells.find((c) => addressKey(c) === `REQUESTS/${row}/total`)?.value;
    let [compared, same] = [0, 0];
    for (const [i, now] of reports.entries()) {
      const before = reports[i - 1];
      if (before?.agency !== now.agency || before.year !== now.year - 1) continue;
      compared += 1;
      if (carried(before.form, 'carriedOut') === carried(now.form, 'carriedIn')) same += 1;
    }
    expect(compared).toBeGreaterThan(REPORTS / 2);
    expect(share(same, compared)).toBeGreaterThan(0.9);
  });
});

it('the country has agencies of realistic kinds and sectors in realistic numbers', () => {
  const seats = [...nationalSeats(names)];
  // Ten years of them are a million reports.
  expect(seats.length).toBeGreaterThan(102_000);
  expect(seats.length).toBeLessThan(110_000);
  const places = new Set(seats.map(({ region }) => region));
  const count = (level: string): number => [...places].filter((r) => r.level === level).length;
  expect(count('PROVINCE')).toBe(31);
  expect(count('PREFECTURE')).toBeGreaterThan(325);
  expect(count('PREFECTURE')).toBeLessThan(350);
  expect(count('COUNTY')).toBeGreaterThan(2_800);
  expect(count('COUNTY')).toBeLessThan(2_900);
  const some = seats.filter((_, i) => i % 50 === 0).map((seat) => agencyOf(names, seat));
  const kind = (name: string): number =>
    share(some.filter((a) => a.kind === name).length, some.length);
  expect(kind('DEPARTMENT')).toBeGreaterThan(0.7);
  expect(kind('GOVERNMENT')).toBeGreaterThan(0.01);
  expect(kind('GOVERNMENT')).toBeLessThan(0.1);
  expect(kind('DISPATCHED_BODY')).toBeGreaterThan(0.005);
  const sectors = new Set(some.flatMap((a) => a.sectors));
  expect(sectors.size).toBeGreaterThanOrEqual(25);
  expect(new Set(seats.map((seat) => seat.unifiedSocialCreditCode)).size).toBe(seats.length);
});

describe('a page of a synthetic report', () => {
  const folders: string[] = [];
  afterEach(async () => {
    for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
  });

  it('reads as the report that it was made from, in both editions', async () => {
    for (const report of [reports[0], reports.find(({ year }) => year === 2023)]) {
      const { form } = report!;
      const read = await ingest(Buffer.from(reportPage(form)), 'report.html');
      const values = (of: FilledForm) => of.cells.map((c) => [addressKey(c), c.value]);
      expect(values(read)).toEqual(values(form));
      expect(read).toMatchObject({ agency: form.agency, year: form.year, editions: form.editions });
      const doubts = read.findings.filter(({ severity }) => severity !== 'INFO');
      expect(doubts).toEqual([]);
    }
  });

  it('stands in a folder with a manifest that names every page', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'nianbao-synth-'));
    folders.push(folder);
    let written = 0;
    await writeNational(folder, { seed: 'one', reports: 50 }, (more) => (written += more));
    const manifest = parseManifest(await readFile(join(folder, 'manifest.csv'), 'utf8'));
    expect([written, manifest.size]).toEqual([50, 50]);
    for (const [file, { agency, year }] of manifest) {
      const page = await readFile(join(folder, file), 'utf8');
      expect(page).toContain(`${agency}${year}年`);
    }
  });
});
