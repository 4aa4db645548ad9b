import { keptCellAt } from '../../src/filing/kept/kept-cells.js';
import { outcomeCategories } from '../../src/format/outcomes.js';
import { outcomesOf } from '../../src/rollup/metrics.js';
import { globalId } from '../../src/schema/global-id.js';
import { findingsOf, groupsOf, rankOf, reportOf, type Told } from './answers.js';

/** One question of the measurement: as a client asks the API, and as somebody would write it by hand in SQL. */
export interface Question {
  name: string;
  says: string;
  document: string;
  sql: string;
  /** Arguments of both, in rotation. */
  asked: (world: World) => readonly Asked[];
  /** What an answer tells, from either side in the same words. */
  told: Told;
}

export interface Asked {
  variables: Readonly<Record<string, unknown>>;
  params: readonly unknown[];
}

/** What of a filled database arguments are chosen from. */
export interface World {
  provinces: readonly string[];
  years: readonly number[];
  sectors: readonly string[];
  /** Agency and year of current reports from all over the country. */
  reports: readonly { agency: string; year: number }[];
}

const ROTATION = 10;
const PARTS = 31;

const categories = [...outcomeCategories.keys()];
const cellsOf = (category: (typeof categories)[number]): string[] =>
  outcomesOf(category).flatMap((row) => keptCellAt('REQUESTS', row, 'total')?.name ?? []);
const added = (cells: readonly string[]): string =>
  cells.map((cell) => `coalesce(sum(${cell}), 0)`).join(' + ');
const byCategory = categories
  .map((category) => `${added(cellsOf(category))} as ${category.toLowerCase()}`)
  .join(', ');

const KEPT = `from kept_total where scope = 'ORGAN'`;
const COUNTS = `sum(reports) as reports, sum(received_total) as received, sum(completed_total) as completed`;
const OUTCOMES = `coverage { reports } requests { received { total } completed { total }
  outcomesByCategory { category counts { total } } }`;

const applicants = `naturalPerson businessEnterprise researchInstitution publicInterestOrganization legalServiceAgency
  otherOrganization total`;
const results = 'upheld corrected otherResult pending total';
const documents = 'issued repealed inForce';

/** The years in one order of several: the same question under another text. */
const rotated = (years: readonly number[], by: number): number[] => [
  ...years.slice(by),
  ...years.slice(0, by),
];

const provincesAndYears = ({ provinces, years }: World): Asked[] =>
  provinces.flatMap((province) =>
    years.map((year) => ({
      variables: { regions: [province], years: [year] },
      params: [province, year],
    })),
  );

