import type { SynthAgency } from './roster.js';
import { Random } from './random.js';

/** What kind of reporter an agency is: the means around which its years vary. */

/** How an area differs from the country's habit, as factors. */
export interface Temper {
  /** On the share of refusals. */
  refusal: number;
  /** On the number of requests from year to year. */
  growth: number;
}

export interface Profile {
  /** Requests in the first year. */
  requests: number;
  growth: number;
  /** Weights of the six kinds of applicant. */
  applicants: readonly number[];
  /** Weights of the outcomes by row key of the 2021 form. */
  outcomes: ReadonlyMap<string, number>;
  /** Share of requests that are not finished in their year. */
  carried: number;
  /** Share of finished requests that go to reconsideration, and to court. */
  appealed: number;
  licences: number;
  penalties: number;
  coercions: number;
  /** In 万元. */
  fees: number;
  normativeDocuments: number;
  regulations: number;
}

type Activity = 'requests' | 'licences' | 'penalties' | 'coercions' | 'fees';
type Means = Partial<Record<Activity, number>>;

/** Means of a county's bureau; of a prefecture × 4, of a province × 10. */
const SECTORS: Readonly<Record<string, Means>> = {
  GOV_OFFICE: { requests: 45 },
  NATURAL_RESOURCES: { requests: 30, licences: 900, penalties: 25, fees: 260 },
  HOUSING: { requests: 16, licences: 420, penalties: 18, fees: 90 },
  PUBLIC_SECURITY: { requests: 9, licences: 26000, penalties: 5200, coercions: 2400, fees: 180 },
  MARKET_REGULATION: { requests: 8, licences: 9500, penalties: 210, coercions: 14, fees: 12 },
  DATA_GOVSERVICE: { requests: 3, licences: 5200 },
  URBAN_MANAGEMENT: { requests: 6, licences: 160, penalties: 640, coercions: 35, fees: 20 },
  TRANSPORT: { requests: 4, licences: 1300, penalties: 320, coercions: 45, fees: 8 },
  ECOLOGY: { requests: 5, licences: 90, penalties: 45, coercions: 4 },
  HEALTH: { requests: 3, licences: 700, penalties: 60, fees: 3 },
  AGRICULTURE: { requests: 6, licences: 240, penalties: 30, fees: 2 },
  EDUCATION: { requests: 4, licences: 45, fees: 75 },
  HUMAN_RESOURCES: { requests: 6, licences: 120, penalties: 9, fees: 6 },
  CIVIL_AFFAIRS: { requests: 4, licences: 30, penalties: 2 },
  FINANCE: { requests: 3, licences: 12 },
  EMERGENCY: { requests: 2, licences: 150, penalties: 40, coercions: 3 },
  WATER: { requests: 3, licences: 60, penalties: 8, fees: 30 },
  CULTURE_TOURISM: { requests: 1, licences: 70, penalties: 12 },
  TAX: { requests: 3, licences: 600, penalties: 150, coercions: 20 },
  ZONE: { requests: 14, licences: 300, penalties: 20, fees: 10 },
  TOWN: { requests: 3, licences: 8, penalties: 1 },
  STREET: { requests: 4, licences: 2, penalties: 3 },
};
const OTHERS: Means = { requests: 2, licences: 15, penalties: 2 };
const BY_LEVEL: Readonly<Record<string, number>> = { PROVINCE: 10, PREFECTURE: 4 };

