import type { World } from './questions.js';

/** Combinations of arguments of each question, of a country whose every province has reports. */
export const COMBINATIONS = 310;

const REPORTS = `
select agency_id as agency, year from (
  select agency_id, year, row_number() over (order by agency_id * 2654435761 % 4294967291, year) as place
  from report where is_current and scope = 'ORGAN'
) report order by place limit $1`;

type Query = <T>(sql: string, params: unknown[]) => Promise<T[]>;

/** What of a filled database the questions are asked about. */
export async function worldOf(query: Query): Promise<World> {
  const codes = async (sql: string): Promise<string[]> =>
    (await query<{ code: string }>(sql, [])).map(({ code }) => code);
  const years = await query<{ year: number }>(
    `select distinct year from kept_total where region_code = '000000' order by year`,
    [],
  );
  return {
    provinces: await codes(
      `select distinct region_code as code from kept_total where region_level = 'PROVINCE' and in_country order by 1`,
    ),
    sectors: await codes(
      `select distinct value as code from kept_total
       where region_code = '000000' and dimension = 'SECTOR' and value <> '' order by 1`,
    ),
    years: years.map(({ year }) => year),
    reports: await query<World['reports'][number]>(REPORTS, [COMBINATIONS]),
  };
}
