import type { AgencyKind, RegionLevel } from '../../entities/vocabulary.js';
import { inferAgency } from '../../registry/infer-agency.js';
import { makeCreditCode } from '../../registry/credit-code.js';
import type { PlaceNames } from '../../registry/place-names.js';
import type { KnownRegion, RegionTree } from '../../registry/region-tree.js';

/** Agencies of every region of a tree, for synthetic reports. */

export interface SynthAgency {
  name: string;
  unifiedSocialCreditCode: string;
  regionCode: string;
  kind: AgencyKind;
  level: RegionLevel;
  sectors: readonly string[];
  consolidatesInto: string | null;
  /** For the temper of its area: the prefecture, or the province where there is none. */
  areaCode: string;
}

/**
 * Organs by the level of their region, each named without it: 财政局. `{}` stands for the region where it does not come
 * first: 国家税务总局{}税务局. In districts the organs of `branches` are branches of the city's: 砚州市公安局砚东分局.
 */
export interface RosterPlan {
  organs: Readonly<Record<'PROVINCE' | 'PREFECTURE' | 'COUNTY', readonly string[]>>;
  branches: readonly string[];
  towns: boolean;
}

/** An agency of a roster of which no more than this is worked out yet. */
export interface Seat {
  /** As in the plan: 财政局; of a town its whole name. */
  organ: string;
  name: string;
  region: KnownRegion;
  unifiedSocialCreditCode: string;
}

/** Agencies of the region and of everything beneath, from above downwards. */
export function* rosterOf(
  names: PlaceNames,
  region: KnownRegion,
  plan: RosterPlan,
): Generator<SynthAgency> {
  for (const seat of seatsOf(names.tree, region, plan)) yield agencyOf(names, seat);
}

/** The same before anything is worked out: a whole country in a fraction of a second. */
export function* seatsOf(tree: RegionTree, region: KnownRegion, plan: RosterPlan): Generator<Seat> {
  let serial = 1;
  const seat = (organ: string, name: string, place: KnownRegion): Seat => ({
    ...{ organ, name, region: place },
    unifiedSocialCreditCode: makeCreditCode(place.code, serial++),
  });
  for (const [organ, name] of organsOf(tree, region, plan)) yield seat(organ, name, region);
  for (const child of tree.children(region)) {
    if (child.validUntil === null && child.level !== 'TOWNSHIP') yield* seatsOf(tree, child, plan);
  }
  if (!plan.towns) return;
  for (const town of tree.townships(region)) {
    const name = townOrgan(tree, region, town);
    yield seat(name, name, town);
  }
}

/** Organs as in the plan, each with its name. */
function* organsOf(
  tree: RegionTree,
  region: KnownRegion,
  plan: RosterPlan,
): Generator<[string, string]> {
  if (region.level === 'COUNTRY' || region.level === 'TOWNSHIP') return;
  const parent = tree.ancestors(region).at(-1);
  const spelled = spelledName(tree, region);
  const isDistrict = region.level === 'COUNTY' && region.name.endsWith('区');
  for (const organ of plan.organs[region.level]) {
    const branch = isDistrict && parent?.level === 'PREFECTURE' && plan.branches.includes(organ);
    yield [
      organ,
      branch
        ? `${parent.name}${organ}${region.name.slice(0, -1)}分局`
        : organName(organ, region, spelled),
    ];
  }
}

const organName = (organ: string, region: KnownRegion, spelled: string): string => {
  if (organ.includes('{}')) return organ.replace('{}', spelled);
  const isArea = region.level === 'PREFECTURE' && region.name.endsWith('地区');
  return spelled + (organ === '人民政府' && isArea ? '行政公署' : organ);
};

/** 砚州市砚东区 for a district, 鹭栖县 for a county: as such agencies sign. */
const spelledName = (tree: RegionTree, region: KnownRegion): string => {
  const parent = tree.ancestors(region).at(-1);
  const prefix =
    region.name.endsWith('区') && region.level === 'COUNTY' ? (parent?.name ?? '') : '';
  return prefix + region.name;
};

const townOrgan = (tree: RegionTree, county: KnownRegion, town: KnownRegion): string =>
  spelledName(tree, county) + town.name + (town.name.endsWith('街道') ? '办事处' : '人民政府');

/** The agency of a seat, placed and sorted as the registry does it. */
export const agencyOf = (
  names: PlaceNames,
  { name, region, unifiedSocialCreditCode }: Seat,
): SynthAgency => {
  const inferred = inferAgency(
    { name, unifiedSocialCreditCode: null, regionHint: region.code, url: null },
    names,
  );
  const places = names.tree.places(region);
  return {
    name,
    unifiedSocialCreditCode,
    regionCode: inferred.regionCode ?? region.code,
    kind: inferred.kind,
    level: inferred.level ?? region.level,
    sectors: inferred.sectors,
    consolidatesInto: inferred.consolidatesInto,
    areaCode: places.prefectureCode ?? places.provinceCode ?? region.code,
  };
};
