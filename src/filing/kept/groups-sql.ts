import { cellColumns, countColumns } from './figures-sql.js';

/** From lines of figures to the groups of the kept totals, as SQL. */

/** What tells a group from others. */
export const groupKey = ['region_code', 'scope', 'dimension', 'year', 'value', 'edition'] as const;

/** Sums of a group and how many reports state each cell, in the order of the table. */
export const sumColumns: readonly string[] = [
  ...countColumns,
  ...cellColumns.flatMap((cell) => [cell, `${cell}_stated`]),
];

/** Every group that a line with regions, level, kind and sectors counts into, as `group_of(region_code, dimension, value)`. */
const groupsOf = (line: string): string => `
  cross join unnest(${line}.regions) as place (region_code)
  cross join lateral (
    values ('ALL', ''), ('LEVEL', ${line}.level), ('KIND', ${line}.kind)
    union all
    select 'SECTOR', code
    from unnest(case when ${line}.sectors = '{}' then array[''] else ${line}.sectors end) as code
  ) as part (dimension, value)`;

/**
 * Lines of figures in `source`, added up by group: the group's key and `sumColumns`. A cell's sum is that of its lines
 * as they are: with figures that went it says nothing where its count of stated ones is 0.
 */
export const totalsOf = (source: string): string => `
select region_code, scope, dimension, year, value, edition,
  ${countColumns.map((name) => `sum(${name}) as ${name}`).join(', ')},
  ${cellColumns
    .map(
      (cell) => `sum(${cell}) as ${cell},
  coalesce(sum(reports) filter (where ${cell} is not null), 0) as ${cell}_stated`,
    )
    .join(',\n  ')}
from ${source} line${groupsOf('line')}
group by region_code, scope, dimension, year, value, edition`;

/** Lines of agencies in `source(regions, scope, level, kind, sectors, years, agencies)`, added up by group. */
export const presenceOf = (source: string): string => `
select region_code, scope, dimension, value, years, sum(agencies) as agencies
from ${source} line${groupsOf('line')}
group by region_code, scope, dimension, value, years`;

/** Agencies of the current reports with their years, region by region: a source for `presenceOf`. */
export const presenceOfReports = (groupColumns: string, joins: string): string => `
select array[code] as regions, scope, level, kind, sectors, array_agg(distinct year order by year) as years, 1 as agencies
from (
  select report.agency_id, report.year, ${groupColumns}
  from report${joins}
  where report.is_current
) report cross join unnest(regions) as code
group by agency_id, scope, level, kind, sectors, code`;

/** Reports that are counted in one statement, unless a year has more. */
const AT_ONCE = 100_000;

/** Years of current reports, of kept totals and of changes, each with its number of reports. */
export const YEARS = `
select year, sum(reports)::int as reports from (
  select year, count(*) as reports from report where is_current group by year
  union all select distinct year, 0 from kept_total
  union all select distinct year, 0 from kept_total_change
) years group by year order by year`;

/** Years that are counted together. */
export const yearsTogether = (
  years: readonly { year: number; reports: number }[],
): readonly number[][] => {
  const groups: { years: number[]; reports: number }[] = [];
  for (const { year, reports } of years) {
    const last = groups.at(-1);
    if (last && last.reports + reports <= AT_ONCE) {
      last.years.push(year);
      last.reports += reports;
    } else {
      groups.push({ years: [year], reports });
    }
  }
  return groups.map((group) => group.years);
};
