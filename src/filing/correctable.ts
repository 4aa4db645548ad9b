import type { EntityManager } from 'typeorm';
import { refused } from './report-input.js';
import type { Refused } from './report-input.js';
import { lockReports } from './stored-report.js';
import type { StoredReport } from './stored-report.js';

/** The report, locked; refused where there is none, or where a newer revision has taken its place. */
export const correctable = async (
  manager: EntityManager,
  reportId: string,
): Promise<(StoredReport & { kind: 'STORED' }) | Refused> => {
  const report = (await lockReports(manager, [reportId])).get(reportId);
  if (!report) return refused('REPORT_UNKNOWN', 'There is no such report.');
  if (report.superseded) {
    return refused(
      'NOT_NEWEST',
      'A newer document of this report is filed; correct the newest revision.',
    );
  }
  return { ...report, kind: 'STORED' };
};
