import type { AgencyKind, RegionLevel } from '../entities/vocabulary.js';
import { bareOrgan, canonicalOrgan, normaliseAgencyName, plainName } from './agency-name.js';
import { corpsPlace, isCorps } from './corps.js';
import { decideRegion } from './decide-region.js';
import type { AgencyClues, RegionDecision, RegionReason } from './decide-region.js';
import { isMinistry, isNationalOrgan, nationalHead, organKind } from './organ-kind.js';
import type { OrganKind } from './organ-kind.js';
import type { PlaceNames } from './place-names.js';
import { readTownship } from './read-place.js';
import type { KnownRegion } from './region-tree.js';
import { sectorsOf } from './sectors-of.js';

export interface InferredAgency {
  /** The name within its region, by which it is found again: 川汇区财政局 for 河南省周口市川汇区财政局. */
  normalisedName: string;
  /** Where it is located; null where undecided. */
  regionCode: string | null;
  kind: AgencyKind;
  /** Level of the government it is an organ of; null where undecided. */
  level: RegionLevel | null;
  /** Codes; the first is the primary one. */
  sectors: string[];
  /** The region whose government consolidates its report; null where undecided and for national systems. */
  consolidatesInto: string | null;
  reason: RegionReason;
  /** Codes of the regions that the name may mean, where it is undecided or contradicted. */
  candidates: string[];
}

/**
 * What an agency is and where it belongs, by its name and what else is known of it. A name that several regions
 * bear decides nothing without a clue that leaves one of them; then region and consolidation are null.
 */
export const inferAgency = (clues: AgencyClues, names: PlaceNames): InferredAgency => {
  const name = plainName(clues.name);
  if (isMinistry(name, sectorsOf(name))) return ministry(name);
  if (isCorps(name)) return corps(name, names);
  const national = nationalHead(name);
  const decision = decideRegion({ ...clues, name: name.slice(national.length) }, names);
  const vertical = national !== '' || isNationalOrgan(decision.rest);
  const { region, rest } = decision;
  const organ = describe(region, rest);
  const located = region && locate(names, region, rest, organ);
  const holder = region && holderOf(names, region, rest, organ);
  return {
    normalisedName: keyOf(name, decision, national),
    regionCode: located?.code ?? null,
    kind: organ.kind,
    level: vertical ? 'COUNTRY' : levelOf(organ, holder, decision.level),
    sectors: sectorsFor(organ, rest),
    consolidatesInto: vertical ? null : consolidating(region, holder, organ),
    reason: decision.reason,
    candidates: decision.candidates.map((r) => r.code),
  };
};

/** Region and organ where the name says both; else the whole name. */
const keyOf = (name: string, decision: RegionDecision, national: string): string => {
  const { region, rest, reason } = decision;
  const whole = region === null || reason === 'CONTRADICTED' || national !== '';
  return whole ? normaliseAgencyName(name) : region.name + organOf(region, rest);
};

/** A region's name alone stands for its government: 上海市, 河包镇; 砲里街道 for its office. */
const organOf = (region: KnownRegion, rest: string): string => {
  const isStreet = region.level === 'TOWNSHIP' && region.name.endsWith('街道');
  if (isStreet && /^办?$/.test(rest)) return '办事处';
  return rest === '' ? '人民政府' : canonicalOrgan(rest);
};

const ministry = (name: string): InferredAgency => ({
  normalisedName: normaliseAgencyName(name),
  regionCode: '000000',
  kind: 'DEPARTMENT',
  level: 'COUNTRY',
  sectors: sectorsOf(name),
  consolidatesInto: '000000',
  reason: 'NAME',
  candidates: [],
});

const corps = (name: string, names: PlaceNames): InferredAgency => {
  const { region, organ, level, kind } = corpsPlace(name, names);
  return {
    normalisedName: normaliseAgencyName(name),
    regionCode: region?.code ?? null,
    kind: kind ?? organKind(bareOrgan(organ), sectorsOf(organ)).kind,
    level,
    sectors: organ === '' ? ['GOV_OFFICE'] : sectorsOf(organ),
    consolidatesInto: null,
    reason: 'NAME',
    candidates: [],
  };
};

/** The organ's kind by the rest of its name, or by the town or street that the name spells before it. */
const describe = (region: KnownRegion | null, rest: string): OrganKind => {
  const organ = organKind(bareOrgan(rest) || '人民政府', sectorsOf(rest));
  if (region?.level !== 'TOWNSHIP') return organ;
  if (region.name.endsWith('街道') && /^(?:办事处|办)?(?:机关)?$/.test(rest)) {
    return { ...organ, kind: 'DISPATCHED_ORGAN', town: 'STREET' };
  }
  return organ.kind === 'GOVERNMENT' ? { ...organ, kind: 'GOVERNMENT', town: 'TOWN' } : organ;
};

const BRANCH_OF = /^.*?(?:局|委员会|委)(.+?)(?:分局|派出所|分中心|分队|分所)$/;

/** 十堰市生态环境局郧阳分局 is located in 郧阳区; all others where their name says. */
const locate = (
  names: PlaceNames,
  region: KnownRegion,
  rest: string,
  organ: OrganKind,
): KnownRegion => {
  const part = organ.branch ? BRANCH_OF.exec(rest)?.[1] : undefined;
  if (!part) return region;
  const [only, ...others] = names.tree
    .children(region)
    .filter((r) => r.validUntil === null && (r.name === part || r.name.slice(0, -1) === part));
  return only && others.length === 0 ? only : (readTownship(names, region, part)?.region ?? region);
};

/** The region of the government it is an organ of: 洪泽区公安分局 is a branch of the city's bureau. */
const holderOf = (
  names: PlaceNames,
  region: KnownRegion,
  rest: string,
  organ: OrganKind,
): KnownRegion => {
  const ofCity = organ.branch && region.level === 'COUNTY' && /^[^局]+分局$/.test(rest);
  const parent = ofCity ? names.tree.ancestors(region).at(-1) : undefined;
  return parent && parent.level !== 'COUNTRY' ? parent : region;
};

const levelOf = (
  organ: OrganKind,
  holder: KnownRegion | null,
  told: RegionLevel | null,
): RegionLevel | null => (organ.town ? 'TOWNSHIP' : (holder?.level ?? told));

const sectorsFor = (organ: OrganKind, name: string): string[] => {
  if (organ.town) return [organ.town];
  if (organ.kind === 'ZONE_COMMITTEE') return ['ZONE'];
  const told = sectorsOf(name || '人民政府');
  return organ.zone ? [...told, 'ZONE'] : told;
};

const consolidating = (
  region: KnownRegion | null,
  holder: KnownRegion | null,
  organ: OrganKind,
): string | null =>
  organ.town === 'STREET' && region?.level === 'TOWNSHIP'
    ? region.parentCode
    : (holder?.code ?? null);
