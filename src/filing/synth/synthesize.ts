import { makeReport } from './make-report.js';
import type { SynthReport } from './make-report.js';
import { profileOf, temperOf } from './profile.js';
import type { Temper } from './profile.js';
import type { SynthAgency } from './roster.js';
import { yearsOf } from './year-figures.js';
import type { YearFigures } from './year-figures.js';

/** Synthetic reports without end: the same for the same seed, agency by agency, in constant memory. */
export interface SynthOptions {
  seed: string;
  /** Any number, e.g. straight from `rosterOf`. */
  agencies: Iterable<SynthAgency>;
  firstYear: number;
  lastYear: number;
  /** Tempers of areas by code; areas without one get theirs from the seed. */
  tempers?: Readonly<Record<string, Temper>>;
}

/** An agency's figures from the first year to the last; they do not depend on other agencies. */
export const figuresOf = (
  { seed, firstYear, lastYear, tempers }: Omit<SynthOptions, 'agencies'>,
  agency: SynthAgency,
): YearFigures[] => {
  const temper = tempers?.[agency.areaCode] ?? temperOf(seed, agency.areaCode);
  const profile = profileOf(seed, agency, temper);
  const years: YearFigures[] = [];
  const endless = yearsOf(`${seed}/years/${agency.unifiedSocialCreditCode}`, profile, firstYear);
  for (const figures of endless) {
    if (figures.year > lastYear) break;
    years.push(figures);
  }
  return years;
};

/** Every agency's ORGAN reports, oldest year first; every relation of the form and between years holds. */
export function* synthesize(options: SynthOptions): Generator<SynthReport> {
  for (const agency of options.agencies) {
    for (const figures of figuresOf(options, agency)) {
      yield makeReport(options.seed, agency, figures);
    }
  }
}
