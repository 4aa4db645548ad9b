import { referenceRegions } from '../../registry/reference.js';
import { addFigures, withMoreRequests } from '../synth/add-figures.js';
import { makeReport } from '../synth/make-report.js';
import type { SynthReport } from '../synth/make-report.js';
import { plantFault } from '../synth/plant-fault.js';
import type { Temper } from '../synth/profile.js';
import type { SynthAgency } from '../synth/roster.js';
import { figuresOf } from '../synth/synthesize.js';
import type { YearFigures } from '../synth/year-figures.js';
import {
  consolidatingGovernments,
  missingReports,
  plantedFaults,
  revisedReports,
  uncountedRequests,
} from './example-faults.js';
import { withPredecessors } from './example-lineage.js';
import type { AgencyYears } from './example-lineage.js';
import { exampleRoster } from './example-roster.js';

/** The synthetic reports of 示例省, the same at every start: five years of some 300 agencies. */

const SEED = 'example-province';
export const exampleYears = { firstYear: 2020, lastYear: 2024 } as const;
const FIRST_CONSOLIDATED = 2022;

/** 枫浦市 refuses three times as often as 砚州市, whose requests grow; 麓原地区 is asked less every year. */
const tempers: Readonly<Record<string, Temper>> = {
  '990000': { refusal: 1, growth: 1.04 },
  '990100': { refusal: 0.7, growth: 1.12 },
  '990200': { refusal: 1.1, growth: 1.06 },
  '990300': { refusal: 2.4, growth: 1.05 },
  '992100': { refusal: 1.5, growth: 0.97 },
};

/** Oldest year first, within a year by agency; a revision follows the one it replaces. */
export const exampleReports = (): SynthReport[] => {
  const options = { seed: SEED, ...exampleYears, tempers };
  const yearsOf = (agency: SynthAgency): YearFigures[] => figuresOf(options, agency);
  const roster = exampleRoster().map((agency) => ({ agency, years: yearsOf(agency) }));
  const all = withPredecessors(roster, yearsOf);
  const own = all.flatMap(({ agency, years }) => years.flatMap((f) => published(agency, f)));
  return [...own, ...consolidated(all)].sort((a, b) => a.year - b.year);
};

/** Nothing where the report is missing, two where it was revised. */
const published = (agency: SynthAgency, figures: YearFigures): SynthReport[] => {
  const isThis = (one: { agency: string; year: number }): boolean =>
    one.agency === agency.name && one.year === figures.year;
  if (missingReports.some(([name, year]) => isThis({ agency: name, year }))) return [];
  const right = makeReport(SEED, agency, figures);
  const planted = plantedFaults.find(isThis);
  if (planted) return [plantFault(planted.fault, right, figures)];
  const revised = revisedReports.find(isThis);
  if (!revised) return [right];
  return [plantFault(revised.fault, right, figures), { ...right, revision: 2 }];
};

const consolidated = (all: readonly AgencyYears[]): SynthReport[] =>
  all
    .filter(({ agency }) => consolidatingGovernments.includes(agency.name))
    .flatMap(({ agency, years }) =>
      years
        .filter(({ year }) => year >= FIRST_CONSOLIDATED)
        .map(({ year }) =>
          makeReport(SEED, agency, areaFigures(agency, year, all), {
            scope: 'REGION_CONSOLIDATED',
          }),
        ),
    );

const areaFigures = (
  government: SynthAgency,
  year: number,
  all: readonly AgencyYears[],
): YearFigures => {
  const tree = referenceRegions();
  const area = tree.find(government.regionCode);
  const members = all.filter(({ agency }) => {
    const into = agency.consolidatesInto === null ? null : tree.find(agency.consolidatesInto);
    return area !== null && into !== null && tree.contains(area, into);
  });
  const sum = addFigures(
    members.flatMap(({ years }) => years.filter((figures) => figures.year === year)),
  );
  const { agency, year: when, requests } = uncountedRequests;
  return agency === government.name && year === when ? withMoreRequests(sum, requests) : sum;
};
