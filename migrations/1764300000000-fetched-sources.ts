import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where and when a document was fetched by the program itself. */
export class FetchedSources1764300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table source_document add column fetched_at timestamptz, add column fetch_headers jsonb;
comment on column source_document.fetched_at is 'When the program fetched it from url; null for a file that was handed in.';
comment on column source_document.fetch_headers is 'Headers of the answer it came in, by lower-case name.';
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table source_document drop column fetched_at, drop column fetch_headers',
    );
  }
}
