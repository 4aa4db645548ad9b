import type { Database } from '../../src/entities/database.js';
import { keepWorld } from './keep-world.js';
import { beside } from './small-country-beside.js';
import {
  aReport,
  anAgency,
  storePlaces,
  storeWorld,
  type Figures,
  type World,
  type WorldReport,
} from './world.js';

/**
 * A dozen agencies with figures small enough to add by hand. In table three the first of two numbers are natural
 * persons, the second business enterprises; every other column is zero and 总计 their sum.
 */

type Pair = number | readonly [number, number];

const counts = (pair: Pair): Figures => {
  const [naturalPerson, businessEnterprise] = typeof pair === 'number' ? [pair, 0] : pair;
  return {
    naturalPerson,
    businessEnterprise,
    researchInstitution: 0,
    publicInterestOrganization: 0,
    legalServiceAgency: 0,
    otherOrganization: 0,
    total: naturalPerson + businessEnterprise,
  };
};

const OUTCOMES_2021 = [
  ...['GRANTED', 'PARTIALLY_GRANTED', 'STATE_SECRET', 'PROHIBITED_BY_LAW'],
  ...['SECURITY_AND_STABILITY', 'THIRD_PARTY_RIGHTS', 'INTERNAL_AFFAIRS', 'DELIBERATIVE_PROCESS'],
  ...['ENFORCEMENT_CASE_FILE', 'ADMINISTRATIVE_QUERY', 'NOT_HELD', 'NEEDS_CREATION'],
  ...['UNCLEAR_AFTER_CORRECTION', 'PETITION_OR_COMPLAINT', 'DUPLICATE_REQUEST'],
  ...['PUBLISHED_MATERIAL', 'EXCESSIVE_REQUESTS', 'CONFIRMATION_OR_REISSUE'],
];
const OTHER_2021 = ['CORRECTION_OVERDUE', 'FEE_UNPAID', 'OTHER_REASON'];
const OTHER_2019 = ['UNSPECIFIED_OTHER'];

/** Received, carried in, decided how, carried out. */
type Requests = readonly [Pair, Pair, Readonly<Record<string, Pair>>, Pair];

function requests(
  [received, carriedIn, decided, carriedOut]: Requests,
  year: number,
): WorldReport['requests'] {
  const keys = [...OUTCOMES_2021, ...(year < 2021 ? OTHER_2019 : OTHER_2021)];
  const outcomes = Object.fromEntries(keys.map((key) => [key, counts(decided[key] ?? 0)]));
  const sumOf = (column: string): number =>
    Object.values(outcomes).reduce((sum, row) => sum + Number(row[column]), 0);
  return {
    received: counts(received),
    carriedIn: counts(carriedIn),
    ...outcomes,
    completed: counts([sumOf('naturalPerson'), sumOf('businessEnterprise')]),
    carriedOut: counts(carriedOut),
  };
}

const result = (
  upheld: number,
  corrected: number,
  otherResult: number,
  pending: number,
): Figures => ({
  upheld,
  corrected,
  otherResult,
  pending,
  total: upheld + corrected + otherResult + pending,
});

const appeals = (
  reconsideration: Figures,
  litigationDirect = result(0, 0, 0, 0),
): WorldReport['appeals'] => ({
  reconsideration,
  litigationDirect,
  litigationAfterReconsideration: result(0, 0, 0, 0),
});

const HENAN_POLICE = 1;
const ZHOUKOU_POLICE = 2;
const ZHOUKOU_EDUCATION = 3;
const CHUANHUI_EDUCATION = 4;
const CHUANHUI_GOVERNMENT = 5;
const ZHOUKOU_GOVERNMENT = 6;
const ZHOUKOU_TAX = 7;
const DONGCHENG_POLICE = 8;
const JIYUAN_EDUCATION = 9;
const FICTIONAL_POLICE = 10;
const OLD_EDUCATION = 11;
const UNDECIDED_EDUCATION = 12;

