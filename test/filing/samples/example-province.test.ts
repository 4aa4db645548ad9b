import { describe, expect, it } from 'vitest';
import { runChecks } from '../../../src/checks/run.js';
import type { Finding } from '../../../src/format/report.js';
import {
  missingReports,
  plantedFaults,
  revisedReports,
  uncountedRequests,
} from '../../../src/filing/samples/example-faults.js';
import { exampleLineages } from '../../../src/filing/samples/example-lineage.js';
import { exampleReports } from '../../../src/filing/samples/example-province.js';
import type { SynthReport } from '../../../src/filing/synth/make-report.js';
import { faults } from '../../../src/filing/synth/plant-fault.js';

const reports = exampleReports();

const find = (agency: string, year: number, revision = 1, scope = 'ORGAN') =>
  reports.find(
    (r) =>
      r.agency.name === agency && r.year === year && r.revision === revision && r.scope === scope,
  );

const findingsOf = (report: SynthReport): Finding[] => {
  const { agency, year, scope } = report;
  const previous =
    find(agency.name, year - 1, 2, scope) ?? find(agency.name, year - 1, 1, scope) ?? null;
  return runChecks(report.form, {
    previous: previous?.form ?? null,
    agencyKind: agency.kind,
    agencyLevel: agency.level,
    publishedOn: report.publishedOn,
  }).findings;
};

const value = (report: SynthReport, row: string, column = 'total'): number =>
  Number(report.form.cells.find((c) => c.row === row && c.column === column)?.value ?? 0);

describe('示例省', () => {
  it('has some 300 agencies of every level and kind over five years', () => {
    const agencies = new Map(reports.map((r) => [r.agency.name, r.agency]));
    expect(agencies.size).toBeGreaterThan(280);
    expect(agencies.size).toBeLessThan(340);
    const kinds = new Set([...agencies.values()].map((a) => a.kind));
    expect(kinds.size).toBe(7);
    const levels = new Set([...agencies.values()].map((a) => a.level));
    expect(levels.size).toBe(5);
    expect(new Set(reports.map((r) => r.year)).size).toBe(5);
    expect(reports.every((r) => r.agency.regionCode.startsWith('99'))).toBe(true);
  });

  it('is the same every time', () => {
    expect(exampleReports()).toEqual(reports);
  });

  it('reports of a renamed or merged agency begin where those of its predecessors end', () => {
    for (const { successor, predecessors, effectiveOn } of exampleLineages) {
      const first = Number(effectiveOn.slice(0, 4));
      const yearsOf = (name: string) =>
        reports.filter((r) => r.agency.name === name).map((r) => r.year);
      const before = [2020, 2021, 2022, 2023, 2024].filter((year) => year < first);
      for (const name of predecessors) expect(yearsOf(name)).toEqual(before);
      expect([...before, ...yearsOf(successor)]).toEqual([2020, 2021, 2022, 2023, 2024]);
      const out = predecessors.map((name) => value(find(name, first - 1)!, 'carriedOut'));
      expect(value(find(successor, first)!, 'carriedIn')).toBe(out.reduce((a, b) => a + b, 0));
    }
  });

  it.each(plantedFaults)('$agency $year: $fault is found', ({ agency, year, fault }) => {
    const report = find(agency, year);
    expect(report).toBeDefined();
    const codes = findingsOf(report!).flatMap((f) => [f.check, ...f.breaks.map((b) => b.check)]);
    expect(codes).toContain(faults[fault].check);
  });

  it('has no finding but those planted', () => {
    const planted = new Set(
      [...plantedFaults, ...revisedReports].map(({ agency, year }) => `${agency} ${year}`),
    );
    const stray = reports
      .filter((r) => !planted.has(`${r.agency.name} ${r.year}`) || r.revision > 1)
      .flatMap((r) => findingsOf(r).map((f) => `${r.agency.name} ${r.year} ${f.check}`));
    expect(stray).toEqual([]);
  });

  it.each(revisedReports)('$agency $year was put right in a second version', (one) => {
    expect(findingsOf(find(one.agency, one.year, 1)!)).not.toEqual([]);
    expect(findingsOf(find(one.agency, one.year, 2)!)).toEqual([]);
  });

  it.each(missingReports)('%s %i is missing', (agency, year) => {
    expect(find(agency, year)).toBeUndefined();
    expect(find(agency, year === 2024 ? 2021 : 2024)).toBeDefined();
  });

  it('has a consolidated report that is the sum of its members but for what was planted', () => {
    const { agency, year, requests } = uncountedRequests;
    const sumOfMembers = (code: string, of: number): number =>
      reports
        .filter(
          (r) =>
            r.year === of &&
            r.scope === 'ORGAN' &&
            r.revision === 1 &&
            r.agency.consolidatesInto?.startsWith(code) === true,
        )
        .reduce((sum, r) => sum + value(r, 'received'), 0);
    const printed = (name: string, of: number): number =>
      value(find(name, of, 1, 'REGION_CONSOLIDATED')!, 'received');
    expect(printed('砚州市人民政府', 2023)).toBe(sumOfMembers('9901', 2023));
    const missing = missingReports.some(([name]) => name.startsWith('鹿衔县'));
    expect(missing).toBe(true);
    expect(printed(agency, year) - sumOfMembers('9903', year)).toBeGreaterThanOrEqual(requests);
  });

  it('shows refusal rates that differ between prefectures', () => {
    const refused = [
      'STATE_SECRET',
      'PROHIBITED_BY_LAW',
      'SECURITY_AND_STABILITY',
      'THIRD_PARTY_RIGHTS',
      'INTERNAL_AFFAIRS',
      'DELIBERATIVE_PROCESS',
      'ENFORCEMENT_CASE_FILE',
      'ADMINISTRATIVE_QUERY',
    ];
    const rate = (code: string): number => {
      const own = reports.filter((r) => r.scope === 'ORGAN' && r.agency.areaCode === code);
      const sum = (rows: string[]): number =>
        own.reduce((s, r) => s + rows.reduce((t, row) => t + value(r, row), 0), 0);
      return sum(refused) / sum(['completed']);
    };
    expect(rate('990300')).toBeGreaterThan(2 * rate('990100'));
  });
});
