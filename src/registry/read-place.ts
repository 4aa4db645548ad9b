import type { PlaceNames } from './place-names.js';
import type { KnownRegion } from './region-tree.js';

/** Regions at the head of an agency's name: 河南省周口市川汇区财政局 → 川汇区, rest 财政局. */

export interface PlaceReading {
  /** The last region of the path that the name spells. */
  region: KnownRegion;
  rest: string;
}

const EXTENDED_BY_STEM = new Set(['PROVINCE', 'PREFECTURE']);
/** 太和镇人民政府 says nothing of 太和县. */
const TOWN_OR_STREET = /^.{1,12}?(?:镇|乡|苏木|街道|街)(?:人民政府|政府|办事处|办)?(?:机关)?$/;

/**
 * The readings that leave the shortest rest, one for each region they may mean. Names spelled in full go before
 * stems (长春 for 长春市), which count only where they begin the name and stand for a province or a city.
 */
export const readPlaces = (names: PlaceNames, name: string): PlaceReading[] => {
  const full = shortest([...extend(names, name, null), ...extendByStem(names, name)]);
  if (full.length > 0 || TOWN_OR_STREET.test(name)) return full;
  const stems = shortest(
    names.stemsAt(name).map(({ region, length }) => ({ region, rest: name.slice(length) })),
  );
  return stems.some(({ region }) => EXTENDED_BY_STEM.has(region.level)) ? stems : [];
};

/** Every path of full names, each step beneath the one before. */
function* extend(
  names: PlaceNames,
  text: string,
  above: KnownRegion | null,
): Generator<PlaceReading> {
  for (const { region, length } of names.namedAt(text)) {
    if (above && (above.code === region.code || !names.tree.contains(above, region))) continue;
    const rest = text.slice(length);
    yield { region, rest };
    yield* extend(names, rest, region);
  }
}

/** 河南周口市…: a province or city by its stem, then at least one full name beneath it. */
function* extendByStem(names: PlaceNames, name: string): Generator<PlaceReading> {
  for (const { region, length } of names.stemsAt(name)) {
    if (EXTENDED_BY_STEM.has(region.level)) yield* extend(names, name.slice(length), region);
  }
}

const shortest = (readings: readonly PlaceReading[]): PlaceReading[] => {
  const least = Math.min(...readings.map((r) => r.rest.length));
  const byCode = new Map(
    readings.filter((r) => r.rest.length === least).map((r) => [r.region.code, r]),
  );
  return withoutReplaced([...byCode.values()]);
};

/** An abolished region gives way to the one it became, where both have the name. */
const withoutReplaced = (readings: readonly PlaceReading[]): PlaceReading[] =>
  readings.filter(
    ({ region }) =>
      !region.successors.some((code) => readings.some((other) => other.region.code === code)),
  );

const TOWN = /^(.{1,20}?(?:街道|镇|乡|苏木))(?!.*局$)/;

/** A town or street that the rest begins with, beneath the region; null where none or several bear the name. */
export const readTownship = (
  names: PlaceNames,
  region: KnownRegion,
  rest: string,
): PlaceReading | null => {
  if (!TOWN.test(rest) || region.level === 'TOWNSHIP') return null;
  const found = [...townshipsBeneath(names, region)].filter((t) => rest.startsWith(t.name));
  const longest = Math.max(...found.map((t) => t.name.length));
  const [only, ...others] = found.filter((t) => t.name.length === longest);
  return only && others.length === 0 ? { region: only, rest: rest.slice(longest) } : null;
};

function* townshipsBeneath(names: PlaceNames, region: KnownRegion): Generator<KnownRegion> {
  yield* names.tree.townships(region);
  for (const child of names.tree.children(region)) {
    if (child.level !== 'TOWNSHIP') yield* townshipsBeneath(names, child);
  }
}