const police = { sectors: ['PUBLIC_SECURITY'] };
const education = { sectors: ['EDUCATION'] };
const zhoukou = { region: '411600', consolidatesInto: '411600', level: 'PREFECTURE' } as const;
const chuanhui = { region: '411602', consolidatesInto: '411602', level: 'COUNTY' } as const;

const agencies: World['agencies'] = [
  anAgency({ id: HENAN_POLICE, name: '河南省公安厅', ...police }),
  anAgency({ id: ZHOUKOU_POLICE, name: '周口市公安局', ...zhoukou, ...police }),
  anAgency({ id: ZHOUKOU_EDUCATION, name: '周口市教育局', ...zhoukou, ...education }),
  anAgency({ id: CHUANHUI_EDUCATION, name: '川汇区教育体育局', ...chuanhui, ...education }),
  anAgency({ id: CHUANHUI_GOVERNMENT, name: '川汇区人民政府', ...chuanhui, kind: 'GOVERNMENT' }),
  anAgency({ id: ZHOUKOU_GOVERNMENT, name: '周口市人民政府', ...zhoukou, kind: 'GOVERNMENT' }),
  anAgency({
    id: ZHOUKOU_TAX,
    name: '国家税务总局周口市税务局',
    ...{ region: '411600', level: 'COUNTRY', consolidatesInto: null },
    sectors: ['TAXATION'],
  }),
  anAgency({
    id: DONGCHENG_POLICE,
    name: '北京市公安局东城分局',
    ...{ region: '110101', consolidatesInto: '110000', kind: 'DISPATCHED_BODY' },
    ...police,
  }),
  anAgency({
    id: JIYUAN_EDUCATION,
    name: '济源市教育体育局',
    ...{ region: '419001', consolidatesInto: '419001', level: 'COUNTY' },
    ...education,
  }),
  anAgency({
    id: FICTIONAL_POLICE,
    name: '甲市公安局',
    ...{ region: '990100', consolidatesInto: '990100', level: 'PREFECTURE' },
    ...police,
  }),
  anAgency({ id: OLD_EDUCATION, name: '周口市教育委员会', ...zhoukou, ...education }),
  anAgency({
    id: UNDECIDED_EDUCATION,
    name: '鼓楼区教育局',
    ...{ region: null, consolidatesInto: null, level: 'COUNTY' },
    ...education,
  }),
];

const regionOfAgency = (id: number): string | null =>
  agencies.find((agency) => agency.id === id)?.region ?? null;

const report = (
  id: number,
  agency: number,
  year: number,
  filed: Requests,
  more: Partial<WorldReport> = {},
): WorldReport =>
  aReport({
    id,
    agency,
    year,
    region: regionOfAgency(agency),
    edition: year < 2021 ? 'E2019' : 'E2021',
    requests: requests(filed, year),
    appeals: appeals(result(0, 0, 0, 0)),
    ...more,
  });

const cases = {
  GRANTED: [8, 2],
  PARTIALLY_GRANTED: 2,
  THIRD_PARTY_RIGHTS: 3,
  NOT_HELD: 15,
} as const;

