import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Agencies of one statement. */
const AT_ONCE = 5_000;

interface Named {
  id: string;
  name: string;
}

/** The first letters of agencies' names as they are spoken, by which people look for them. */
export class Initials1765000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table agency add column initials text not null default ''`);
    await runner.query(`alter table agency_alias add column initials text not null default ''`);
    await this.fill(
      runner,
      'select id::text, name from agency where id > $1 order by id limit $2',
      'update agency set initials = given.initials from unnest($1::bigint[], $2::text[], $3::text[]) as given (id, name, initials) where agency.id = given.id and agency.name = given.name',
    );
    await this.fill(
      runner,
      `select agency_id::text as id, alias as name from agency_alias where agency_id in (
         select distinct agency_id from agency_alias where agency_id > $1 order by agency_id limit $2)
       order by agency_id`,
      'update agency_alias set initials = given.initials from unnest($1::bigint[], $2::text[], $3::text[]) as given (id, name, initials) where agency_alias.agency_id = given.id and agency_alias.alias = given.name',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table agency drop column initials');
    await runner.query('alter table agency_alias drop column initials');
  }

  private async fill(runner: QueryRunner, next: string, write: string): Promise<void> {
    let last = '0';
    for (;;) {
      const names = (await runner.query(next, [last, AT_ONCE])) as Named[];
      if (names.length === 0) return;
      const { initialsOf } = await import('../src/registry/initials.js');
      await runner.query(write, [
        names.map(({ id }) => id),
        names.map(({ name }) => name),
        names.map(({ name }) => initialsOf(name)),
      ]);
      last = names.at(-1)?.id ?? last;
    }
  }
}
