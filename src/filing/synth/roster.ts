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

/** Agencies of the region and of everything beneath, from above downwards. */
export function* rosterOf(
  names: PlaceNames,
  region: KnownRegion,
  plan: RosterPlan,
): Generator<SynthAgency> {
  const serial = { next: 1 };
  for (const name of organsOf(names.tree, region, plan)) {
    yield agencyOf(names, region, name, serial);
  }
  for (const child of names.tree.children(region)) {
    if (child.validUntil === null && child.level !== 'TOWNSHIP') {
      yield* rosterOf(names, child, plan);
    }
  }
  if (!plan.towns) return;
  for (const town of names.tree.townships(region)) {
    yield agencyOf(names, town, townOrgan(names.tree, region, town), serial);
  }
}

function* organsOf(tree: RegionTree, region: KnownRegion, plan: RosterPlan): Generator<string> {
  if (region.level === 'COUNTRY' || region.level === 'TOWNSHIP') return;
  const parent = tree.ancestors(region).at(-1);
  const spelled = spelledName(tree, region);
  const isDistrict = region.level === 'COUNTY' && region.name.endsWith('区');
  for (const organ of plan.organs[region.level]) {
    const branch = isDistrict && parent?.level === 'PREFECTURE' && plan.branches.includes(organ);
    if (branch) yield `${parent.name}${organ}${region.name.slice(0, -1)}分局`;
    else yield organName(organ, region, spelled);
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

const agencyOf = (
  names: PlaceNames,
  region: KnownRegion,
  name: string,
  serial: { next: number },
): SynthAgency => {
  const code = makeCreditCode(region.code, serial.next++);
  const inferred = inferAgency(
    { name, unifiedSocialCreditCode: null, regionHint: region.code, url: null },
    names,
  );
  const places = names.tree.places(region);
  return {
    name,
    unifiedSocialCreditCode: code,
    regionCode: inferred.regionCode ?? region.code,
    kind: inferred.kind,
    level: inferred.level ?? region.level,
    sectors: inferred.sectors,
    consolidatesInto: inferred.consolidatesInto,
    areaCode: places.prefectureCode ?? places.provinceCode ?? region.code,
  };
};
