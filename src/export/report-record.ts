import type { Database } from '../entities/database.js';
import type { Transaction } from '../entities/transaction.js';
import { findingsOf } from '../filing/stored-report.js';
import { loadForms } from '../filing/load-forms.js';
import { publicFindings, publicForm } from '../format/public-form.js';
import type { FilledForm, Finding, ReportScope } from '../format/report.js';

/** A published report with all that an export of it says. */
export interface ExportedReport {
  id: string;
  agency: string;
  agencyId: string;
  regionCode: string | null;
  year: number;
  scope: ReportScope;
  revision: number;
  form: FilledForm;
  findings: readonly Finding[];
}

type Line = Omit<ExportedReport, 'form' | 'findings'>;

const REPORTS = `
  select r.id, a.name as agency, r.agency_id as "agencyId", r.region_code as "regionCode", r.year, r.scope, r.revision
  from report r join agency a on a.id = r.agency_id
  where r.id = any($1::bigint[]) and r.status = 'PUBLISHED' order by r.id`;

/**
 * Published reports by id, in the order of their ids; others are missing, as if they did not exist. Personal data in their
 * texts are masked: whatever is written from here may go anywhere.
 */
export const exportedReports = async (
  manager: Transaction,
  ids: readonly string[],
): Promise<ExportedReport[]> => {
  const lines = await manager.query<Line[]>(REPORTS, [ids]);
  const found = lines.map(({ id }) => id);
  const forms = await loadForms(manager, found);
  const findings = await findingsOf(manager, found);
  return lines.flatMap((line) => {
    const form = forms.get(line.id);
    if (!form) return [];
    return [
      { ...line, form: publicForm(form), findings: publicFindings(findings.get(line.id) ?? []) },
    ];
  });
};

/** One published report as of one moment; null where there is none of this id. */
export const exportedReport = async (
  database: Database,
  id: string,
): Promise<ExportedReport | null> => {
  const [report] = await database.transaction((manager) => exportedReports(manager, [id]), {
    isolation: 'REPEATABLE READ',
  });
  return report ?? null;
};

/** The form as an export prints it: under the name that the registry knows. */
export const printedForm = ({ form, agency, year }: ExportedReport): FilledForm => ({
  ...form,
  agency,
  year,
});
