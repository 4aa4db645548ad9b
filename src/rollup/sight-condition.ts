import { seesNothing, type Sight } from '../accounts/sight.js';
import { COUNTRY } from './region-condition.js';
import type { SqlParams } from './sql-params.js';

/**
 * The reports of whose agencies somebody sees what is not public: the one place where SQL says so. An agency belongs to
 * the regions above the one that it consolidates into, or to the country alone where it consolidates into none; so does
 * `agencySubjects` for the policy.
 */
export function sightCondition(sight: Sight, params: SqlParams): string {
  if (sight.everywhere) return 'TRUE';
  if (seesNothing(sight)) return 'FALSE';
  const conditions = sight.agencies.length > 0 ? [ownAgencies(sight.agencies, params)] : [];
  if (sight.regions.length > 0) {
    const codes = `${params.add([...sight.regions])}::text[]`;
    const ofTheCountry = sight.regions.includes(COUNTRY)
      ? ' OR place.code IS NULL OR NOT place.fictional'
      : '';
    conditions.push(`report.agency_id IN (
      SELECT agency.id FROM agency LEFT JOIN region AS place ON place.code = agency.consolidates_into
      WHERE place.code = ANY(${codes}) OR place.county_code = ANY(${codes}) OR place.prefecture_code = ANY(${codes})
         OR place.province_code = ANY(${codes})${ofTheCountry})`);
  }
  return conditions.join(' OR ');
}

const ownAgencies = (agencies: readonly string[], params: SqlParams): string =>
  `report.agency_id = ANY(${params.add([...agencies])}::bigint[])`;
