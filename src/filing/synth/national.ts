import type { PlaceNames } from '../../registry/place-names.js';
import type { SynthReport } from './make-report.js';
import { makeReport } from './make-report.js';
import { nationalPlan } from './national-plan.js';
import { faults, plantFault, type FaultName } from './plant-fault.js';
import { Random } from './random.js';
import { agencyOf, seatsOf } from './roster.js';
import type { Seat, SynthAgency } from './roster.js';
import { figuresOf } from './synthesize.js';
import type { YearFigures } from './year-figures.js';

/** Reports of the national shape, the same for the same seed and number. */
export interface NationalOptions {
  seed: string;
  /** How many reports, revisions among them. */
  reports: number;
}

/** Ten report years, two of them in the form of 2019. */
export const nationalYears = { firstYear: 2015, lastYear: 2024 } as const;
const YEARS = nationalYears.lastYear - nationalYears.firstYear + 1;

/** Shares of reports that were never published, that have an error, and that were put right by a second one. */
const MISSING = 0.03;
const FAULTY = 0.06;
const REVISED = 0.02;

/** Reports of an agency over the years, on average. */
const EACH = YEARS * (1 - MISSING) * (1 + REVISED);

/**
 * Agency by agency, each with its years in their order: the governments of provinces and prefectures first, so that also
 * a small number covers the country, then agencies of every level from all over it.
 */
export function* nationalReports(
  names: PlaceNames,
  { seed, reports }: NationalOptions,
): Generator<SynthReport> {
  let left = reports;
  for (const agency of chosenAgencies(names, seed, Math.ceil(reports / EACH))) {
    for (const report of reportsOf(seed, agency)) {
      if (left === 0) return;
      left -= 1;
      yield report;
    }
  }
  if (left > 0) throw new RangeError(`the country has ${reports - left} reports at most`);
}

/** Governments first; of the others as many as are wanted, from all over the country; behind them all the rest. */
function* chosenAgencies(names: PlaceNames, seed: string, wanted: number): Generator<SynthAgency> {
  const all = [...nationalSeats(names)];
  const [leading, others] = [all.filter(isLeading), all.filter((seat) => !isLeading(seat))];
  const share = Math.max(0, wanted - leading.length) / others.length;
  const isChosen = ({ unifiedSocialCreditCode }: Seat): boolean =>
    new Random(`${seed}/chosen/${unifiedSocialCreditCode}`).next() < share;
  const inOrder = function* (): Generator<Seat> {
    yield* leading;
    yield* others.filter(isChosen);
    yield* others.filter((seat) => !isChosen(seat));
  };
  for (const seat of inOrder()) yield agencyOf(names, seat);
}

const isLeading = ({ organ, region: { level } }: Seat): boolean =>
  organ === '人民政府' && (level === 'PROVINCE' || level === 'PREFECTURE');

/** Taiwan, Hong Kong and Macao, where the Regulation does not apply. */
const ELSEWHERE = /^(?:71|81|82)/;

/** Every agency of the 31 provinces, one province after the other. */
export function* nationalSeats(names: PlaceNames): Generator<Seat> {
  const country = names.tree.find('000000');
  if (!country) throw new Error('the country is missing from data/');
  for (const province of names.tree.children(country)) {
    if (province.validUntil !== null || ELSEWHERE.test(province.code)) continue;
    yield* seatsOf(names.tree, province, nationalPlan);
  }
}

const faultNames = Object.keys(faults) as [FaultName, ...FaultName[]];

function* reportsOf(seed: string, agency: SynthAgency): Generator<SynthReport> {
  for (const figures of figuresOf({ seed, ...nationalYears }, agency)) {
    yield* published(seed, agency, figures);
  }
}

function* published(
  seed: string,
  agency: SynthAgency,
  figures: YearFigures,
): Generator<SynthReport> {
  const random = new Random(`${seed}/fate/${agency.unifiedSocialCreditCode}/${figures.year}`);
  if (random.chance(MISSING)) return;
  const right = makeReport(seed, agency, figures);
  const isRevised = random.chance(REVISED);
  if (!isRevised && !random.chance(FAULTY)) {
    yield right;
    return;
  }
  if (!isRevised) {
    yield plantFault(random.pick(faultNames), right, figures);
    return;
  }
  const first = faultNames.indexOf(random.pick(faultNames));
  const wrong = [...faultNames.slice(first), ...faultNames.slice(0, first)]
    .map((fault) => plantFault(fault, right, figures))
    .find((report) => hasOtherFigures(report, right));
  if (wrong) yield wrong;
  yield wrong ? { ...right, revision: 2 } : right;
}

/** Without a document, a report with the same figures is the same report. */
const hasOtherFigures = (one: SynthReport, other: SynthReport): boolean =>
  one.form.cells.length !== other.form.cells.length ||
  one.form.cells.some(({ value }, i) => value !== other.form.cells[i]?.value);
