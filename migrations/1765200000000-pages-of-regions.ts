import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Indexes of the reports that are current, with their columns before and from here on. */
const INDEXES: Readonly<Record<string, readonly [before: string, now: string]>> = {
  report_province_index: ['province_code, year', 'province_code, year desc, region_code'],
  report_prefecture_index: ['prefecture_code, year', 'prefecture_code, year desc, region_code'],
  report_list_index: ['year desc, region_code, agency_id', 'year desc, region_code'],
};

/**
 * Reports are listed newest year first and then by region, those of a region as well. In this order the indexes tell them,
 * so that a page costs the same however many reports there are; the agency, which orders nothing, took most of one.
 */
export class PagesOfRegions1765200000000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return replace(
      runner,
      Object.entries(INDEXES).map(([name, [, now]]) => [name, now]),
    );
  }

  down(runner: QueryRunner): Promise<void> {
    return replace(
      runner,
      Object.entries(INDEXES).map(([name, [before]]) => [name, before]),
    );
  }
}

/** The new ones first: while they are made readers have the old ones, whose going locks readers out for a moment. */
async function replace(
  runner: QueryRunner,
  indexes: readonly (readonly [name: string, columns: string])[],
): Promise<void> {
  for (const [name, columns] of indexes) {
    await runner.query(`create index ${name}_anew on report (${columns}) where is_current`);
  }
  for (const [name] of indexes) {
    await runner.query(`drop index ${name}`);
    await runner.query(`alter index ${name}_anew rename to ${name}`);
  }
}
