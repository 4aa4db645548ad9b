import { outcomeKeys } from './profile.js';
import type { Profile } from './profile.js';
import { Random } from './random.js';

/** The figures of one agency, year after year, in which every relation of the form and between years holds. */

/** By the six kinds of applicant. */
export type Applicants = readonly number[];

export interface Documents {
  issued: number;
  repealed: number;
  inForce: number;
  /** Of the 2019 form: all that was ever disclosed. */
  totalDisclosed: number;
}

/** Numbers of items in the catalogue, of which the 2019 form prints last year's and the change. */
export interface Items {
  lastYear: number;
  change: number;
}

export interface YearFigures {
  year: number;
  received: Applicants;
  carriedIn: Applicants;
  /** By row key of the 2021 form. */
  outcomes: ReadonlyMap<string, Applicants>;
  completed: Applicants;
  carriedOut: Applicants;
  /** Upheld, corrected, other result, pending. */
  reconsideration: readonly number[];
  litigationDirect: readonly number[];
  litigationAfterReconsideration: readonly number[];
  regulations: Documents;
  normativeDocuments: Documents;
  licences: number;
  penalties: number;
  coercions: number;
  /** In fen, the sixth decimal of 万元. */
  feesFen: number;
  items: Readonly<Record<'licensing' | 'otherServices' | 'penalty' | 'coercion' | 'fees', Items>>;
  procurementProjects: number;
  procurementFen: number;
  /** Pieces of information put on the website. */
  published: number;
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** Years in which people asked less (2020, 2022) and more. */
const SEASON: Readonly<Record<number, number>> = { 2020: 0.9, 2022: 0.94, 2023: 1.06 };

/** One entry a year from `first` on, without end; the same whichever of them are used. */
export function* yearsOf(seed: string, profile: Profile, first: number): Generator<YearFigures> {
  const random = new Random(seed);
  let carriedOut: Applicants = random.split(
    random.count(profile.requests * profile.carried),
    profile.applicants,
  );
  let regulations = firstDocuments(random, profile.regulations);
  let normativeDocuments = firstDocuments(random, profile.normativeDocuments);
  for (let year = first; ; year++) {
    const requests = requestsOf(random, profile, year, first, carriedOut);
    carriedOut = requests.carriedOut;
    regulations = nextDocuments(random, profile.regulations, regulations);
    normativeDocuments = nextDocuments(random, profile.normativeDocuments, normativeDocuments);
    yield {
      year,
      ...requests,
      ...appealsOf(random, sum(requests.completed), profile.appealed),
      regulations,
      normativeDocuments,
      ...activitiesOf(random, profile),
    };
  }
}

type Requests = Pick<
  YearFigures,
  'received' | 'carriedIn' | 'outcomes' | 'completed' | 'carriedOut'
>;

const requestsOf = (
  random: Random,
  profile: Profile,
  year: number,
  first: number,
  carriedIn: Applicants,
): Requests => {
  const trend = profile.growth ** (year - first) * (SEASON[year] ?? 1);
  const mean = profile.requests * trend * random.heavyTail(0.18);
  const received = random.split(random.count(mean), profile.applicants);
  const open = received.map((n, i) => n + (carriedIn[i] ?? 0));
  const carriedOut = open.map((n) => random.binomial(n, profile.carried));
  const completed = open.map((n, i) => n - (carriedOut[i] ?? 0));
  const weights = outcomeKeys.map((key) => profile.outcomes.get(key) ?? 0);
  const byApplicant = completed.map((n) => random.split(n, weights));
  const outcomes = new Map(
    outcomeKeys.map((key, row) => [key, byApplicant.map((column) => column[row] ?? 0)]),
  );
  return { received, carriedIn, outcomes, completed, carriedOut };
};

type Appeals = Pick<
  YearFigures,
  'reconsideration' | 'litigationDirect' | 'litigationAfterReconsideration'
>;

const appealsOf = (random: Random, completed: number, share: number): Appeals => {
  const reconsidered = random.binomial(completed, share);
  return {
    reconsideration: random.split(reconsidered, [58, 14, 20, 8]),
    litigationDirect: random.split(random.binomial(completed, share * 0.25), [62, 8, 14, 16]),
    litigationAfterReconsideration: random.split(
      random.binomial(reconsidered, 0.28),
      [66, 7, 10, 17],
    ),
  };
};

const firstDocuments = (random: Random, mean: number): Documents => {
  const inForce = random.count(mean * 7);
  return { issued: 0, repealed: 0, inForce, totalDisclosed: inForce + random.count(mean * 3) };
};

const nextDocuments = (random: Random, mean: number, last: Documents): Documents => {
  const issued = random.count(mean);
  const repealed = random.binomial(last.inForce, 0.09);
  return {
    issued,
    repealed,
    inForce: last.inForce + issued - repealed,
    totalDisclosed: last.totalDisclosed + issued,
  };
};

type Activities = Omit<
  YearFigures,
  keyof Requests | keyof Appeals | 'year' | 'regulations' | 'normativeDocuments'
>;

const activitiesOf = (random: Random, profile: Profile): Activities => {
  const around = (mean: number): number => Math.round(mean * random.heavyTail(0.15));
  const items = (mean: number): Items => {
    const lastYear = mean > 0.5 ? random.count(8 + Math.log2(1 + mean) * 4) : 0;
    return { lastYear, change: lastYear === 0 ? 0 : random.int(-2, 3) };
  };
  return {
    licences: around(profile.licences),
    penalties: around(profile.penalties),
    coercions: around(profile.coercions),
    feesFen: profile.fees > 0 ? around(profile.fees * 1_000_000) : 0,
    items: {
      licensing: items(profile.licences),
      otherServices: items(profile.licences / 4),
      penalty: items(profile.penalties * 3),
      coercion: items(profile.coercions),
      fees: { lastYear: profile.fees > 0 ? random.int(1, 6) : 0, change: 0 },
    },
    procurementProjects: random.count(6),
    procurementFen: random.int(40_000, 900_000_000),
    published: 40 + random.count(180 * (1 + profile.requests / 20)),
  };
};
