import type { EntityManager } from 'typeorm';
import type { ConsolidatedMember } from '../../checks/members.js';
import type { ReportScope, Statement } from '../../format/report.js';
import { loadForms } from '../load-forms.js';
import { memberFigures } from './member-figures.js';

/** The scopes that a government adds its members up to. */
export type ConsolidatedScope = Extract<ReportScope, 'GOVERNMENT_LEVEL' | 'REGION_CONSOLIDATED'>;

export interface MembersQuestion {
  region: string;
  year: number;
  scope: ConsolidatedScope;
  /** ISO time: with the statuses that reports had then; null: as they are. */
  asOf: string | null;
}

/** A member with the report that counts, its newest that is accepted or published. */
export interface Member extends ConsolidatedMember {
  agencyId: string;
  reportId: string | null;
  statements: readonly Statement[];
}

interface Line {
  agencyId: string;
  agency: string;
  scope: ReportScope;
  belongs: boolean;
  reportId: string | null;
  failing: string[] | null;
}

/** Accepted or published, or was then. A report that was only filed later does not count. */
const COUNTS = (report: string): string => `
  case when $4::timestamptz is null then ${report}.status
       when ${report}.created_at > $4 then null
       when ${report}.status_changed_at <= $4 then ${report}.status
       else (select past.status from report_status_past past
             where past.report_id = ${report}.id and past.since <= $4 and past.until > $4 limit 1)
  end in ('ACCEPTED', 'PUBLISHED')`;

/**
 * Whom the roster adds up: for the region everybody whom no other member's report holds, for the government's own level
 * its organs alone, without the governments beneath it.
 */
const MEMBERS = `
  select m.agency_id as "agencyId", a.name as agency, m.scope, r.id as "reportId",
    coalesce($1 in (place.code, place.county_code, place.prefecture_code, place.province_code), false) as belongs,
    (select array_agg(distinct f.check_code order by f.check_code) from finding f
     where f.report_id = r.id and f.severity = 'ERROR' and f.check_code in ('A1', 'A2', 'A3', 'A4')) as failing
  from roster_member m
  join region own on own.code = m.region_code
  join agency a on a.id = m.agency_id
  left join region place on place.code = a.consolidates_into
  left join lateral (
    select report.id from report
    where report.agency_id = m.agency_id and report.year = m.year and report.scope = m.scope
      and ${COUNTS('report')}
    order by report.revision desc limit 1
  ) r on true
  where m.region_code = $1 and m.year = $2::int and case $3
    when 'REGION_CONSOLIDATED' then m.counted_in is null
    else m.scope = 'ORGAN' and (place.code is null or place.code = $1)
      and not (a.kind = 'GOVERNMENT' and a.level is distinct from own.level) end
  order by a.region_code nulls last, a.name collate "C", a.id`;

/** Forms that are held in memory at a time. */
const AT_ONCE = 200;

/** The members in the order of their regions and names; nothing where there is no roster. */
export const membersOf = async (
  manager: EntityManager,
  { region, year, scope, asOf }: MembersQuestion,
): Promise<Member[]> => {
  const lines = await manager.query<Line[]>(MEMBERS, [region, year, scope, asOf]);
  const members: Member[] = [];
  for (let from = 0; from < lines.length; from += AT_ONCE) {
    const some = lines.slice(from, from + AT_ONCE);
    const forms = await loadForms(
      manager,
      some.flatMap(({ reportId }) => reportId ?? []),
    );
    for (const { failing, ...line } of some) {
      const form = forms.get(line.reportId ?? '');
      const editions = form ? Object.values(form.editions).filter((e) => e !== null) : [];
      members.push({
        ...line,
        failing: failing ?? [],
        override: null,
        editions: [...new Set(editions)],
        statements: form?.statements ?? [],
        figures: form ? memberFigures(form, year) : null,
      });
    }
  }
  return members;
};
