import type { RegionLevel } from '../entities/vocabulary.js';
import { readDataFile } from './data-file.js';
import { RegionTree } from './region-tree.js';
import type { KnownRegion } from './region-tree.js';

/** The reference data that ships with the program, from the files of data/. */

interface RegionFile {
  source: string;
  asOf: string;
  rows: readonly (readonly [
    code: string,
    name: string,
    level: RegionLevel,
    parent: string | null,
    validUntil?: string,
    successors?: readonly string[],
  ])[];
}

interface TownshipFile {
  byParent: Readonly<Record<string, readonly string[]>>;
}

export interface KnownSector {
  code: string;
  zh: string;
  en: string;
  /** Parts of agencies' names that tell it. */
  aliases: readonly string[];
}

const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
};

const regionsOf = (name: string): KnownRegion[] =>
  readDataFile<RegionFile>(name).rows.map(
    ([code, regionName, level, parentCode, validUntil, successors]) => ({
      code,
      name: regionName,
      level,
      parentCode,
      validUntil: validUntil ?? null,
      successors: successors ?? [],
      fictional: code.startsWith('99'),
    }),
  );

const townshipFile = once(() => readDataFile<TownshipFile>('townships.json.gz').byParent);

const townshipsOf = (parentCode: string): KnownRegion[] => {
  const pairs = parentCode.startsWith('99') ? [] : (townshipFile()[parentCode] ?? []);
  const found: KnownRegion[] = [];
  for (let i = 0; i + 1 < pairs.length; i += 2) {
    found.push({
      code: pairs[i] ?? '',
      name: pairs[i + 1] ?? '',
      level: 'TOWNSHIP',
      parentCode,
      validUntil: null,
      successors: [],
      fictional: false,
    });
  }
  return found;
};

/** Every region to county level with its abolished ones, the fictional province, and townships on demand. */
export const referenceRegions = once(
  () =>
    new RegionTree(
      ['regions.json', 'regions-abolished.json', 'regions-fictional.json'].flatMap(regionsOf),
      townshipsOf,
    ),
);

/** Sectors in the order of the file. */
export const referenceSectors = once(
  (): readonly KnownSector[] => readDataFile<{ rows: KnownSector[] }>('sectors.json').rows,
);
