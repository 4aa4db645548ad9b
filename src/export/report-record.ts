import { sightOf, type Sight } from '../accounts/sight.js';
import type { Database } from '../entities/database.js';
import type { Transaction } from '../entities/transaction.js';
import { findingsOf } from '../filing/stored-report.js';
import { loadForms } from '../filing/load-forms.js';
import { publicFindings, publicForm } from '../format/public-form.js';
import type { FilledForm, Finding, ReportScope } from '../format/report.js';
import { sightCondition } from '../rollup/sight-condition.js';
import { SqlParams } from '../rollup/sql-params.js';

/** A report with all that an export of it says. */
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

const reportsSql = (ids: string, seen: string): string => `
  select report.id, a.name as agency, report.agency_id as "agencyId", report.region_code as "regionCode", report.year,
    report.scope, report.revision
  from report join agency a on a.id = report.agency_id
  where report.id = any(${ids}::bigint[]) and (report.status = 'PUBLISHED' or ${seen}) order by report.id`;

/**
 * Reports that are public or within the sight by id, in the order of their ids; others are missing, as if they did not exist. Personal data in their
 * texts are masked: whatever is written from here may go anywhere.
 */
export const exportedReports = async (
  manager: Transaction,
  ids: readonly string[],
  sight: Sight = sightOf(null),
): Promise<ExportedReport[]> => {
  const params = new SqlParams();
  const sql = reportsSql(params.add([...ids]), sightCondition(sight, params));
  const lines = await manager.query<Line[]>(sql, params.values);
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

/** One of them as of one moment; null where there is none of this id. */
export const exportedReport = async (
  database: Database,
  id: string,
  sight: Sight = sightOf(null),
): Promise<ExportedReport | null> => {
  const [report] = await database.transaction((manager) => exportedReports(manager, [id], sight), {
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
