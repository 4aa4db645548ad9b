import type { EntityManager } from 'typeorm';
import { prepared, runPrepared } from '../../entities/prepared.js';
import { onceAYear } from '../once-a-year.js';
import { ROWS_EDITION } from '../rows-edition.js';
import { cellColumns, countColumns, figuresOf, GROUP_COLUMNS, GROUP_JOINS } from './figures-sql.js';

/**
 * Kept totals change in the transaction that changes a report: it appends what came and what went, and touches no row
 * that another one may touch, so writers neither wait for each other nor deadlock. Readers add these changes to the
 * totals; `foldSums` adds them in for good.
 */

/** Reports whose figures enter or leave the totals. */
export interface SumsChange {
  removed?: readonly string[];
  added?: readonly string[];
  /** With the years of all of them; where it is left out they may be of any. */
  of?: readonly { year: number }[];
}

const columns = [
  ...['regions', 'scope', 'level', 'kind', 'sectors', 'year', 'edition'],
  ...countColumns,
  ...cellColumns,
];

const GIVEN = `given(id, sign) as (
  select id, -1 from unnest($1::bigint[]) as id union all select id, 1 from unnest($2::bigint[]) as id
)`;

const totalsOf = onceAYear((year) =>
  prepared(`
with ${GIVEN}
insert into kept_total_change (${columns.join(', ')})
select ${columns.join(', ')} from (${figuresOf('given', year)}) figures`),
);

/** Years in which the agencies of these reports reported before and after, by region: where they differ. */
const PRESENCE = prepared(`
with ${GIVEN}, touched as (
  select distinct report.agency_id, report.scope from given join report using (id)
), standing as (
  select report.agency_id, report.year, ${GROUP_COLUMNS},
    coalesce(given.sign = -1, true) as before, coalesce(given.sign = 1, true) as after
  from touched
    join report on report.agency_id = touched.agency_id and report.scope = touched.scope
    left join given on given.id = report.id${GROUP_JOINS}
  where given.id is not null or report.is_current
), by_region as (
  select agency_id, scope, level, kind, sectors, code,
    array_agg(distinct year order by year) filter (where before) as before,
    array_agg(distinct year order by year) filter (where after) as after
  from standing cross join unnest(regions) as code
  group by agency_id, scope, level, kind, sectors, code
)
insert into kept_presence_change (regions, scope, level, kind, sectors, years, agencies)
select array_agg(code), scope, level, kind, sectors, years, agencies
from by_region cross join lateral (values (before, -1), (after, 1)) as change (years, agencies)
where before is distinct from after and years is not null
group by agency_id, scope, level, kind, sectors, years, agencies`);

/**
 * Takes reports out of the totals and puts others in, with figures, place and agency as the database has them now; a
 * report that changes in place goes out before and comes in after. Their agencies have to be locked.
 */
export const keepSums = async (
  manager: EntityManager,
  { removed = [], added = [], of = [] }: SumsChange,
): Promise<void> => {
  if (removed.length === 0 && added.length === 0) return;
  await runPrepared(manager, totalsOf(of), [removed, added]);
  await runPrepared(manager, PRESENCE, [removed, added]);
};

const ERRORS = prepared(`
insert into kept_total_change (regions, scope, level, kind, sectors, year, edition, ${countColumns.join(', ')})
select ${GROUP_COLUMNS}, report.year, ${ROWS_EDITION}, 0, $2::smallint, 0, 0, 0
from report${GROUP_JOINS}
where report.id = $1::bigint and report.is_current`);

/** A report that counts in the totals has errors now (1) or has none any more (-1), while its figures stay. */
export const keepErrors = async (
  manager: EntityManager,
  reportId: string,
  by: 1 | -1,
): Promise<void> => {
  await runPrepared(manager, ERRORS, [reportId, by]);
};
