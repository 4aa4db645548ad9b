import type { AgencyKind, RegionLevel } from '../entities/vocabulary.js';
import type { PlaceNames } from './place-names.js';
import type { KnownRegion } from './region-tree.js';

/** 新疆生产建设兵团 and its divisions: governed on their own, located in 新疆, in no local government's report. */

const CORPS = /^(?:新疆(?:维吾尔自治区)?)?(?:生产建设)?兵团/;
const DIVISION = /第?[一二三四五六七八九十\d]+师/;

export const isCorps = (name: string): boolean => CORPS.test(name) && /兵团|师/.test(name);

export interface CorpsPlace {
  region: KnownRegion | null;
  /** What follows 兵团, its division and its city: 财政局. */
  organ: string;
  level: RegionLevel;
  kind: AgencyKind | null;
}

/** 新疆生产建设兵团第八师石河子市财政局: in 石河子市, of a division, which ranks with a prefecture. */
export const corpsPlace = (name: string, names: PlaceNames): CorpsPlace => {
  const rest = name.replace(CORPS, '');
  const division = DIVISION.exec(rest)?.[0] ?? '';
  const after = rest.slice(rest.indexOf(division) + division.length);
  const city = names.namedAt(after).find(({ region }) => region.code.startsWith('6590'));
  const organ = city ? after.slice(city.length) : after;
  return {
    region: city?.region ?? names.tree.find('650000'),
    organ,
    level: division === '' ? 'PROVINCE' : 'PREFECTURE',
    kind: organ === '' ? 'GOVERNMENT' : null,
  };
};
