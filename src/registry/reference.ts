import type { RegionLevel } from '../entities/vocabulary.js';
import { readDataFile } from './data-file.js';
import { RegionTree } from './region-tree.js';
import type { KnownRegion } from './region-tree.js';

/** The reference data that ships with the program, from the files of data/. */

interface RegionFile {
  source: string;
  asOf: string;
  /** By code: names that a region had before. */
  formerNames?: Readonly<Record<string, readonly string[]>>;
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

const regionsOf = (file: RegionFile, formerNames: RegionFile['formerNames']): KnownRegion[] =>
  file.rows.map(([code, name, level, parentCode, validUntil, successors]) => ({
    code,
    name,
    level,
    parentCode,
    validUntil: validUntil ?? null,
    successors: successors ?? [],
    fictional: code.startsWith('99'),
    formerNames: formerNames?.[code] ?? [],
  }));

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
      formerNames: [],
    });
  }
  return found;
};

/** Every region to county level with its abolished ones, the fictional province, and townships on demand. */
export const referenceRegions = once(() => {
  const files = ['regions.json', 'regions-abolished.json', 'regions-fictional.json'].map((name) =>
    readDataFile<RegionFile>(name),
  );
  const former = files.find((file) => file.formerNames)?.formerNames;
  return new RegionTree(
    files.flatMap((file) => regionsOf(file, former)),
    townshipsOf,
  );
});

/** Sectors in the order of the file. */
export const referenceSectors = once(
  (): readonly KnownSector[] => readDataFile<{ rows: KnownSector[] }>('sectors.json').rows,
);
