import { setTimeout as sleep } from 'node:timers/promises';
import { MigrationExecutor } from 'typeorm';
import type { DataSource, QueryRunner } from 'typeorm';
import { migrations, migrationsTable } from './data-source.js';
import { DatabaseError } from './database-error.js';
import { limits } from './limits.js';
import { prepareYears } from './years-of-rows.js';

/** Any number, the same in every version of the program. */
const LOCK = 6_201_711;

/**
 * Runs the pending migrations, each in a transaction, while no other process does, and makes room for the years to come.
 * @throws DatabaseError SCHEMA_NEWER where the database has migrations that this program does not know, OVERLOADED
 *   where another process migrates for longer than a minute.
 */
export const migrate = async (dataSource: DataSource, runner: QueryRunner): Promise<void> => {
  await takeLock(runner);
  try {
    await runner.query('set statement_timeout = 0');
    await refuseNewerSchema(runner);
    const executor = new MigrationExecutor(dataSource, runner);
    executor.transaction = 'each';
    await executor.executePendingMigrations();
    await prepareYears(runner, new Date().getFullYear() + 1);
  } finally {
    if (!runner.isReleased) await giveBack(runner);
  }
};

const giveBack = async (runner: QueryRunner): Promise<void> => {
  await runner.query('reset statement_timeout').catch(() => undefined);
  await runner.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => undefined);
};

/** Asks again and again: a waiting lock would fall under lock_timeout and hold back vacuum. */
const takeLock = async (runner: QueryRunner): Promise<void> => {
  const until = Date.now() + limits.migrationLock;
  for (;;) {
    const [row] = (await runner.query('select pg_try_advisory_lock($1) as held', [LOCK])) as [
      { held: boolean },
    ];
    if (row.held) return;
    if (Date.now() > until) {
      throw new DatabaseError('OVERLOADED', null, { message: 'another process is migrating' });
    }
    await sleep(200);
  }
};

const refuseNewerSchema = async (runner: QueryRunner): Promise<void> => {
  if (!(await runner.hasTable(migrationsTable))) return;
  const known = new Set(migrations.map((migration) => migration.name));
  const run = (await runner.query(`select name from ${migrationsTable}`)) as { name: string }[];
  const unknown = run.map(({ name }) => name).filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  throw new DatabaseError('SCHEMA_NEWER', null, {
    message: `the database has migrations that this version does not know: ${unknown.join(', ')}`,
  });
};
