import type { Severity } from '../format/report.js';
import { keyCondition } from './dimensions.js';
import { OF_THE_COUNTRY, regionCondition } from './region-condition.js';
import type { ReportFilterInput, ReportGroup } from './shapes.js';
import { allOf, anyOf, isOneOf, type SqlParams } from './sql-params.js';
import { statusCondition } from './status-condition.js';

export { SqlParams } from './sql-params.js';

/** Database column of `report` that counts its findings of a severity. */
const FINDING_COUNT: Readonly<Record<Severity, string>> = {
  ERROR: 'error_count',
  WARNING: 'warning_count',
  INFO: 'info_count',
};

/**
 * The API's ReportFilter as a condition over the table `report`, for lists, totals and findings alike. Its codes
 * and ids are taken as existing. Absent scopes are ORGAN, absent statuses PUBLISHED; a filter that names neither
 * regions nor agencies means the country, without the fictional regions. An empty list matches nothing.
 */
export function reportCondition(filter: ReportFilterInput, params: SqlParams): string {
  return allOf([
    statusCondition(filter.statuses, params, filter.sight),
    isOneOf('report.scope', filter.scopes ?? ['ORGAN'], 'text', params),
    ...place(filter, params),
    ...(filter.years ? [isOneOf('report.year', filter.years, 'int', params)] : []),
    ...list('report.edition_requests = ANY(?::text[])', filter.editions, params),
    ...list('report.agency_id = ANY(?::bigint[])', filter.agencies, params),
    ...list(agencies('agency.level = ANY(?::text[])'), filter.levels, params),
    ...list(agencies('agency.kind = ANY(?::text[])'), filter.kinds, params),
    ...list(WITH_SECTOR, filter.sectors, params),
    ...findings(filter),
  ]);
}

/** The reports of one group of a total: the filter's, with the key's values in the grouped dimensions. */
export function groupCondition(group: ReportGroup, params: SqlParams): string {
  return allOf([
    reportCondition(group.filter, params),
    ...group.groupBy.map((dimension) => keyCondition(dimension, group, params)),
  ]);
}

const agencies = (condition: string): string =>
  `report.agency_id IN (SELECT agency.id FROM agency WHERE ${condition})`;

const WITH_SECTOR = `report.agency_id IN (
    SELECT agency_sector.agency_id FROM agency_sector WHERE agency_sector.sector_code = ANY(?::text[]))`;

/** No condition where the list is absent. `?` stands for the list. */
function list(
  condition: string,
  values: readonly (string | number)[] | null | undefined,
  params: SqlParams,
): string[] {
  return values ? [condition.replace('?', params.add([...values]))] : [];
}

function place({ regions, agencies: named }: ReportFilterInput, params: SqlParams): string[] {
  if (regions) return [regionCondition(regions, params)];
  return named ? [] : [OF_THE_COUNTRY];
}

function findings({ withFindings, withoutFindings }: ReportFilterInput): string[] {
  const some = withFindings?.map((severity) => `report.${FINDING_COUNT[severity]} > 0`);
  const none = withoutFindings?.map((severity) => `report.${FINDING_COUNT[severity]} = 0`);
  return [
    ...(some ? [anyOf(some)] : []),
    ...(none ? [none.length === 0 ? 'FALSE' : allOf(none)] : []),
  ];
}
