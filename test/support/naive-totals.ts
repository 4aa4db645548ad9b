import type { Edition } from '../../src/format/form.js';
import { blocksOf } from '../../src/format/forms.js';
import { outcomeRows } from '../../src/format/outcomes.js';
import type {
  Dimension,
  ReportFilterInput,
  TotalGroup,
  TotalKey,
} from '../../src/rollup/shapes.js';
import {
  isCurrent,
  isNewest,
  regionOf,
  type Figures,
  type World,
  type WorldReport,
} from './world.js';

/** Totals counted one report after the other from the words of the contract, to be held against those of SQL. */

const applicants = [
  'naturalPerson',
  'businessEnterprise',
  'researchInstitution',
  'publicInterestOrganization',
  'legalServiceAgency',
  'otherOrganization',
];
const results = ['upheld', 'corrected', 'otherResult', 'pending'];

export const add = (values: readonly (number | null | undefined)[]): number | null => {
  let sum: number | null = null;
  for (const value of values) if (value !== null && value !== undefined) sum = (sum ?? 0) + value;
  return sum;
};

const figure = (figures: Figures | undefined, key: string): number | null =>
  figures?.[key] == null ? null : Number(figures[key]);

/** Whether the filter lets the report in. */
export function matches(filter: ReportFilterInput, report: WorldReport, world: World): boolean {
  const agency = world.agencies.find(({ id }) => id === report.agency)!;
  const chain = ancestry(report.region);
  const fictional = regionOf(report.region)?.fictional ?? false;
  const asked = (list: readonly unknown[] | null | undefined, value: unknown): boolean =>
    list == null || list.includes(value);
  const inRegions =
    filter.regions == null
      ? filter.agencies != null || !fictional
      : filter.regions.some((code) => (code === '000000' ? !fictional : chain.includes(code)));
  const counted = { ERROR: report.errors, WARNING: report.warnings, INFO: report.infos };
  return (
    statusMatches(filter, report, world.reports) &&
    (filter.scopes ?? ['ORGAN']).includes(report.scope) &&
    inRegions &&
    asked(filter.years, report.year) &&
    asked(filter.levels, agency.level) &&
    asked(filter.kinds, agency.kind) &&
    asked(filter.agencies, String(agency.id)) &&
    asked(filter.editions, report.edition) &&
    (filter.sectors == null || agency.sectors.some((code) => filter.sectors!.includes(code))) &&
    (filter.withFindings == null || filter.withFindings.some((s) => counted[s] > 0)) &&
    (filter.withoutFindings == null ||
      (filter.withoutFindings.length > 0 && filter.withoutFindings.every((s) => counted[s] === 0)))
  );
}

function statusMatches(
  filter: ReportFilterInput,
  report: WorldReport,
  reports: readonly WorldReport[],
): boolean {
  if (filter.statuses == null) return isCurrent(report, reports);
  const unfinished = ['DRAFT', 'SUBMITTED', 'RETURNED'];
  const candidates = reports.filter(
    (r) =>
      filter.statuses!.includes(r.status) &&
      (!unfinished.includes(r.status) || isNewest(r, reports)),
  );
  return candidates.includes(report) && isNewest(report, candidates);
}

/** The region and everything above it, from the region up. */
export function ancestry(code: string | null): string[] {
  const region = regionOf(code);
  return region ? [region.code, ...ancestry(region.parent)] : [];
}

/** The keys of the groups that a report belongs to. */
export function keysOf(
  dimensions: readonly Dimension[],
  filter: ReportFilterInput,
  report: WorldReport,
  world: World,
): TotalKey[] {
  const agency = world.agencies.find(({ id }) => id === report.agency)!;
  const region = regionOf(report.region);
  const parent = filter.regions?.[0] ?? '000000';
  const chain = ancestry(report.region);
  // The fictional province has no parent: seen from the country it stands beside the provinces.
  const beneath = chain.includes(parent) ? chain.indexOf(parent) : chain.length;
  const sectors = agency.sectors.filter(
    (s) => filter.sectors == null || filter.sectors.includes(s),
  );
  const values: Record<Dimension, Partial<TotalKey>> = {
    YEAR: { year: report.year },
    PROVINCE: { province: region?.province ?? null },
    PREFECTURE: { prefecture: region?.prefecture ?? null },
    COUNTY: { county: region?.county ?? null },
    CHILD_REGION: { childRegion: chain[beneath - 1] ?? null },
    LEVEL: { level: agency.level },
    KIND: { kind: agency.kind },
    SECTOR: {},
    AGENCY: { agency: String(agency.id) },
    SCOPE: { scope: report.scope },
  };
  const key: TotalKey = Object.assign({}, ...dimensions.map((d) => values[d]));
  if (!dimensions.includes('SECTOR')) return [key];
  return (sectors.length > 0 ? sectors : [null]).map((sector) => ({ ...key, sector }));
}

