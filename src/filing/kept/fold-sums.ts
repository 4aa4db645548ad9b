import type { EntityManager } from 'typeorm';
import type { Database } from '../../entities/database.js';
import { limits } from '../../entities/limits.js';
import { prepared, runPrepared } from '../../entities/prepared.js';
import { cellColumns, countColumns } from './figures-sql.js';
import { groupKey, presenceOf, sumColumns, totalsOf } from './groups-sql.js';

/** Any number, the same in every version of the program: one process at a time folds or rebuilds. */
const LOCK = 6_201_712;

/** Changes of one transaction: readers see them folded in all at once. */
const BATCH = 2_000;

const key = groupKey.join(', ');

const summed = [
  ...countColumns.map((name) => `coalesce(kept.${name}, 0) + line.${name}`),
  ...cellColumns.flatMap((cell) => [
    `case when coalesce(kept.${cell}_stated, 0) + line.${cell}_stated <> 0
      then coalesce(kept.${cell}, 0) + coalesce(line.${cell}, 0) end`,
    `coalesce(kept.${cell}_stated, 0) + line.${cell}_stated`,
  ]),
];

const TOTALS = prepared(`
with taken as (
  delete from kept_total_change
  where id in (select id from kept_total_change order by id limit $1) returning *
), line as (${totalsOf('taken')})
insert into kept_total (${key}, region_level, in_country, ${sumColumns.join(', ')})
select ${groupKey.map((name) => `line.${name}`).join(', ')}, region.level, not region.fictional,
  ${summed.join(',\n  ')}
from line
  join region on region.code = line.region_code
  left join kept_total kept on (${groupKey.map((name) => `kept.${name} = line.${name}`).join(' and ')})
on conflict (${key}) do update set
  ${sumColumns.map((name) => `${name} = excluded.${name}`).join(',\n  ')}`);

const PRESENCE = prepared(`
with taken as (
  delete from kept_presence_change
  where id in (select id from kept_presence_change order by id limit $1) returning *
)
insert into kept_presence as kept (region_code, scope, dimension, value, years, agencies)
${presenceOf('taken')}
on conflict (region_code, scope, dimension, value, years)
  do update set agencies = kept.agencies + excluded.agencies`);

/**
 * Adds what changed since the last time to the kept totals, oldest first, for as long as there is something; returns at
 * once where another process does it already. Totals are the same before and after.
 * @throws DatabaseError
 */
export const foldSums = async (database: Database): Promise<void> => {
  while (await isUnfolded(database)) {
    const folded = await database.transaction(foldSome, { timeoutMs: limits.long });
    if (!folded) return;
    // The embedded engine never does so by itself, and readers would go through all that is gone.
    if (database.embedded) await database.query('vacuum kept_total_change, kept_presence_change');
  }
};

const isUnfolded = async (database: Database): Promise<boolean> => {
  const [line] = await database.query<{ unfolded: boolean }>(
    `select exists (select from kept_total_change) or exists (select from kept_presence_change) as unfolded`,
  );
  return line?.unfolded === true;
};

const foldSome = async (manager: EntityManager): Promise<boolean> => {
  const [lock] = await manager.query<{ held: boolean }[]>(
    'select pg_try_advisory_xact_lock($1) as held',
    [LOCK],
  );
  if (lock?.held !== true) return false;
  // Sums of so many columns take less sorted than in a table of hashes, which would not fit.
  await manager.query(`set local work_mem = '128MB'; set local enable_hashagg = off`);
  await runPrepared(manager, TOTALS, [BATCH]);
  await runPrepared(manager, PRESENCE, [BATCH]);
  await manager.query('delete from kept_total where reports = 0');
  await manager.query('delete from kept_presence where agencies = 0');
  return true;
};

/** Waits until no other process folds, for the rest of the transaction. */
export const keepFoldsOut = async (manager: EntityManager): Promise<void> => {
  await manager.query('select pg_advisory_xact_lock($1)', [LOCK]);
};
