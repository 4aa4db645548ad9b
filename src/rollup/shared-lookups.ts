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
  const made: SharedLookups = {
    region: (code) => regions.load(code),
    sectors: () => sectors.load(''),
  };
  lookups.set(db, made);
  return made;
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
