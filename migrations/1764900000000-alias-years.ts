import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In the reports of which years an agency was seen under another name; null where a list told the name. */
export class AliasYears1764900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table agency_alias add column first_year smallint, add column last_year smallint',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table agency_alias drop column first_year, drop column last_year');
  }
}
