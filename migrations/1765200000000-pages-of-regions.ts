import type { MigrationInterface, QueryRunner } from 'typeorm';

const LEVELS = ['province', 'prefecture'] as const;

/**
 * Reports of a region are listed newest year first and then by region. In this order the index tells them, so that a page
 * costs the same however many reports the region has.
 */
export class PagesOfRegions1765200000000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return replaceIndexes(runner, 'year desc, region_code');
  }

  down(runner: QueryRunner): Promise<void> {
    return replaceIndexes(runner, 'year');
  }
}

const nameOf = (level: string): string => `report_${level}_index`;

/** The new ones first: while they are made readers have the old ones, whose going locks readers out for a moment. */
async function replaceIndexes(runner: QueryRunner, columns: string): Promise<void> {
  for (const level of LEVELS) {
    await runner.query(
      `create index ${nameOf(level)}_anew on report (${level}_code, ${columns}) where is_current`,
    );
  }
  for (const level of LEVELS) {
    await runner.query(`drop index ${nameOf(level)}`);
    await runner.query(`alter index ${nameOf(level)}_anew rename to ${nameOf(level)}`);
  }
}
