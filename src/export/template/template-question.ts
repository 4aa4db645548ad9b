import type { Database } from '../../entities/database.js';
import { loadForms } from '../../filing/load-forms.js';
import type { TemplateQuestion } from './blank-form.js';

const LAST_YEAR = `
  select a.name, r.id as "reportId"
  from agency a
  left join report r on r.agency_id = a.id and r.year = $2::int - 1 and r.scope = 'ORGAN' and r.is_current
  where a.id = $1`;

/** What the template of an agency knows beforehand, from its public report of last year; null where there is no such agency. */
export async function templateQuestion(
  database: Database,
  agencyId: string,
  year: number,
): Promise<TemplateQuestion | null> {
  return database.transaction(async (manager) => {
    const [line] = await manager.query<{ name: string; reportId: string | null }[]>(LAST_YEAR, [
      agencyId,
      year,
    ]);
    if (!line) return null;
    const { name: agency, reportId } = line;
    const form =
      reportId === null ? undefined : (await loadForms(manager, [reportId])).get(reportId);
    const carried = (form?.cells ?? []).flatMap(({ table, row, column, value }) =>
      table === 'REQUESTS' && row === 'carriedOut' && column !== null && value !== null
        ? [[column, value] as const]
        : [],
    );
    return { agency, year, carriedOut: new Map(carried) };
  });
}
