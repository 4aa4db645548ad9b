import type { QueryRunner } from 'typeorm';

/** Tables of printed rows, partitioned by the year of the report. */
export const rowTables = ['request_row', 'appeal_row', 'active_disclosure_row'] as const;

/** The first year that was reported on: the regulations are in force since 2008-05-01. */
const FIRST_YEAR = 2008;

/**
 * Gives each year up to `last` a partition of each table of printed rows, in a transaction a partition.
 * Rows that came before their year had one lie in the partition `_default` until then: they are found there as well.
 */
export async function prepareYears(runner: QueryRunner, last: number): Promise<void> {
  const existing = (await runner.query(PARTITIONS, [rowTables])) as { name: string }[];
  const names = new Set(existing.map(({ name }) => name));
  for (const table of rowTables) {
    for (let year = FIRST_YEAR; year <= last; year += 1) {
      if (!names.has(`${table}_${year}`)) await addYear(runner, table, year);
    }
  }
}

const PARTITIONS = `
  select part.relname as name from pg_inherits join pg_class part on part.oid = inhrelid
  where inhparent = any($1::text[]::regclass[])`;

/** Attached, not made as a part: readers of the other years go on. */
async function addYear(runner: QueryRunner, table: string, year: number): Promise<void> {
  const part = `${table}_${year}`;
  await runner.startTransaction();
  try {
    await runner.query(`create table ${part} (like ${table} including all)`);
    await runner.query(`lock table ${table}_default in access exclusive mode`);
    await runner.query(
      `with moved as (delete from ${table}_default where year = ${year} returning *)
       insert into ${part} select * from moved`,
    );
    await runner.query(
      `alter table ${table} attach partition ${part} for values from (${year}) to (${year + 1})`,
    );
    await runner.commitTransaction();
  } catch (error) {
    await runner.rollbackTransaction();
    throw error;
  }
}