const reports: readonly WorldReport[] = [
  report(
    ...([101, HENAN_POLICE, 2024] as const),
    [
      [70, 30],
      10,
      {
        GRANTED: [30, 10],
        PARTIALLY_GRANTED: 10,
        STATE_SECRET: 5,
        NOT_HELD: 20,
        PETITION_OR_COMPLAINT: 15,
        OTHER_REASON: 5,
      },
      15,
    ],
    {
      appeals: appeals(result(3, 0, 0, 1), result(1, 1, 0, 0)),
      disclosure: {
        licensingDecisions: { decisions: 2_147_483_647 },
        administrativeFeesWan: { amountWan: '0.5' },
      },
    },
  ),
  report(202, ZHOUKOU_POLICE, 2024, [32, 0, cases, 2], {
    revision: 2,
    appeals: appeals(result(1, 1, 0, 0), result(2, 0, 0, 0)),
    disclosure: {
      regulations: { issued: 0, repealed: 0, inForce: 0 },
      normativeDocuments: { issued: 1, repealed: 2, inForce: 14 },
      licensingDecisions: { decisions: 1_761_224 },
      penaltyDecisions: { decisions: 4544 },
      coercionDecisions: { decisions: 12_687 },
      administrativeFeesWan: { amountWan: '12313.437' },
    },
  }),
  report(102, ZHOUKOU_POLICE, 2024, [31, 0, { GRANTED: 31 }, 0]),
  report(203, ZHOUKOU_POLICE, 2024, [33, 0, { GRANTED: 33 }, 0], {
    revision: 3,
    status: 'SUBMITTED',
  }),
  report(103, ZHOUKOU_POLICE, 2023, [20, 2, { GRANTED: 12, NOT_HELD: 10 }, 0], {
    disclosure: { normativeDocuments: { issued: 3, repealed: 0, inForce: 15 } },
  }),
  report(104, ZHOUKOU_POLICE, 2022, [10, 0, { GRANTED: 8 }, 2]),
  report(105, ZHOUKOU_POLICE, 2020, [5, 0, { GRANTED: 4, UNSPECIFIED_OTHER: 1 }, 0], {
    disclosure: {
      licensing: { itemsLastYear: 7, change: -3, decisions: 100 },
      procurement: { projects: 2, amountYuan: '1234.50' },
    },
  }),
  report(106, ZHOUKOU_EDUCATION, 2024, [8, 0, { GRANTED: 6, INTERNAL_AFFAIRS: 2 }, 0], {
    warnings: 1,
  }),
  report(107, CHUANHUI_EDUCATION, 2024, [4, 0, { GRANTED: 1, ENFORCEMENT_CASE_FILE: 3 }, 0], {
    errors: 1,
    unstated: [8, 1, 0],
  }),
  report(108, CHUANHUI_GOVERNMENT, 2024, [20, 0, { GRANTED: 12, NOT_HELD: 8 }, 0]),
  report(109, ZHOUKOU_GOVERNMENT, 2024, [50, 0, { GRANTED: 30, NOT_HELD: 20 }, 0]),
  report(
    ...([110, ZHOUKOU_GOVERNMENT, 2024] as const),
    [
      115,
      0,
      {
        GRANTED: [57, 2],
        PARTIALLY_GRANTED: 2,
        THIRD_PARTY_RIGHTS: 3,
        INTERNAL_AFFAIRS: 2,
        ENFORCEMENT_CASE_FILE: 3,
        NOT_HELD: 43,
      },
      2,
    ],
    { scope: 'REGION_CONSOLIDATED', appeals: appeals(result(1, 1, 0, 0), result(2, 0, 0, 0)) },
  ),
  report(111, ZHOUKOU_TAX, 2024, [6, 0, { GRANTED: 6 }, 0]),
  report(112, DONGCHENG_POLICE, 2024, [40, 0, { GRANTED: 10, PETITION_OR_COMPLAINT: 30 }, 0]),
  report(113, JIYUAN_EDUCATION, 2024, [3, 0, { UNCLEAR_AFTER_CORRECTION: 3 }, 0]),
  report(114, FICTIONAL_POLICE, 2024, [1000, 0, { GRANTED: 1000 }, 0]),
  report(115, UNDECIDED_EDUCATION, 2024, [7, 0, { GRANTED: 7 }, 0]),
  report(116, OLD_EDUCATION, 2022, [9, 0, { GRANTED: 9 }, 0]),
];

/** Stores the country into an empty database. */
export async function storeSmallCountry(db: Database): Promise<void> {
  await storePlaces(db);
  await storeWorld(db, { agencies, reports });
  for (const statement of beside) await db.query(statement);
  await keepWorld(db);
}
