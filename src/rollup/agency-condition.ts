import { normaliseAgencyName } from '../registry/agency-name.js';
import { containing } from './like.js';
import { COUNTRY, regionColumn } from './region-condition.js';
import type { AgencyKind, RegionLevel } from './shapes.js';
import { allOf, anyOf, type SqlParams } from './sql-params.js';

/** The API's AgencyFilter after its codes were looked up. */
export interface AgencyFilterInput {
  regions?: readonly string[] | null;
  levels?: readonly RegionLevel[] | null;
  kinds?: readonly AgencyKind[] | null;
  sectors?: readonly string[] | null;
  search?: string | null;
}

/** The AgencyFilter as a condition over the table `agency`. An empty list matches nothing. */
export function agencyCondition(filter: AgencyFilterInput, params: SqlParams): string {
  const { regions, levels, kinds, sectors, search } = filter;
  return allOf([
    ...(regions ? [located(regions, params)] : []),
    ...(levels ? [`agency.level = ANY(${params.add([...levels])}::text[])`] : []),
    ...(kinds ? [`agency.kind = ANY(${params.add([...kinds])}::text[])`] : []),
    ...(sectors ? [inSectors(sectors, params)] : []),
    ...(search != null ? [called(search, params)] : []),
  ]);
}

/** In one of the regions or in anything beneath one. An undecided location counts as one in the country. */
function located(codes: readonly string[], params: SqlParams): string {
  return anyOf(
    codes.map((code) =>
      code === COUNTRY
        ? `agency.region_code IS NULL
            OR agency.region_code NOT IN (SELECT region.code FROM region WHERE region.fictional)`
        : `agency.${regionColumn(code)} = ${params.add(code)}::text`,
    ),
  );
}

const inSectors = (codes: readonly string[], params: SqlParams): string => `agency.id IN (
  SELECT agency_sector.agency_id FROM agency_sector
  WHERE agency_sector.sector_code = ANY(${params.add([...codes])}::text[]))`;

/** Names and aliases as written, as they are matched by or by their first letters as spoken, and the code. */
function called(search: string, params: SqlParams): string {
  const written = `${params.add(containing(search.trim()))}::text`;
  // Of text that is nothing but blanks and invisible characters no name is left: it is looked for as written.
  const name = normaliseAgencyName(search) || search.trim();
  const matched = `${params.add(containing(name))}::text`;
  const code = `${params.add(containing(search.trim().toUpperCase()))}::text`;
  const letters = search.trim().toLowerCase();
  const spoken = /^[a-z0-9]{2,}$/.test(letters) ? spokenAs(letters, params) : [];
  return anyOf([
    `agency.name LIKE ${written}`,
    `agency.normalised_name LIKE ${matched}`,
    `agency.unified_social_credit_code LIKE ${code}`,
    `agency.id IN (SELECT agency_alias.agency_id FROM agency_alias
      WHERE agency_alias.alias LIKE ${written} OR agency_alias.normalised LIKE ${matched})`,
    ...spoken,
  ]);
}

function spokenAs(letters: string, params: SqlParams): string[] {
  const initials = `${params.add(containing(letters))}::text`;
  return [
    `agency.initials LIKE ${initials}`,
    `agency.id IN (SELECT agency_alias.agency_id FROM agency_alias WHERE agency_alias.initials LIKE ${initials})`,
  ];
}
