import type { EntityManager } from 'typeorm';
import type { Database } from '../entities/database.js';
import { applyOrRehearse } from './rehearse.js';
import { BEGINNING, countReports, reportBatches } from './report-batches.js';
import type { BatchLimits, Listed, Place } from './report-batches.js';
import type { ReportDiff, ReportName } from './report-diff.js';
import { takenBy } from './stale.js';
import { READER_VERSION, RULES_VERSION } from './versions.js';

export interface UpkeepOptions {
  /** False: what would change is shown and nothing is kept. */
  apply: boolean;
  /** False: stale reports alone. */
  all: boolean;
  /** Reports of one transaction at most, where fewer than usual are wanted. */
  batch?: number;
}

/** What happens, as it happens; `TAKEN` comes first, `LOOKED_AT` after each batch. */
export type UpkeepEvent =
  | { kind: 'TAKEN'; reports: number; goesOn: boolean }
  | { kind: 'CHANGED'; diff: ReportDiff }
  | { kind: 'UNREAD'; report: ReportName; code: string; message: string }
  | { kind: 'LOOKED_AT'; reports: number };

export interface Upkeep<T> {
  act: 'recheck' | 'reread';
  limits: BatchLimits;
  /** Outside of the transaction: what takes long. */
  prepare: (batch: readonly Listed[]) => Promise<T>;
  /** Within it. */
  carryOut: (manager: EntityManager, prepared: T) => Promise<UpkeepEvent[]>;
}

/**
 * Walks over stored reports batch by batch, each in a transaction of its own, so that an interruption loses one batch at
 * most. Of the stale reports those that are done are stale no more; where all are taken, the place is kept and the next
 * run of the same versions goes on behind it.
 */
export async function* upkeep<T>(
  database: Database,
  { act, limits, prepare, carryOut }: Upkeep<T>,
  { apply, all, batch: most = limits.reports }: UpkeepOptions,
): AsyncGenerator<UpkeepEvent> {
  const condition = takenBy(act, all);
  const kept = apply && all ? await keptPlace(database, act) : null;
  const start = kept ?? BEGINNING;
  const size = { ...limits, reports: Math.min(most, limits.reports) };
  const reports = await countReports(database, condition, start);
  yield { kind: 'TAKEN', reports, goesOn: kept !== null };
  for await (const batch of reportBatches(database, condition, size, start)) {
    const prepared = await prepare(batch);
    const events = await applyOrRehearse(database, apply, async (manager) => {
      const done = await carryOut(manager, prepared);
      if (all) await keepPlace(manager, act, batch.at(-1) ?? BEGINNING);
      return done;
    });
    yield* events;
    yield { kind: 'LOOKED_AT', reports: batch.length };
  }
  if (apply && all) await database.query('delete from setting where key = $1', [keyOf(act)]);
}

const keyOf = (act: string): string => `${act}.place`;

interface KeptPlace extends Place {
  reader: string;
  rules: string;
}

const keptPlace = async (database: Database, act: string): Promise<Place | null> => {
  const [line] = await database.query<{ value: KeptPlace }>(
    'select value from setting where key = $1',
    [keyOf(act)],
  );
  const { agencyId, id, reader, rules } = line?.value ?? {};
  if (agencyId === undefined || id === undefined) return null;
  return reader === READER_VERSION && rules === RULES_VERSION ? { agencyId, id } : null;
};

const keepPlace = async (
  manager: EntityManager,
  act: string,
  { agencyId, id }: Place,
): Promise<void> => {
  const place: KeptPlace = { agencyId, id, reader: READER_VERSION, rules: RULES_VERSION };
  await manager.query(
    `insert into setting (key, value) values ($1, $2::jsonb)
     on conflict (key) do update set value = excluded.value`,
    [keyOf(act), JSON.stringify(place)],
  );
};
