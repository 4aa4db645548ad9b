import { referenceSectors } from './reference.js';
import type { KnownSector } from './reference.js';

/** Sectors that an organ's name tells, the name without its region: 农业农村和水利局 → AGRICULTURE, WATER. */

let byAlias: ReadonlyMap<string, readonly string[]> | null = null;
let longest = 0;

const aliases = (): ReadonlyMap<string, readonly string[]> =>
  (byAlias ??= index(referenceSectors()));

const index = (sectors: readonly KnownSector[]): Map<string, string[]> => {
  const map = new Map<string, string[]>();
  for (const sector of sectors) {
    for (const alias of sector.aliases) {
      map.set(alias, [...(map.get(alias) ?? []), sector.code]);
      longest = Math.max(longest, alias.length);
    }
  }
  return map;
};

/** Told by the organ's kind, not by words that stand in many names. */
const OF_KINDS = new Set(['ZONE', 'TOWN', 'STREET']);
const GOVERNMENT = /^(?:人民)?政府$|政府机关$/;

/** In the order of the name, the first primary; at each place the longest alias wins. */
export const sectorsOf = (organ: string): string[] => {
  const found: { alias: string; code: string }[] = [];
  for (let at = 0; at < organ.length;) {
    const alias = longestAt(organ, at);
    for (const code of aliases().get(alias) ?? []) found.push({ alias, code });
    at += alias.length || 1;
  }
  const own = found.filter((f) => !OF_KINDS.has(f.code));
  const special = own.filter((f) => f.code !== 'GOV_OFFICE' || !GOVERNMENT.test(f.alias));
  return [...new Set((special.length > 0 ? special : own).map((f) => f.code))];
};

const longestAt = (text: string, at: number): string => {
  const known = aliases();
  for (let length = Math.min(longest, text.length - at); length > 0; length--) {
    const part = text.slice(at, at + length);
    if (known.has(part)) return part;
  }
  return '';
};
