import type { MigrationInterface, QueryRunner } from 'typeorm';

const scopes = `in ('ORGAN', 'GOVERNMENT_LEVEL', 'REGION_CONSOLIDATED', 'SYSTEM_CONSOLIDATED')`;

const rosters = `
create table roster (
  region_code text not null references region (code),
  year smallint not null check (year between 1949 and 2999),
  departments_by date,
  governments_by date,
  made_at timestamptz not null default now(),
  primary key (region_code, year)
);

create table roster_member (
  region_code text not null,
  year smallint not null,
  agency_id bigint not null references agency (id) on delete cascade,
  scope text not null check (scope ${scopes}),
  reports_to bigint references agency (id) on delete set null,
  counted_in bigint references agency (id) on delete set null,
  due_on date,
  primary key (region_code, year, agency_id),
  foreign key (region_code, year) references roster (region_code, year) on delete cascade,
  check (counted_in <> agency_id)
);
create index roster_member_agency_id_index on roster_member (agency_id);
create index roster_member_reports_to_index on roster_member (reports_to);
create index roster_member_counted_in_index on roster_member (counted_in);
`;

/** Whoever changes a status, what it was and how long stays known. */
const past = `
create table report_status_past (
  report_id bigint not null references report (id) on delete cascade,
  status text not null,
  since timestamptz not null,
  until timestamptz not null,
  primary key (report_id, until)
);

create function keep_status_past() returns trigger language plpgsql as $$
begin
  if new.status_changed_at = old.status_changed_at then
    new.status_changed_at := now();
  end if;
  insert into report_status_past (report_id, status, since, until)
  values (old.id, old.status, old.status_changed_at, new.status_changed_at)
  on conflict do nothing;
  return new;
end $$;
create trigger report_keeps_status_past before update of status on report
  for each row when (old.status is distinct from new.status) execute function keep_status_past();
`;

const consolidations = `
create table consolidation (
  report_id bigint primary key references report (id) on delete cascade,
  region_code text not null references region (code),
  as_of timestamptz,
  made_at timestamptz not null default now(),
  author text not null
);
create index consolidation_region_code_index on consolidation (region_code);

create table consolidation_member (
  report_id bigint not null references consolidation (report_id) on delete cascade,
  agency_id bigint not null references agency (id) on delete cascade,
  member_report_id bigint references report (id) on delete set null,
  figures jsonb not null,
  primary key (report_id, agency_id)
);
create index consolidation_member_agency_id_index on consolidation_member (agency_id);
create index consolidation_member_member_report_id_index on consolidation_member (member_report_id);

create table consolidation_override (
  report_id bigint not null references consolidation (report_id) on delete cascade,
  agency_id bigint not null references agency (id) on delete cascade,
  problem text not null check (problem in ('MISSING', 'FAILS_CHECKS')),
  reason text not null,
  author text not null,
  primary key (report_id, agency_id, problem)
);
create index consolidation_override_agency_id_index on consolidation_override (agency_id);
`;

const comments = `
comment on table roster is 'Who must report to the government of a region for a year. departments_by and governments_by: the office''s own dates; null: those of art. 49.';
comment on table roster_member is 'An agency that must report. scope: the one that it counts with. counted_in: the member whose consolidated report holds it already, with which it is compared and never added.';
comment on table report_status_past is 'What a report''s status was before, from since until until.';
comment on table consolidation is 'How a consolidated report was added up. as_of: with the members'' reports as they stood then; null: when it was made.';
comment on table consolidation_member is 'What each member gave. figures: by table/row/column as it counted, null where its report states none; a cell that is not listed gave 0. member_report_id null: it was missing and that was overridden.';
comment on table consolidation_override is 'Why it was added up although a member was missing or failed A1 to A4.';
`;

export class Rosters1764600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [rosters, past, consolidations, comments]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table consolidation_override, consolidation_member, consolidation;
      drop trigger report_keeps_status_past on report;
      drop function keep_status_past();
      drop table report_status_past, roster_member, roster;`);
  }
}
