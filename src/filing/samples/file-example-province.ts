import { runChecks } from '../../checks/run.js';
import type { Database } from '../../entities/database.js';
import { limits } from '../../entities/limits.js';
import { findOrCreateAgencies } from '../../registry/find-or-create-agency.js';
import { fileReports } from '../file-reports.js';
import type { ReportInput } from '../report-input.js';
import type { SynthReport } from '../synth/make-report.js';
import type { SynthAgency } from '../synth/roster.js';
import { exampleReports } from './example-province.js';

/** Files the reports of 示例省 and answers the ids of the agencies it had to create. */
export const fileExampleProvince = async (database: Database): Promise<string[]> => {
  const reports = exampleReports();
  const { ids, created } = await registered(database, [...new Set(reports.map((r) => r.agency))]);
  await fileReports(database, checked(reports, ids), { recheck: false });
  return created;
};

const registered = async (
  database: Database,
  agencies: readonly SynthAgency[],
): Promise<{ ids: Map<SynthAgency, string>; created: string[] }> => {
  const clues = agencies.map(({ name, unifiedSocialCreditCode, regionCode }) => ({
    name,
    unifiedSocialCreditCode,
    regionHint: regionCode,
    url: null,
  }));
  const found = await database.transaction(
    (manager) => findOrCreateAgencies(manager, clues, { create: true }),
    { timeoutMs: limits.long },
  );
  const ids = new Map<SynthAgency, string>();
  const created: string[] = [];
  for (const [i, agency] of agencies.entries()) {
    const one = found[i];
    if (!one?.agencyId) throw new Error(`the sample agency ${agency.name} was not created`);
    ids.set(agency, one.agencyId);
    if (one.created) created.push(one.agencyId);
  }
  return { ids, created };
};

/** Reports come oldest year first, so that each is held against the year before as it stands by then. */
const checked = (
  reports: readonly SynthReport[],
  ids: ReadonlyMap<SynthAgency, string>,
): ReportInput[] => {
  const standing = new Map<string, SynthReport>();
  return reports.map((report) => {
    const { agency, year, scope, publishedOn, status, form } = report;
    const agencyId = ids.get(agency) ?? '';
    const key = (of: number): string => `${agencyId}/${of}/${scope}`;
    const { findings, results } = runChecks(form, {
      previous: standing.get(key(year - 1))?.form ?? null,
      otherVersion: standing.get(key(year))?.form ?? null,
      agencyKind: agency.kind,
      agencyLevel: agency.level,
      publishedOn,
    });
    standing.set(key(year), report);
    const filed = { agencyId, year, scope, status, publishedOn, source: null, sample: true };
    return { form, findings, results, ...filed };
  });
};
