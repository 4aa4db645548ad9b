import type { Database } from '../entities/database.js';
import { findReport } from '../filing/find-report.js';
import type { Refused } from '../filing/report-input.js';
import { refused } from '../filing/report-input.js';
import { reportScopes } from '../format/report-scopes.js';
import { isDatabaseId, readGlobalId } from '../schema/global-id.js';

/** A report on the command line: its id of the API, or `agency/year[/scope]`. */
export async function whichReport(
  database: Database,
  text: string,
): Promise<{ kind: 'FOUND'; reportId: string } | Refused> {
  const id = readGlobalId(text);
  if (id?.type === 'Report' && isDatabaseId(id.key)) return { kind: 'FOUND', reportId: id.key };
  const [agency = '', year = '', scope = null, ...more] = text.split('/');
  const known = scope === null ? null : reportScopes.find((s) => s === scope.toUpperCase());
  if (agency.trim() === '' || !/^\d{4}$/.test(year) || known === undefined || more.length > 0) {
    return refused('REPORT_UNKNOWN', `${text} is no id of a report and not agency/year[/scope].`);
  }
  return findReport(database, { agency, year: Number(year), scope: known });
}
