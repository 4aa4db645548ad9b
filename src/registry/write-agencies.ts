import type { EntityManager } from 'typeorm';
import type { InferredAgency } from './infer-agency.js';
import type { KnownAgency } from './known-agencies.js';
import type { KnownRegion, RegionTree } from './region-tree.js';
import { addRegions } from './store-regions.js';

/** What resolving a batch of agencies changes in the database. */
export interface AgencyChanges {
  created: { agency: KnownAgency; inferred: InferredAgency }[];
  /** Codes learned of agencies that had none. */
  codes: { agency: KnownAgency; code: string }[];
  /** Names that reports bore beside the agencies' own, with their years. */
  aliases: { agency: KnownAgency; alias: string; normalised: string; year: number | null }[];
}

/** Writes them in at most seven statements and fills in the new agencies' ids. */
export const writeAgencies = async (
  manager: EntityManager,
  changes: AgencyChanges,
  tree: RegionTree,
): Promise<void> => {
  await addRegions(manager, townshipsOf(changes, tree), tree);
  if (changes.created.length > 0) await insertAgencies(manager, changes.created, tree);
  if (changes.codes.length > 0) await writeCodes(manager, changes.codes);
  if (changes.aliases.length > 0) await writeAliases(manager, changes.aliases);
};

const townshipsOf = ({ created }: AgencyChanges, tree: RegionTree): KnownRegion[] => {
  const codes = created.flatMap(({ inferred: { regionCode, consolidatesInto } }) => [
    regionCode,
    consolidatesInto,
  ]);
  const regions = [...new Set(codes)].flatMap((code) =>
    code === null ? [] : (tree.find(code) ?? []),
  );
  return regions.filter((r) => r.level === 'TOWNSHIP' && !r.fictional);
};

const INSERT = `
  insert into agency (name, normalised_name, unified_social_credit_code, kind, level, region_code, consolidates_into,
                      province_code, prefecture_code, county_code, initials, inferred)
  select name, normalised_name, code, kind, level, region_code, consolidates_into,
         province_code, prefecture_code, county_code, initials, true
  from jsonb_to_recordset($1::jsonb) as given (name text, normalised_name text, code text, kind text, level text,
    region_code text, consolidates_into text, province_code text, prefecture_code text, county_code text, initials text)
  on conflict do nothing`;

/** Read after the insert, so that agencies which another import made meanwhile are found as well. */
const IDS = `
  select a.id::text, given.ordinal::int
  from unnest($1::text[], $2::text[]) with ordinality as given (normalised_name, region_code, ordinal)
  join agency a on a.normalised_name = given.normalised_name and a.region_code is not distinct from given.region_code`;

const SECTORS = `
  insert into agency_sector (agency_id, sector_code, ordinal)
  select * from unnest($1::bigint[], $2::text[], $3::int[]) on conflict do nothing`;

const insertAgencies = async (
  manager: EntityManager,
  created: AgencyChanges['created'],
  tree: RegionTree,
): Promise<void> => {
  await insertRows(manager, created, tree);
  const refused = created.filter(({ agency }) => agency.id === null);
  if (refused.length > 0) {
    for (const { agency } of refused) agency.unifiedSocialCreditCode = null;
    await insertRows(manager, refused, tree);
  }
  const sectors = created.flatMap(({ agency, inferred }) =>
    inferred.sectors.map((sector, i) => [agency.id, sector, i + 1] as const),
  );
  await manager.query(SECTORS, [
    sectors.map(([id]) => id),
    sectors.map(([, sector]) => sector),
    sectors.map(([, , ordinal]) => ordinal),
  ]);
};

/** Leaves the id null where another import has meanwhile given the code to another agency. */
const insertRows = async (
  manager: EntityManager,
  created: AgencyChanges['created'],
  tree: RegionTree,
): Promise<void> => {
  const { initialsOf } = await import('./initials.js');
  const rows = created.map((one) => ({
    ...rowOf(one, tree),
    initials: initialsOf(one.agency.name),
  }));
  await manager.query(INSERT, [JSON.stringify(rows)]);
  const ids = await manager.query<{ id: string; ordinal: number }[]>(IDS, [
    created.map(({ agency }) => agency.normalisedName),
    created.map(({ agency }) => agency.regionCode),
  ]);
  for (const { id, ordinal } of ids) {
    const one = created[ordinal - 1];
    if (one) one.agency.id = id;
  }
};

const rowOf = (
  { agency, inferred }: AgencyChanges['created'][number],
  tree: RegionTree,
): Record<string, unknown> => {
  const region = agency.regionCode === null ? null : tree.find(agency.regionCode);
  const places = region ? tree.places(region) : null;
  return {
    name: agency.name,
    normalised_name: agency.normalisedName,
    code: agency.unifiedSocialCreditCode,
    kind: inferred.kind,
    level: inferred.level,
    region_code: agency.regionCode,
    consolidates_into: inferred.consolidatesInto,
    province_code: places?.provinceCode ?? null,
    prefecture_code: places?.prefectureCode ?? null,
    county_code: places?.countyCode ?? null,
  };
};

/** An agency made in the same batch carries its code already. */
const writeCodes = async (manager: EntityManager, codes: AgencyChanges['codes']): Promise<void> => {
  await manager.query(
    `update agency set unified_social_credit_code = given.code
     from unnest($1::bigint[], $2::text[]) as given (id, code)
     where agency.id = given.id and agency.unified_social_credit_code is null
       and not exists (select 1 from agency other where other.unified_social_credit_code = given.code)`,
    [codes.map(({ agency }) => agency.id), codes.map(({ code }) => code)],
  );
};

const writeAliases = async (
  manager: EntityManager,
  aliases: AgencyChanges['aliases'],
): Promise<void> => {
  const { initialsOf } = await import('./initials.js');
  await manager.query(
    `insert into agency_alias as known (agency_id, alias, normalised, initials, first_year, last_year)
     select agency_id, alias, min(normalised), min(initials), min(year), max(year)
     from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::smallint[])
       as given (agency_id, alias, normalised, initials, year)
     group by agency_id, alias
     on conflict (agency_id, alias) do update set
       first_year = least(known.first_year, excluded.first_year),
       last_year = greatest(known.last_year, excluded.last_year)
     where (least(known.first_year, excluded.first_year), greatest(known.last_year, excluded.last_year))
       is distinct from (known.first_year, known.last_year)`,
    [
      aliases.map(({ agency }) => agency.id),
      aliases.map(({ alias }) => alias),
      aliases.map(({ normalised }) => normalised),
      aliases.map(({ alias }) => initialsOf(alias)),
      aliases.map(({ year }) => year),
    ],
  );
};
