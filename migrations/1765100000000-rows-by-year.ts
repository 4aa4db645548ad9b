import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first year that was reported on, and the last with a partition from here on; the program makes those of later ones. */
const [FIRST, LAST] = [2008, 2026];
const YEARS = Array.from({ length: LAST - FIRST + 1 }, (_, i) => FIRST + i);

const TABLES: Readonly<Record<string, string>> = {
  request_row:
    'Table three as printed, a row a row: received, carriedIn, the outcomes, completed, carriedOut. Null: the document states no number; it is never a zero.',
  appeal_row:
    'Table four: reconsideration, litigationDirect, litigationAfterReconsideration. Null: not stated.',
  active_disclosure_row:
    'Table two as printed, in the edition of each block; columns that a block does not print are null. amount_wan in 10,000 yuan, amount_yuan in yuan.',
};
const names = Object.keys(TABLES);
const all = ['report', ...names].join(', ');

const partition = (table: string, name: string, bounds: string): string =>
  `create table ${table}_${name} partition of ${table}_by_year ${bounds};`;

/** The rows once more with the year of their report, in partitions; keys are made when all rows are in. */
const partedCopy = (table: string): string[] => [
  `create table ${table}_by_year (
     like ${table} including defaults including constraints including comments, year smallint not null
   ) partition by range (year)`,
  [
    partition(table, 'earlier', `for values from (minvalue) to (${FIRST})`),
    ...YEARS.map((year) =>
      partition(table, String(year), `for values from (${year}) to (${year + 1})`),
    ),
    partition(table, 'default', 'default'),
  ].join('\n'),
  `insert into ${table}_by_year
   select printed.*, report.year from ${table} printed join report on report.id = printed.report_id`,
  `alter table ${table}_by_year
     add constraint ${table}_by_year_pkey primary key (report_id, ordinal, year)`,
  `alter table ${table}_by_year
     add constraint ${table}_report_id_year_fkey foreign key (report_id, year)
       references report (id, year) on update cascade on delete cascade`,
];

const inPlace = (table: string): string => `
  drop table ${table};
  alter table ${table}_by_year rename to ${table};
  alter table ${table} rename constraint ${table}_by_year_pkey to ${table}_pkey;
  comment on table ${table} is '${TABLES[table] ?? ''}';
  comment on column ${table}.year is 'That of the report; the table is partitioned by it.';`;

/** The rows without their year; `columns` are all others. */
const wholeCopy = (table: string, columns: string): string[] => [
  `create table ${table}_whole (like ${table} including defaults including constraints including comments)`,
  `alter table ${table}_whole drop column year`,
  `insert into ${table}_whole (${columns}) select ${columns} from ${table} order by report_id`,
];

const backInPlace = (table: string): string => `
  drop table ${table};
  alter table ${table}_whole rename to ${table};
  alter table ${table} add primary key (report_id, ordinal),
    add foreign key (report_id) references report (id) on delete cascade;
  comment on table ${table} is '${TABLES[table] ?? ''}';`;

const COLUMNS = `
  select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
  where attrelid = $1::regclass and attnum > 0 and not attisdropped and attname <> 'year'`;

/**
 * Printed rows are partitioned by the year of their report. While they are copied writers wait and readers go on; readers
 * wait for the moment in which the copies take the places of the tables.
 */
export class RowsByYear1765100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`lock table ${all} in share row exclusive mode`);
    await runner.query('create unique index report_id_year_index on report (id, year)');
    for (const table of names) {
      for (const sql of partedCopy(table)) await runner.query(sql);
    }
    await runner.query(`lock table ${all} in access exclusive mode`);
    for (const table of names) await runner.query(inPlace(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`lock table ${all} in share row exclusive mode`);
    for (const table of names) {
      const [line] = (await runner.query(COLUMNS, [table])) as { columns: string }[];
      for (const sql of wholeCopy(table, line?.columns ?? '')) await runner.query(sql);
    }
    await runner.query(`lock table ${all} in access exclusive mode`);
    for (const table of names) await runner.query(backInPlace(table));
    await runner.query('drop index report_id_year_index');
  }
}
