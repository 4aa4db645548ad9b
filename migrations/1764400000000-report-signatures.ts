import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * By what copies of a report's text are found among all others. Entries of the index are made at once: a list of pending
 * ones would be searched from end to end by each filing.
 */
export class ReportSignatures1764400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table report_signature (
  report_id bigint primary key references report (id) on delete cascade,
  signature bytea not null,
  bands int[] not null
);
create index report_signature_bands_index on report_signature using gin (bands) with (fastupdate = off);
comment on table report_signature is 'MinHash of the prose of each report: 128 numbers of 4 bytes, and keys under which texts that may be alike meet.';
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table report_signature');
  }
}
