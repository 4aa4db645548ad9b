import type { Database } from '../entities/database.js';
import type { ReportScope } from '../format/report.js';
import { normaliseAgencyName } from '../registry/agency-name.js';
import { refused } from './report-input.js';
import type { Refused } from './report-input.js';

/** A report as people name it. */
export interface ReportQuestion {
  /** Name or alias. */
  agency: string;
  year: number;
  /** Null: ORGAN, or the only one there is. */
  scope: ReportScope | null;
}

export interface FoundReport {
  kind: 'FOUND';
  reportId: string;
  agency: string;
  year: number;
  scope: ReportScope;
  revision: number;
}

type Line = Omit<FoundReport, 'kind'> & { agencyId: string; region: string | null };

/** The newest revision of each agency and scope, a withdrawn one last. */
const FIND = `
  select distinct on (r.agency_id, r.scope) r.id as "reportId", r.agency_id as "agencyId", a.name as agency,
    g.full_name as region, r.year, r.scope, r.revision
  from agency a
  join report r on r.agency_id = a.id
  left join region g on g.code = a.region_code
  where r.year = $3 and ($4::text is null or r.scope = $4) and (
    a.id in (select id from agency where name = $1 or normalised_name = $2)
    or a.id in (select agency_id from agency_alias where alias = $1 or normalised = $2)
  )
  order by r.agency_id, r.scope, r.status = 'WITHDRAWN', r.revision desc`;

/** @returns refused with REPORT_UNKNOWN, or with AMBIGUOUS where several agencies or scopes have the name */
export const findReport = async (
  database: Database,
  { agency, year, scope }: ReportQuestion,
): Promise<FoundReport | Refused> => {
  const name = agency.trim();
  const lines = await database.query<Line>(FIND, [name, normaliseAgencyName(name), year, scope]);
  const organs = lines.filter((line) => line.scope === 'ORGAN');
  const [found, ...others] = scope === null && organs.length > 0 ? organs : lines;
  if (!found) return refused('REPORT_UNKNOWN', `There is no report of ${name} for ${year}.`);
  if (others.length === 0) {
    const { reportId, agency: full, revision } = found;
    return { kind: 'FOUND', reportId, agency: full, year, scope: found.scope, revision };
  }
  const all = [found, ...others]
    .map((line) => `${line.agency} (${line.region ?? '–'}) ${line.year}/${line.scope}`)
    .slice(0, 5);
  return refused('AMBIGUOUS', `${lines.length} reports have this name: ${all.join('; ')}.`);
};