export const questions: readonly Question[] = [
  {
    name: 'Q1',
    says: 'requests by outcome category of one province and year',
    document: `query ($regions: [RegionCode!]!, $years: [Int!]!) {
      totals(filter: { regions: $regions, years: $years }) { nodes { ${OUTCOMES} } } }`,
    sql: `select ${COUNTS}, ${byCategory} ${KEPT} and dimension = 'ALL' and region_code = $1 and year = $2`,
    asked: provincesAndYears,
    told: groupsOf([]),
  },
  {
    name: 'Q2',
    says: 'the same of the country by year over ten years',
    document: `query ($sectors: [String!], $years: [Int!]!) {
      totals(filter: { years: $years, sectors: $sectors }, groupBy: [YEAR]) { nodes { key { year } ${OUTCOMES} } } }`,
    sql: `select year, ${COUNTS}, ${byCategory} ${KEPT} and region_code = '000000' and dimension = $1 and value = $2
      and year = any($3) group by year order by year`,
    asked: ({ years, sectors }) =>
      Array.from({ length: PARTS }, (_, part) => sectors[part - 1] ?? null).flatMap((sector) =>
        Array.from({ length: ROTATION }, (_, by) => ({
          variables: { sectors: sector === null ? null : [sector], years: rotated(years, by) },
          params: [sector === null ? 'ALL' : 'SECTOR', sector ?? '', rotated(years, by)],
        })),
      ),
    told: groupsOf(['year']),
  },
  {
    name: 'Q3',
    says: 'one agency’s report with all three tables',
    document: `query ($agency: ID!, $year: Int!) { report(agency: $agency, year: $year) {
      id year title revision
      requests { received { ${applicants} } carriedIn { ${applicants} } outcomes { outcome counts { ${applicants} } }
        completed { ${applicants} } carriedOut { ${applicants} } }
      appeals { reconsideration { ${results} } litigationDirect { ${results} } litigationAfterReconsideration { ${results} } }
      activeDisclosure { regulations { ${documents} } normativeDocuments { ${documents} } licensingDecisions
        penaltyDecisions coercionDecisions administrativeFeesWan } } }`,
    sql: `select report.id, year, title, revision,
      (select json_agg(request_row) from request_row
        where report_id = report.id and request_row.year = $2) as requests,
      (select json_agg(appeal_row) from appeal_row
        where report_id = report.id and appeal_row.year = $2) as appeals,
      (select json_agg(active_disclosure_row) from active_disclosure_row
        where report_id = report.id and active_disclosure_row.year = $2) as disclosure
      from report where agency_id = $1 and year = $2 and scope = 'ORGAN' and is_current`,
    asked: ({ reports }) =>
      reports.map(({ agency, year }) => ({
        variables: { agency: globalId('Agency', agency), year },
        params: [agency, year],
      })),
    told: reportOf,
  },
  {
    name: 'Q4',
    says: 'the 20 prefectures with the highest refusal rate in a year',
    document: `query ($years: [Int!]!, $least: Count!) {
      totals(filter: { years: $years }, groupBy: [PREFECTURE], first: 20,
        orderBy: { metric: REFUSAL_RATE, minimumDenominator: $least }) {
        nodes { key { prefecture { code name } } indicator(metric: REFUSAL_RATE) { numerator denominator } } } }`,
    sql: `select code, name, refused, completed from (
        select region_code, sum(completed_total) as completed, ${added(cellsOf('REFUSED'))} as refused
        ${KEPT} and dimension = 'ALL' and region_level = 'PREFECTURE' and in_country and year = $1
        group by region_code) place join region on region.code = place.region_code
      where completed >= $2 and completed > 0 order by refused / completed desc, code collate "C" limit 20`,
    asked: ({ years }) =>
      years.flatMap((year) =>
        Array.from({ length: PARTS }, (_, least) => ({
          variables: { years: [year], least: least + 1 },
          params: [year, least + 1],
        })),
      ),
    told: rankOf,
  },
  {
    name: 'Q5',
    says: 'totals of a province by sector and year',
    document: `query ($regions: [RegionCode!]!, $years: [Int!]!) {
      totals(filter: { regions: $regions, years: $years }, groupBy: [SECTOR, YEAR], first: 500) {
        nodes { key { year sector { code } } coverage { reports } requests { received { total } completed { total } } } } }`,
    sql: `select nullif(value, '') as sector, year, ${COUNTS} ${KEPT} and dimension = 'SECTOR' and region_code = $1
      and year = any($2) group by value, year order by nullif(value, '') collate "C", year`,
    asked: ({ provinces, years }) =>
      provinces.flatMap((province) =>
        Array.from({ length: ROTATION }, (_, by) => ({
          variables: { regions: [province], years: rotated(years, by) },
          params: [province, rotated(years, by)],
        })),
      ),
    told: groupsOf(['sector', 'year']),
  },
  {
    name: 'Q6',
    says: 'a page of 50 reports with their findings and agencies',
    document: `query ($regions: [RegionCode!]!, $years: [Int!]!) {
      reports(filter: { regions: $regions, years: $years }, first: 50) {
        nodes { id year title agency { id name } findings { severity message } } } }`,
    sql: `select report.id, year, title, agency.id as agency_id, agency.name,
      (select json_agg(json_build_object('severity', severity, 'message', message_zh)
        order by array_position(array['ERROR', 'WARNING', 'INFO'], severity), ordinal)
       from finding where report_id = report.id) as findings
      from report join agency on agency.id = report.agency_id
      where is_current and report.scope = 'ORGAN' and report.province_code = $1 and year = $2
      order by report.region_code, agency.name collate "C", report.id limit 50`,
    asked: provincesAndYears,
    told: findingsOf,
  },
];
