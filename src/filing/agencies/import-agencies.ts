import type { EntityManager } from 'typeorm';
import type { AgencyKind, RegionLevel } from '../../entities/vocabulary.js';
import { normaliseAgencyName, plainName } from '../../registry/agency-name.js';
import { CsvError } from '../../registry/csv-table.js';
import { findOrCreateAgencies } from '../../registry/find-or-create-agency.js';
import { referenceRegions } from '../../registry/reference.js';
import { addRegions } from '../../registry/store-regions.js';
import { changeAgencyWithin } from '../change-agency.js';
import type { AgencyChange } from '../change-agency.js';
import { agencyLines, NOWHERE } from './agency-lines.js';
import type { AgencyLine } from './agency-lines.js';
import { writeLineage } from './write-lineage.js';

export interface AgenciesImported {
  created: number;
  known: number;
}

/**
 * Reads agencies from a list, all of it or nothing, within a transaction of the caller: those not known yet are made, of
 * all what the list says is taken over, and what it leaves empty stays as the name tells it. Reports follow an agency
 * that moves, and so do the totals.
 * @throws CsvError with the faulty lines
 */
export const importAgencies = async (
  manager: EntityManager,
  csv: string,
): Promise<AgenciesImported> => {
  const lines = agencyLines(csv);
  await addTownships(manager, lines);
  const clues = lines.map(({ name, unifiedSocialCreditCode, region }) => ({
    ...{ name, unifiedSocialCreditCode, regionHint: region, url: null },
  }));
  const found = await findOrCreateAgencies(manager, clues, { create: true });
  const ids = found.map(({ agencyId }) => agencyId ?? '');
  demandOnce(lines, ids);
  await takeOver(manager, lines, ids);
  await writeNames(manager, lines, ids);
  await writeLineage(manager, lines, ids);
  const created = found.filter((one) => one.created).length;
  return { created, known: lines.length - created };
};

const demandOnce = (lines: readonly AgencyLine[], ids: readonly string[]): void => {
  const problems = lines.flatMap(({ line, name }, i) => {
    const first = ids.indexOf(ids[i] ?? '');
    return first < i
      ? [`line ${line}: ${name} is the agency of line ${lines[first]?.line ?? 0} already`]
      : [];
  });
  if (problems.length > 0) throw new CsvError(problems);
};

const addTownships = async (
  manager: EntityManager,
  lines: readonly AgencyLine[],
): Promise<void> => {
  const tree = referenceRegions();
  const codes = new Set(lines.flatMap((line) => [line.region, line.consolidatesInto]));
  const towns = [...codes].flatMap((code) => {
    const region = code === null ? null : tree.find(code);
    return region?.level === 'TOWNSHIP' ? [region] : [];
  });
  await addRegions(manager, towns, tree);
};

interface Stored {
  id: string;
  kind: AgencyKind;
  level: RegionLevel | null;
  region: string | null;
  sectors: string[];
}

const STORED = `
  select a.id, a.kind, a.level, a.region_code as region,
    array(select s.sector_code from agency_sector s where s.agency_id = a.id order by s.ordinal) as sectors
  from agency a where a.id = any($1::bigint[])`;

const takeOver = async (
  manager: EntityManager,
  lines: readonly AgencyLine[],
  ids: readonly string[],
): Promise<void> => {
  const stored = new Map(
    (await manager.query<Stored[]>(STORED, [ids])).map((agency) => [agency.id, agency]),
  );
  // Always in the same order, so that two imports do not wait for each other.
  const order = lines.map((_, i) => i).sort((a, b) => Number(ids[a]) - Number(ids[b]));
  for (const i of order) {
    const [line, agency] = [lines[i], stored.get(ids[i] ?? '')];
    const change = line && agency && changeTo(line, agency);
    if (agency && change) await changeAgencyWithin(manager, agency.id, change);
  }
};

/** What the list says otherwise than the database; null where nothing. */
const changeTo = (line: AgencyLine, stored: Stored): AgencyChange | null => {
  const change: AgencyChange = {
    ...(line.kind !== null && line.kind !== stored.kind ? { kind: line.kind } : {}),
    ...(line.level !== null && line.level !== stored.level ? { level: line.level } : {}),
    ...(line.region !== null && line.region !== stored.region ? { region: line.region } : {}),
    ...(line.sectors.length > 0 && line.sectors.join() !== stored.sectors.join()
      ? { sectors: line.sectors }
      : {}),
  };
  return Object.keys(change).length > 0 ? change : null;
};

const writeNames = async (
  manager: EntityManager,
  lines: readonly AgencyLine[],
  ids: readonly string[],
): Promise<void> => {
  await manager.query(
    `update agency set inferred = false, consolidates_into =
       case given.code when '${NOWHERE}' then null else coalesce(given.code, agency.consolidates_into) end
     from unnest($1::bigint[], $2::text[]) as given (id, code) where agency.id = given.id`,
    [ids, lines.map(({ consolidatesInto }) => consolidatesInto)],
  );
  const { initialsOf } = await import('../../registry/initials.js');
  const aliases = lines.flatMap((line, i) =>
    line.aliases.map((alias) => [ids[i], plainName(alias), normaliseAgencyName(alias)] as const),
  );
  await manager.query(
    `insert into agency_alias (agency_id, alias, normalised, initials)
     select * from unnest($1::bigint[], $2::text[], $3::text[], $4::text[]) on conflict do nothing`,
    [
      aliases.map(([id]) => id),
      aliases.map(([, alias]) => alias),
      aliases.map(([, , normalised]) => normalised),
      aliases.map(([, alias]) => initialsOf(alias)),
    ],
  );
};