/** Every group that has a report; in no order. */
export function naiveTotals(
  filter: ReportFilterInput,
  groupBy: readonly Dimension[],
  world: World,
): TotalGroup[] {
  const groups = new Map<string, { key: TotalKey; reports: WorldReport[] }>();
  if (groupBy.length === 0) groups.set(nameOf({}), { key: {}, reports: [] });
  for (const report of world.reports.filter((r) => matches(filter, r, world))) {
    for (const key of keysOf(groupBy, filter, report, world)) {
      const name = nameOf(key);
      if (!groups.has(name)) groups.set(name, { key, reports: [] });
      groups.get(name)!.reports.push(report);
    }
  }
  return [...groups.values()].map(({ key, reports }) => naiveTotal(key, reports));
}

export const nameOf = (key: TotalKey): string =>
  JSON.stringify(Object.entries(key).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** A few reports added up. */
export function naiveTotal(key: TotalKey, reports: readonly WorldReport[]): TotalGroup {
  const row = <Key extends string>(
    of: (report: WorldReport) => Figures | undefined,
    columns: readonly string[],
  ): Record<Key, number | null> =>
    Object.fromEntries([
      ...columns.map((c) => [c, add(reports.map((r) => figure(of(r), c)))]),
      [
        'total',
        add(
          reports.map((r) => figure(of(r), 'total') ?? add(columns.map((c) => figure(of(r), c)))),
        ),
      ],
    ]);
  const requests = (name: string) =>
    row<keyof TotalGroup['tables']['requests']['received']>((r) => r.requests[name], applicants);
  const appeals = (name: string) =>
    row<keyof TotalGroup['tables']['appeals']['reconsideration']>((r) => r.appeals[name], results);
  const disclosure = (names: string[], column: string): number | null =>
    add(reports.flatMap((r) => names.map((name) => figure(r.disclosure[name], column))));
  const stocks = new Set(reports.map((r) => r.year)).size <= 1;
  const documents = (name: string) => ({
    issued: disclosure([name], 'issued'),
    repealed: disclosure([name], 'repealed'),
    inForce: stocks ? disclosure([name], 'inForce') : null,
  });
  const editions = new Set(reports.flatMap((r): Edition[] => (r.edition ? [r.edition] : [])));
  const unprinted = reports.map((r): Edition =>
    'UNSPECIFIED_OTHER' in r.requests ? 'E2019' : 'E2021',
  );
  if (editions.size === 0) for (const e of unprinted) editions.add(e);
  if (editions.size === 0) editions.add('E2021');
  const printed = [...editions].flatMap((e) =>
    blocksOf(e, 'REQUESTS').flatMap((b) => b.rows.map((r) => r.key)),
  );
  const cents = reports.map((r) => r.disclosure['administrativeFeesWan']?.['amountWan'] ?? null);
  const millionths = add(cents.map((wan) => (wan === null ? null : Math.round(Number(wan) * 1e6))));
  return {
    key,
    coverage: {
      reports: reports.length,
      agencies: new Set(reports.map((r) => r.agency)).size,
      expected: null,
      reportsWithErrors: reports.filter((r) => r.errors > 0).length,
      unstatedCells: {
        activeDisclosure: add(reports.map((r) => r.unstated[0])) ?? 0,
        requests: add(reports.map((r) => r.unstated[1])) ?? 0,
        appeals: add(reports.map((r) => r.unstated[2])) ?? 0,
      },
    },
    tables: {
      activeDisclosure: {
        regulations: documents('regulations'),
        normativeDocuments: documents('normativeDocuments'),
        licensingDecisions: disclosure(['licensingDecisions', 'licensing'], 'decisions'),
        penaltyDecisions: disclosure(['penaltyDecisions', 'penalty'], 'decisions'),
        coercionDecisions: disclosure(['coercionDecisions', 'coercion'], 'decisions'),
        administrativeFeesWan: millionths === null ? null : String(millionths / 1e6),
      },
      requests: {
        received: requests('received'),
        carriedIn: requests('carriedIn'),
        outcomes: outcomeRows
          .filter(({ key: outcome }) => printed.includes(outcome))
          .map(({ key: outcome }) => ({ outcome, counts: requests(outcome) })),
        completed: requests('completed'),
        carriedOut: requests('carriedOut'),
      },
      appeals: {
        reconsideration: appeals('reconsideration'),
        litigationDirect: appeals('litigationDirect'),
        litigationAfterReconsideration: appeals('litigationAfterReconsideration'),
      },
    },
  };
}
