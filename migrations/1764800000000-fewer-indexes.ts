import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * No statement asks for the rows of one name over all reports: reports are chosen first, and their rows found by the
 * primary key. The index took as much as all other indexes of the printed rows together.
 */
export class FewerIndexes1764800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop index request_row_row_index');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('create index request_row_row_index on request_row ("row", report_id)');
  }
}
