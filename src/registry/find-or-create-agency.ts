import type { EntityManager } from 'typeorm';
import type { Finding } from '../format/report.js';
import { plainName } from './agency-name.js';
import { creditCodeOf } from './credit-code.js';
import type { AgencyClues } from './decide-region.js';
import { inferAgency } from './infer-agency.js';
import type { InferredAgency } from './infer-agency.js';
import { KnownAgencies } from './known-agencies.js';
import type { KnownAgency } from './known-agencies.js';
import { referencePlaceNames } from './place-names-of-reference.js';
import { referenceRegions } from './reference.js';
import {
  foreignCodeFinding,
  otherCodeFinding,
  regionFinding,
  sameNameFinding,
} from './registry-finding.js';
import { writeAgencies } from './write-agencies.js';
import type { AgencyChanges } from './write-agencies.js';

export interface FindOptions {
  /** False: an agency that is not known stays null (`import --roster-only`). */
  create: boolean;
}

export interface AgencyFound {
  /** Null where it is not known and must not be created. */
  agencyId: string | null;
  created: boolean;
  /** The agency's region; null where undecided. */
  regionCode: string | null;
  /** What is uncertain about it: G1 to G4 of `registryRules`. */
  finding: Finding | null;
}

/** One of `findOrCreateAgencies`. */
export const findOrCreateAgency = async (
  manager: EntityManager,
  clues: AgencyClues,
  options: FindOptions,
): Promise<AgencyFound> => {
  const [found] = await findOrCreateAgencies(manager, [clues], options);
  return found ?? { agencyId: null, created: false, regionCode: null, finding: null };
};

/**
 * Agencies for many reports at once, in the order given: by unified social credit code where name and code agree, else
 * by name within the region, else created as inferred. At most eight statements whatever their number. Agencies of one
 * name in different regions stay apart; one matched by its name alone, its region undecided, carries finding G2.
 */
export const findOrCreateAgencies = async (
  manager: EntityManager,
  clues: readonly AgencyClues[],
  { create }: FindOptions,
): Promise<AgencyFound[]> => {
  const wanted = clues.map(wantedOf);
  const codes = wanted.flatMap(({ code }) => (code === null ? [] : [code]));
  const names = wanted.map(({ key }) => key);
  const known = await KnownAgencies.load(manager, codes, names);
  const changes: AgencyChanges = { created: [], codes: [], aliases: [] };
  const matches = wanted.map((one) => resolve(one, known, changes, create));
  await writeAgencies(manager, changes, referenceRegions());
  return matches.map(({ agency, created, finding }) => ({
    agencyId: agency?.id ?? null,
    created,
    regionCode: agency?.regionCode ?? null,
    finding,
  }));
};

interface Wanted {
  clues: AgencyClues;
  inferred: InferredAgency;
  /** Name to match by; with the host of its report where the region is undecided. */
  key: string;
  code: string | null;
}

const wantedOf = (clues: AgencyClues): Wanted => {
  const inferred = inferAgency(clues, referencePlaceNames());
  const host = inferred.regionCode === null ? hostOf(clues.url) : null;
  return {
    clues,
    inferred,
    key: host === null ? inferred.normalisedName : `${inferred.normalisedName}@${host}`,
    code: creditCodeOf(clues.unifiedSocialCreditCode),
  };
};

const hostOf = (url: string | null): string | null =>
  url !== null && URL.canParse(url) ? new URL(url).hostname : null;

interface Match {
  agency: KnownAgency | null;
  created: boolean;
  finding: Finding | null;
}

const resolve = (
  wanted: Wanted,
  known: KnownAgencies,
  changes: AgencyChanges,
  create: boolean,
): Match => {
  const owner = wanted.code === null ? undefined : known.byCode(wanted.code);
  if (owner && isSameOrgan(owner, wanted)) return byCode(owner, wanted, known, changes);
  const foreign =
    owner && wanted.code !== null
      ? foreignCodeFinding(wanted.clues.name, wanted.code, owner.name)
      : null;
  const named = known.byName(wanted.key, wanted.inferred.regionCode);
  if (named) return byName(named, wanted, known, changes, foreign);
  const finding = foreign ?? regionFinding(wanted.clues.name, wanted.inferred, referenceRegions());
  if (!create) return { agency: null, created: false, finding };
  const agency = newAgency(wanted, foreign === null);
  known.add(agency);
  changes.created.push({ agency, inferred: wanted.inferred });
  return { agency, created: true, finding };
};

/** A code decides only for an organ that may bear the name: portals print their office's code on every report. */
const isSameOrgan = (owner: KnownAgency, { key, inferred }: Wanted): boolean => {
  if (owner.normalisedName === key || owner.aliases.includes(key)) return true;
  const apart =
    owner.regionCode !== null &&
    inferred.regionCode !== null &&
    owner.regionCode !== inferred.regionCode;
  const [sector] = inferred.sectors;
  return (
    !apart && sector !== undefined && owner.primarySector === sector && owner.kind === inferred.kind
  );
};

const byCode = (
  agency: KnownAgency,
  { key, clues, inferred }: Wanted,
  known: KnownAgencies,
  changes: AgencyChanges,
): Match => {
  if (agency.normalisedName !== key && !agency.aliases.includes(key)) {
    agency.aliases.push(key);
    known.addAlias(key, agency);
  }
  seenUnder(agency, key, clues, changes);
  const finding =
    agency.regionCode === null ? regionFinding(clues.name, inferred, referenceRegions()) : null;
  return { agency, created: false, finding };
};

/** A name that is not the agency's own, with the year of the report that bears it. */
const seenUnder = (
  agency: KnownAgency,
  key: string,
  { name, year = null }: { name: string; year?: number | null },
  changes: AgencyChanges,
): void => {
  if (agency.normalisedName === key) return;
  changes.aliases.push({ agency, alias: plainName(name), normalised: key, year });
};

const byName = (
  agency: KnownAgency,
  { key, code, clues, inferred }: Wanted,
  known: KnownAgencies,
  changes: AgencyChanges,
  foreign: Finding | null,
): Match => {
  seenUnder(agency, key, clues, changes);
  const registered = agency.unifiedSocialCreditCode;
  if (code !== null && registered === null && foreign === null) {
    known.addCode(code, agency);
    changes.codes.push({ agency, code });
  }
  const other =
    code !== null && registered !== null && registered !== code
      ? otherCodeFinding(clues.name, code, registered)
      : null;
  const sameName = agency.regionCode === null ? sameNameFinding(clues.name) : null;
  const region = regionFinding(clues.name, inferred, referenceRegions());
  return { agency, created: false, finding: foreign ?? other ?? sameName ?? region };
};

const newAgency = ({ clues, inferred, key, code }: Wanted, ownCode: boolean): KnownAgency => ({
  id: null,
  name: plainName(clues.name),
  normalisedName: key,
  unifiedSocialCreditCode: ownCode ? code : null,
  kind: inferred.kind,
  regionCode: inferred.regionCode,
  primarySector: inferred.sectors[0] ?? null,
  aliases: [],
});
