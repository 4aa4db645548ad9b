import type { Database } from '../../entities/database.js';
import { limits } from '../../entities/limits.js';
import { writeCsv } from '../../registry/csv-table.js';
import { AGENCY_COLUMNS, NOWHERE } from './agency-lines.js';

type Row = Record<(typeof AGENCY_COLUMNS)[number], string | null>;

/** Of agencies that came about in several steps, the latest one. */
const AGENCIES = `
  select a.name, a.unified_social_credit_code as "unifiedSocialCreditCode", a.kind, a.level, a.region_code as region,
    coalesce(a.consolidates_into, case when a.region_code is not null then '${NOWHERE}' end) as "consolidatesInto",
    (select string_agg(s.sector_code, ';' order by s.ordinal) from agency_sector s where s.agency_id = a.id) as sectors,
    (select string_agg(l.alias, ';' order by l.alias collate "C") from agency_alias l where l.agency_id = a.id) as aliases,
    came.predecessors, came.kind as lineage, came.effective_on::text as "effectiveOn"
  from agency a
  left join lateral (
    select string_agg(p.name, ';' order by p.name collate "C") as predecessors, l.kind, l.effective_on
    from agency_lineage l join agency p on p.id = l.predecessor_id
    where l.successor_id = a.id
    group by l.kind, l.effective_on order by l.effective_on desc nulls last, l.kind limit 1
  ) came on true
  where $1::text is null or exists (
    select from region r
    where r.code in (a.region_code, a.consolidates_into)
      and $1 in (r.code, r.county_code, r.prefecture_code, r.province_code))
  order by a.region_code nulls last, a.name collate "C", a.id`;

/** The agencies of a region and of everything beneath, or all, as the list that `importAgencies` reads. */
export const exportAgencies = async (database: Database, region: string | null): Promise<string> =>
  writeCsv(
    AGENCY_COLUMNS,
    await database.query<Row>(AGENCIES, [region], { timeoutMs: limits.long }),
  );
