import type { Subject } from './policy.js';
import type { Queries } from './queries.js';

interface Line {
  key: string;
  path: (string | null)[];
}

/** From the country down; the fictional province is no part of the country. */
const PATH = `
  array[case when place.code is null or not place.fictional then '000000' end, place.province_code, place.prefecture_code,
        place.county_code, place.code]`;

/**
 * What agencies are to the policy, by id: the regions whose governments oversee them, which is where they consolidate
 * into and not where they are located. An organ of a national system answers to the country alone.
 */
export const agencySubjects = async (
  queries: Queries,
  agencyIds: readonly string[],
): Promise<Map<string, Subject>> => {
  const lines = await queries.query<Line[]>(
    `select agency.id as key, ${PATH} as path
     from agency left join region place on place.code = agency.consolidates_into
     where agency.id = any($1::bigint[])`,
    [[...agencyIds]],
  );
  return new Map(lines.map(({ key, path }) => [key, { agencyId: key, regionPath: codes(path) }]));
};

/** What regions are to the policy, by code. */
export const regionSubjects = async (
  queries: Queries,
  regionCodes: readonly string[],
): Promise<Map<string, Subject>> => {
  const lines = await queries.query<Line[]>(
    `select place.code as key, ${PATH} as path from region place where place.code = any($1::text[])`,
    [[...regionCodes]],
  );
  return new Map(lines.map(({ key, path }) => [key, { agencyId: null, regionPath: codes(path) }]));
};

const codes = (path: readonly (string | null)[]): string[] => [
  ...new Set(path.filter((code) => code !== null)),
];
