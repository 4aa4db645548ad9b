import { seesNothing, type Sight } from '../accounts/sight.js';
import { COUNTRY } from './region-condition.js';
import type { SqlParams } from './sql-params.js';

/**
 * The reports of whose agencies somebody sees what is not public: the one place where SQL says so. An agency belongs to
 * the regions above the one that it consolidates into, or to the country alone where it consolidates into none; so does
 * `agencySubjects` for the policy.
 */
export const sightCondition = (sight: Sight, params: SqlParams): string =>
  agencyInSight('report.agency_id', sight, params);

/** The same of a column that holds the id of an agency. */
export function agencyInSight(column: string, sight: Sight, params: SqlParams): string {
  if (sight.everywhere) return 'TRUE';
  if (seesNothing(sight)) return 'FALSE';
  const conditions =
    sight.agencies.length > 0
      ? [`${column} = ANY(${params.add([...sight.agencies])}::bigint[])`]
      : [];
  if (sight.regions.length > 0) {
    const codes = `${params.add([...sight.regions])}::text[]`;
    const ofTheCountry = sight.regions.includes(COUNTRY)
      ? ' OR place.code IS NULL OR NOT place.fictional'
      : '';
    conditions.push(`${column} IN (
      SELECT agency.id FROM agency LEFT JOIN region AS place ON place.code = agency.consolidates_into
      WHERE place.code = ANY(${codes}) OR place.county_code = ANY(${codes}) OR place.prefecture_code = ANY(${codes})
         OR place.province_code = ANY(${codes})${ofTheCountry})`);
  }
  return conditions.join(' OR ');
}
