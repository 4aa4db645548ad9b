import type { EntityManager } from 'typeorm';
import { refused } from './report-input.js';
import type { Refused } from './report-input.js';
import { lockReports } from './stored-report.js';
import type { StoredReport } from './stored-report.js';

/**
 * The report, locked; refused where there is none, where a newer revision has taken its place, or where it is not the
 * version any more that somebody saw.
 */
export const correctable = async (
  manager: EntityManager,
  reportId: string,
  version: number | null = null,
): Promise<(StoredReport & { kind: 'STORED' }) | Refused> => {
  const report = (await lockReports(manager, [reportId])).get(reportId);
  if (!report) return refused('REPORT_UNKNOWN', 'There is no such report.');
  if (report.superseded) {
    return refused(
      'NOT_NEWEST',
      'A newer document of this report is filed; correct the newest revision.',
    );
  }
  if (version !== null && version !== (await versionOf(manager, reportId))) {
    return refused('CHANGED_MEANWHILE', 'The report has changed since it was looked at.');
  }
  return { ...report, kind: 'STORED' };
};

const versionOf = async (manager: EntityManager, reportId: string): Promise<number | null> => {
  const [line] = await manager.query<{ version: number }[]>(
    'select version from report where id = $1',
    [reportId],
  );
  return line?.version ?? null;
};
