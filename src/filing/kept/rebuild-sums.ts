import type { EntityManager } from 'typeorm';
import type { Database } from '../../entities/database.js';
import { ROWS_EDITION_RULE } from '../rows-edition.js';
import { cellColumns, figuresOf, GROUP_COLUMNS, GROUP_JOINS } from './figures-sql.js';
import { keepFoldsOut } from './fold-sums.js';
import {
  groupKey,
  presenceOf,
  presenceOfReports,
  sumColumns,
  totalsOf,
  YEARS,
  yearsTogether,
} from './groups-sql.js';

/** Milliseconds that a rebuild may take. */
const LONGEST = 3_600_000;

/** What the totals were built for, in `setting`. */
const SETTING = 'totals.kept';

const tables = ['kept_total', 'kept_presence'] as const;

/**
 * Some years, counted in one statement, so of one moment; the changes that this moment contains are taken away, those
 * that come meanwhile stay to be added, and so do those of a year that nobody reported for before.
 */
const SOME_YEARS = `
with source as (select id, 1 as sign from report where is_current and year = any($1::smallint[])),
  figures as (${figuresOf('source')}),
  totals as (${totalsOf('figures')}),
  change as (delete from kept_total_change where year = any($1::smallint[]))
insert into kept_total_anew (${groupKey.join(', ')}, region_level, in_country, ${sumColumns.join(', ')})
select ${[...groupKey.map((name) => `totals.${name}`), 'region.level', 'not region.fictional'].join(', ')},
  ${sumColumns.map((name) => `totals.${name}`).join(', ')}
from totals join region on region.code = totals.region_code
order by ${groupKey.map((name) => `totals.${name}`).join(', ')}`;

const PRESENCE = `
with agencies as (${presenceOfReports(GROUP_COLUMNS, GROUP_JOINS)}),
  change as (delete from kept_presence_change)
insert into kept_presence_anew (region_code, scope, dimension, value, years, agencies)
${presenceOf('agencies')}`;

/**
 * Counts all kept totals anew from the printed rows, beside those that are read meanwhile, and puts them in their place
 * in one moment. Filing goes on.
 * @throws DatabaseError
 */
export const rebuildSums = (database: Database): Promise<void> =>
  database.transaction(rebuild, { timeoutMs: LONGEST });

const rebuild = async (manager: EntityManager): Promise<void> => {
  await keepFoldsOut(manager);
  await countAnew(manager);
};

const countAnew = async (manager: EntityManager): Promise<void> => {
  await manager.query(`set local work_mem = '256MB'`);
  for (const table of tables) {
    await manager.query(`create temporary table ${table}_anew (like ${table}) on commit drop`);
  }
  const years = await manager.query<{ year: number; reports: number }[]>(YEARS);
  for (const together of yearsTogether(years)) await manager.query(SOME_YEARS, [together]);
  await manager.query(PRESENCE);
  for (const table of tables) {
    await manager.query(`delete from ${table}`);
    await manager.query(`insert into ${table} select * from ${table}_anew`);
  }
  await manager.query(
    `insert into setting (key, value) values ($1, $2::jsonb)
     on conflict (key) do update set value = excluded.value`,
    [SETTING, JSON.stringify(version)],
  );
};

/** The cells, and how the groups tell the edition of a report that prints no table three. */
const version = [...cellColumns, ROWS_EDITION_RULE].join(' ');

/**
 * Builds the totals where this database has none yet or those of other cells, as after an update of the program.
 * @throws DatabaseError
 */
export const ensureSums = async (database: Database): Promise<void> => {
  const [known] = await database.query<Known>(VERSION, [SETTING]);
  if (known?.value === version) return;
  await database.transaction(
    async (manager) => {
      await keepFoldsOut(manager);
      // Another process may have done it meanwhile.
      const [line] = await manager.query<Known[]>(VERSION, [SETTING]);
      if (line?.value !== version) await countAnew(manager);
    },
    { timeoutMs: LONGEST },
  );
};

interface Known {
  value: unknown;
}

const VERSION = 'select value from setting where key = $1';