/** Weights of the outcomes in the country at large, in hundredths. */
const OUTCOMES: Readonly<Record<string, number>> = {
  GRANTED: 40,
  PARTIALLY_GRANTED: 6,
  STATE_SECRET: 0.1,
  PROHIBITED_BY_LAW: 0.9,
  SECURITY_AND_STABILITY: 0.3,
  THIRD_PARTY_RIGHTS: 1.8,
  INTERNAL_AFFAIRS: 1.5,
  DELIBERATIVE_PROCESS: 1.7,
  ENFORCEMENT_CASE_FILE: 2.2,
  ADMINISTRATIVE_QUERY: 1.5,
  NOT_HELD: 23,
  NEEDS_CREATION: 3,
  UNCLEAR_AFTER_CORRECTION: 1.5,
  PETITION_OR_COMPLAINT: 5,
  DUPLICATE_REQUEST: 2.5,
  PUBLISHED_MATERIAL: 0.3,
  EXCESSIVE_REQUESTS: 0.5,
  CONFIRMATION_OR_REISSUE: 0.7,
  CORRECTION_OVERDUE: 3,
  FEE_UNPAID: 0.1,
  OTHER_REASON: 4.4,
};
const REFUSED = new Set([
  'STATE_SECRET',
  'PROHIBITED_BY_LAW',
  'SECURITY_AND_STABILITY',
  'THIRD_PARTY_RIGHTS',
  'INTERNAL_AFFAIRS',
  'DELIBERATIVE_PROCESS',
  'ENFORCEMENT_CASE_FILE',
  'ADMINISTRATIVE_QUERY',
]);

/** Keys of the outcomes of the 2021 form, in printed order. */
export const outcomeKeys: readonly string[] = Object.keys(OUTCOMES);

const outcomesOf = (random: Random, temper: Temper): Map<string, number> =>
  new Map(
    Object.entries(OUTCOMES).map(([key, weight]) => [
      key,
      weight * random.heavyTail(0.35) * (REFUSED.has(key) ? temper.refusal : 1),
    ]),
  );

/** Temper of an area where none is given: refusal rates differ by a factor of four between areas. */
export const temperOf = (seed: string, areaCode: string): Temper => {
  const random = new Random(`${seed}/area/${areaCode}`);
  return { refusal: random.heavyTail(0.45), growth: 1.05 + 0.04 * random.normal() };
};

export const profileOf = (seed: string, agency: SynthAgency, temper: Temper): Profile => {
  const random = new Random(`${seed}/agency/${agency.unifiedSocialCreditCode}`);
  const known = SECTORS[agency.sectors[0] ?? ''] ?? OTHERS;
  const scale = (BY_LEVEL[agency.level] ?? 1) * (agency.kind === 'DISPATCHED_BODY' ? 0.3 : 1);
  const mean = (key: Activity): number =>
    (known[key] ?? 0) * scale * random.heavyTail(key === 'requests' ? 0.7 : 0.5);
  return {
    requests: mean('requests'),
    growth: temper.growth,
    applicants: [86, 7.5, 0.5, 0.6, 3.2, 2.2].map((weight) => weight * random.heavyTail(0.4)),
    outcomes: outcomesOf(random, temper),
    carried: 0.03 + 0.06 * random.next(),
    appealed: 0.02 + 0.06 * random.next(),
    licences: mean('licences'),
    penalties: mean('penalties'),
    coercions: mean('coercions'),
    fees: mean('fees'),
    normativeDocuments: documentsOf(agency) * random.heavyTail(0.5),
    regulations: makesRegulations(agency) ? 2.5 : 0,
  };
};

const isLocalGovernment = ({ kind, level, sectors }: SynthAgency): boolean =>
  kind === 'GOVERNMENT' && level !== 'TOWNSHIP' && sectors.includes('GOV_OFFICE');

/** Governments of provinces and of cities with districts (立法法 art. 93). */
const makesRegulations = (agency: SynthAgency): boolean =>
  isLocalGovernment(agency) && (agency.level === 'PROVINCE' || agency.level === 'PREFECTURE');

const documentsOf = (agency: SynthAgency): number => {
  if (isLocalGovernment(agency)) return 9;
  if (agency.kind !== 'DEPARTMENT' || agency.level === 'COUNTRY') return 0.05;
  return agency.level === 'COUNTY' ? 0.3 : 2;
};
