import type { EntityManager } from 'typeorm';
import { lockReports } from '../stored-report.js';
import type { StoredReport } from '../stored-report.js';
import { lifeRefusal } from './refusal.js';
import type { ChangedMeanwhile, LifeRefusal } from './refusal.js';

/** What somebody looked at when they decided. */
export interface Seen {
  reportId: string;
  /** The agency that they were found to have authority over. */
  agencyId: string;
  /** The version of the report that they saw; null where they do not say. */
  version: number | null;
}

/** The report as it was seen, locked; refused where it is another by now, or where a newer revision has come. */
export const decidable = async (
  manager: EntityManager,
  { reportId, agencyId, version }: Seen,
): Promise<(StoredReport & { kind: 'STORED' }) | LifeRefusal | ChangedMeanwhile> => {
  const report = (await lockReports(manager, [reportId])).get(reportId);
  if (!report) return lifeRefusal('REPORT_UNKNOWN', 'There is no such report.');
  const [row] = await manager.query<{ version: number }[]>(
    'select version from report where id = $1',
    [reportId],
  );
  const isSame = report.agencyId === agencyId && (version === null || version === row?.version);
  if (!isSame) return { kind: 'CHANGED_MEANWHILE', reportId };
  if (report.superseded) {
    return lifeRefusal('NOT_NEWEST', 'A newer revision of this report has been handed in.');
  }
  return { ...report, kind: 'STORED' };
};
