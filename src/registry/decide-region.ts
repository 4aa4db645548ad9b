import type { RegionLevel } from '../entities/vocabulary.js';
import { creditCodeOf, registeredRegion } from './credit-code.js';
import type { PlaceNames } from './place-names.js';
import { readPlaces, readTownship } from './read-place.js';
import type { PlaceReading } from './read-place.js';
import type { KnownRegion } from './region-tree.js';

/** What is known of an agency beside its name. */
export interface AgencyClues {
  name: string;
  unifiedSocialCreditCode: string | null;
  /** Code of the region it lies in or beneath, as a manifest or a person says. */
  regionHint: string | null;
  /** Address of its report. */
  url: string | null;
  /** Year of its report. */
  year?: number;
}

/**
 * NAME: the name alone; HINT and CREDIT_CODE: with that clue; AMBIGUOUS: several regions bear the name; UNKNOWN: it
 * names none that is known; CONTRADICTED: the name says another region than the hint, which was followed.
 */
export type RegionReason =
  'NAME' | 'HINT' | 'CREDIT_CODE' | 'AMBIGUOUS' | 'UNKNOWN' | 'CONTRADICTED';

export interface RegionDecision {
  region: KnownRegion | null;
  /** The region that the name spells, where it spells one. */
  named: KnownRegion | null;
  /** The name after its region. */
  rest: string;
  reason: RegionReason;
  candidates: KnownRegion[];
  /** Level that the name tells even where the region is undecided: 县民政局. */
  level: RegionLevel | null;
}

/** 县 of 县民政局: a region by its kind only. */
const GENERIC = /^(省|自治区|市|州|盟|地区|县|区|旗)(?=[^镇乡街])/;
const LEVELS: Readonly<Record<string, RegionLevel>> = {
  省: 'PROVINCE',
  自治区: 'PROVINCE',
  州: 'PREFECTURE',
  盟: 'PREFECTURE',
  地区: 'PREFECTURE',
  县: 'COUNTY',
  区: 'COUNTY',
  旗: 'COUNTY',
};
/** 云岭县 of 云岭县人民政府, a place that is not known. */
const UNKNOWN_COUNTY =
  /^[^局厅委开新]{1,12}?(?:县|旗|(?<![市城地库矿林社景园灌郊街牧范验假税业作港聚理])区)(?=(?:人民)?政府|[^县区旗]{2,16}(?:局|委|办|室)$)/;

export const decideRegion = (clues: AgencyClues, names: PlaceNames): RegionDecision => {
  const hints = hintsOf(clues, names);
  const readings = readPlaces(names, clues.name);
  if (readings.length > 0) return refine(amongReadings(readings, hints, names), names);
  return refine(withoutName(clues.name, hints, names), names);
};

interface Hint {
  reason: 'HINT' | 'CREDIT_CODE';
  region: KnownRegion;
}

/** The stronger clue first: a hint is meant for this agency, a code only tells where it was once registered. */
const hintsOf = (clues: AgencyClues, names: PlaceNames): Hint[] => {
  const hinted = clues.regionHint === null ? null : names.tree.find(clues.regionHint);
  const code = creditCodeOf(clues.unifiedSocialCreditCode);
  const registered = code === null ? null : names.tree.find(registeredRegion(code));
  return [
    ...(hinted ? [{ reason: 'HINT' as const, region: hinted }] : []),
    ...(registered ? [{ reason: 'CREDIT_CODE' as const, region: registered }] : []),
  ];
};

const amongReadings = (
  readings: readonly PlaceReading[],
  hints: readonly Hint[],
  names: PlaceNames,
): RegionDecision => {
  const [first] = readings;
  if (first && ABOVE_COUNTIES.has(first.region.level) && UNKNOWN_COUNTY.test(first.rest)) {
    return unknownCounty(first);
  }
  const related = (hint: Hint): PlaceReading[] =>
    readings.filter(
      ({ region }) =>
        names.tree.contains(hint.region, region) || names.tree.contains(region, hint.region),
    );
  const [only, ...others] = readings;
  const hint = hints.find((h) => h.reason === 'HINT');
  if (hint && related(hint).length === 0) return contradicted(readings, hint.region);
  if (only && others.length === 0) return decided(only, 'NAME');
  for (const clue of hints) {
    const [left, ...more] = related(clue);
    if (left && more.length === 0) return decided(left, clue.reason);
  }
  const [withTown, ...moreTowns] = readings.filter((r) => readTownship(names, r.region, r.rest));
  if (withTown && moreTowns.length === 0) return decided(withTown, 'NAME');
  return undecided(
    readings[0]?.rest ?? '',
    'AMBIGUOUS',
    readings.map((r) => r.region),
  );
};

const ABOVE_COUNTIES = new Set<RegionLevel>(['PROVINCE', 'PREFECTURE']);

/** 和田地区和安县财政局, where 和安县 is not known: an organ of that county, not of 和田地区. */
const unknownCounty = ({ rest }: PlaceReading): RegionDecision => ({
  ...undecided(rest.replace(UNKNOWN_COUNTY, ''), 'UNKNOWN'),
  level: 'COUNTY',
});

const decided = ({ region, rest }: PlaceReading, reason: RegionReason): RegionDecision => ({
  region,
  named: region,
  rest,
  reason,
  candidates: [],
  level: region.level,
});

const contradicted = (readings: readonly PlaceReading[], hinted: KnownRegion): RegionDecision => ({
  region: hinted,
  named: null,
  rest: readings[0]?.rest ?? '',
  reason: 'CONTRADICTED',
  candidates: readings.map((r) => r.region),
  level: hinted.level,
});

const undecided = (
  rest: string,
  reason: RegionReason,
  candidates: KnownRegion[] = [],
): RegionDecision => {
  const levels = new Set(candidates.map((r) => r.level));
  const [level] = levels;
  return {
    region: null,
    named: null,
    rest,
    reason,
    candidates,
    level: levels.size === 1 && level ? level : null,
  };
};

/** 县民政局, 财政局, or a place that is not known: only a clue can tell the region. */
const withoutName = (name: string, hints: readonly Hint[], names: PlaceNames): RegionDecision => {
  const word = GENERIC.exec(name)?.[1] ?? '';
  const rest = name.slice(word.length);
  for (const { reason, region } of hints) {
    const line = [...names.tree.ancestors(region), region].reverse();
    const found = word === '' ? region : line.find((r) => r.name.endsWith(word));
    // A code alone places no agency whose name says nothing: it is a hint, not proof.
    if (!found || (word === '' && reason === 'CREDIT_CODE')) continue;
    const bare = rest.startsWith(found.name) ? rest.slice(found.name.length) : rest;
    return { region: found, named: null, rest: bare, reason, candidates: [], level: found.level };
  }
  const level = LEVELS[word] ?? (UNKNOWN_COUNTY.test(name) ? 'COUNTY' : null);
  const head = word === '' ? (UNKNOWN_COUNTY.exec(name)?.[0] ?? '') : word;
  return { ...undecided(name.slice(head.length), 'UNKNOWN'), level };
};

/** Goes on to the town or street that the rest begins with. */
const refine = (decision: RegionDecision, names: PlaceNames): RegionDecision => {
  if (!decision.region || decision.reason === 'CONTRADICTED') return decision;
  const town = readTownship(names, decision.region, decision.rest);
  return town
    ? { ...decision, region: town.region, named: town.region, rest: town.rest, level: 'TOWNSHIP' }
    : decision;
};
