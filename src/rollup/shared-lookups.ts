import { setImmediate as nextTurn } from 'node:timers/promises';
import DataLoader from 'dataloader';
import type { Database } from '../entities/database.js';
import type { RegionRecord, SectorRecord } from './records.js';
import { regionsByCode } from './region-list.js';
import { allSectors } from './sector-list.js';

/** Look-ups of what is public and small, shared by all requests to a database. */
export interface SharedLookups {
  region: (code: string) => Promise<RegionRecord | null>;
  sectors: () => Promise<readonly SectorRecord[]>;
  /**
   * The first of the codes that is of no region or sector; undefined where each is. What there is stays: a code that was
   * found once is not looked for again.
   */
  missingRegion: (codes: readonly string[]) => Promise<string | undefined>;
  missingSector: (codes: readonly string[]) => Promise<string | undefined>;
}

const lookups = new WeakMap<Database, SharedLookups>();

/** Codes of one statement. */
const MOST_CODES = 1_000;

/**
 * The look-ups of a database. Nothing is remembered: what requests ask for while one statement is under way is fetched
 * together by the next, so that every answer is of a moment after it was asked for.
 */
export function sharedLookups(db: Database): SharedLookups {
  const known = lookups.get(db);
  if (known) return known;
  const regions = together(async (codes) => {
    const found = await regionsByCode(db, [...new Set(codes)]);
    return codes.map((code) => found.get(code) ?? null);
  });
  const sectors = together(async (asked) => {
    const all = await allSectors(db);
    return asked.map(() => all);
  });
  const region: SharedLookups['region'] = (code) => regions.load(code);
  const sector = async (code: string): Promise<SectorRecord | undefined> =>
    (await sectors.load('')).find((one) => one.code === code);
  const made: SharedLookups = {
    region,
    sectors: () => sectors.load(''),
    missingRegion: missing(region),
    missingSector: missing(sector),
  };
  lookups.set(db, made);
  return made;
}

/** Looks for the first name of which there is nothing, among those that were not found before. */
function missing(
  find: (name: string) => Promise<unknown>,
): (names: readonly string[]) => Promise<string | undefined> {
  const found = new Set<string>();
  return async (names) => {
    const unknown = names.filter((name) => !found.has(name));
    if (unknown.length === 0) return undefined;
    const things = await Promise.all(unknown.map(find));
    unknown.forEach((name, i) => {
      if (things[i] != null) found.add(name);
    });
    return unknown.find((name) => !found.has(name));
  };
}

/** A loader whose statements follow each other: one begins when the one before has ended. */
function together<T>(find: (keys: readonly string[]) => Promise<T[]>): DataLoader<string, T> {
  let last: Promise<unknown> = Promise.resolve();
  return new DataLoader(
    (keys: readonly string[]) => {
      const finding = find(keys);
      last = finding.catch(() => undefined);
      return finding;
    },
    {
      cache: false,
      maxBatchSize: MOST_CODES,
      batchScheduleFn: (dispatch) => void last.then(() => nextTurn()).then(dispatch),
    },
  );
}
