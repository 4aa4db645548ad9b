import fc from 'fast-check';
import { blocksOf } from '../../src/format/forms.js';
import type { ReportFilterInput } from '../../src/rollup/shapes.js';
import {
  regions,
  sectors,
  type Figures,
  type World,
  type WorldAgency,
  type WorldReport,
} from '../support/world.js';

/** Worlds of a few agencies and reports in which blanks, versions, scopes and editions are frequent. */

const levels = ['COUNTRY', 'PROVINCE', 'PREFECTURE', 'COUNTY', 'TOWNSHIP'] as const;
const kinds = ['GOVERNMENT', 'DEPARTMENT', 'OTHER_ORGAN'] as const;
const scopes = ['ORGAN', 'GOVERNMENT_LEVEL', 'REGION_CONSOLIDATED'] as const;
const statuses = ['DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED', 'PUBLISHED', 'WITHDRAWN'] as const;
const severities = ['ERROR', 'WARNING', 'INFO'] as const;
const codes = regions.map((region) => region.code);

const count = fc.oneof(fc.constant(null), fc.nat(9), fc.nat(40_000_000_000));
const amount = fc.oneof(
  fc.constant(null),
  fc.nat(2_000_000).map((millionths) => String(millionths / 1e6)),
);

const row = (columns: readonly string[], value: fc.Arbitrary<number | string | null>) =>
  fc
    .tuple(...columns.map(() => value))
    .map((values): Figures => Object.fromEntries(columns.map((c, i) => [c, values[i] ?? null])));

const table = (names: readonly string[], columns: readonly string[]) =>
  fc
    .tuple(...names.map(() => row(columns, count)))
    .map((rows) => Object.fromEntries(names.map((name, i) => [name, rows[i]!])));

const requests = (edition: 'E2019' | 'E2021') => {
  const [block] = blocksOf(edition, 'REQUESTS');
  return table(
    block!.rows.map((r) => r.key),
    block!.columns.map((c) => c.key),
  );
};
/** A table three that is not there: the rows of an edition without a figure. */
const notPrinted = fc.constantFrom('E2019' as const, 'E2021' as const).map((edition) => {
  const rows = blocksOf(edition, 'REQUESTS').flatMap((block) => block.rows);
  return Object.fromEntries(rows.map((r): [string, Figures] => [r.key, { total: null }]));
});
const appeals = () => {
  const [block] = blocksOf('E2021', 'APPEALS');
  return table(
    block!.rows.map((r) => r.key),
    block!.columns.map((c) => c.key),
  );
};

const disclosure2021 = fc.record({
  regulations: row(['issued', 'repealed', 'inForce'], count),
  normativeDocuments: row(['issued', 'repealed', 'inForce'], count),
  licensingDecisions: row(['decisions'], count),
  penaltyDecisions: row(['decisions'], count),
  coercionDecisions: row(['decisions'], count),
  administrativeFeesWan: row(['amountWan'], amount),
});
const disclosure2019 = fc.record({
  regulations: row(['produced', 'disclosed', 'totalDisclosed'], count),
  normativeDocuments: row(['produced', 'disclosed', 'totalDisclosed'], count),
  licensing: row(['itemsLastYear', 'change', 'decisions'], count),
  penalty: row(['itemsLastYear', 'change', 'decisions'], count),
  administrativeFees: row(['itemsLastYear', 'change'], count),
});

const agency = fc.record({
  kind: fc.constantFrom(...kinds),
  level: fc.constantFrom(null, ...levels),
  region: fc.constantFrom(null, ...codes),
  consolidatesInto: fc.constantFrom(null, ...codes),
  sectors: fc.subarray([...sectors]),
});

const edition = fc.constantFrom('E2019' as const, 'E2021' as const, null);

const report = edition.chain((of) =>
  fc.record({
    agency: fc.nat(),
    year: fc.constantFrom(2020, 2023, 2024),
    scope: fc.oneof(
      { weight: 5, arbitrary: fc.constant('ORGAN' as const) },
      fc.constantFrom(...scopes),
    ),
    status: fc.oneof(
      { weight: 4, arbitrary: fc.constant('PUBLISHED' as const) },
      fc.constantFrom(...statuses),
    ),
    region: fc.constantFrom('agency', 'agency', 'agency', ...codes),
    edition: fc.constant(of),
    errors: fc.nat(1),
    warnings: fc.nat(1),
    infos: fc.nat(1),
    unstated: fc.tuple(fc.nat(5), fc.nat(5), fc.nat(5)),
    requests: of ? requests(of) : notPrinted,
    appeals: fc.oneof(fc.constant({}), appeals()),
    disclosure: fc.oneof(disclosure2019, disclosure2021),
  }),
);

export const worlds: fc.Arbitrary<World> = fc
  .tuple(
    fc.array(agency, { minLength: 4, maxLength: 7, size: 'max' }),
    fc.array(report, { minLength: 8, maxLength: 24, size: 'max' }),
  )
  .map(([drawn, reports]) => {
    const agencies: WorldAgency[] = drawn.map((a, i) => ({
      ...a,
      id: i + 1,
      name: `机关${9 - i}`,
    }));
    const revisions = new Map<string, number>();
    return {
      agencies,
      reports: reports.map((r, i): WorldReport => {
        const of = agencies[r.agency % agencies.length]!;
        const key = `${of.id}/${r.year}/${r.scope}`;
        const revision = (revisions.get(key) ?? 0) + 1;
        revisions.set(key, revision);
        const region = r.region === 'agency' ? of.region : r.region;
        return { ...r, id: i + 1, agency: of.id, revision, region };
      }),
    };
  });

/** Mostly absent, now and then some of the values, seldom an empty list. */
const some = <T>(values: readonly T[]) =>
  fc.oneof(
    { weight: 25, arbitrary: fc.constant(null) },
    { weight: 5, arbitrary: fc.subarray([...values], { minLength: 1 }) },
    { weight: 1, arbitrary: fc.constant([] as T[]) },
  );

export const filters: fc.Arbitrary<ReportFilterInput> = fc.record(
  {
    years: some([2020, 2023, 2024, 1999]),
    regions: some(codes),
    levels: some(levels),
    kinds: some(kinds),
    sectors: some(sectors),
    agencies: some(['1', '2', '3']),
    editions: some(['E2019', 'E2021'] as const),
    scopes: some(scopes),
    statuses: some(statuses),
    withFindings: some(severities),
    withoutFindings: some(severities),
  },
  { requiredKeys: [] },
);
