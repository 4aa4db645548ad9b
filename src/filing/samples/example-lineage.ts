import type { LineageKind } from '../../entities/vocabulary.js';
import { makeCreditCode } from '../../registry/credit-code.js';
import { referencePlaceNames } from '../../registry/place-names-of-reference.js';
import { addFigures } from '../synth/add-figures.js';
import { agencyOf } from '../synth/roster.js';
import type { SynthAgency } from '../synth/roster.js';
import type { YearFigures } from '../synth/year-figures.js';

/** Agencies of 示例省 that were renamed or merged while it reports, as the reforms of institutions did to real ones. */

export interface ExampleLineage {
  successor: string;
  kind: LineageKind;
  /** The report of this year is the successor's first one. */
  effectiveOn: string;
  /** The first goes on in the successor; figures of the others come in addition. */
  predecessors: readonly string[];
}

export const exampleLineages: readonly ExampleLineage[] = [
  {
    successor: '砚州市数据和行政审批服务局',
    kind: 'RENAMED',
    effectiveOn: '2024-02-28',
    predecessors: ['砚州市政务服务和数据管理局'],
  },
  {
    successor: '鹭栖县教育体育局',
    kind: 'RENAMED',
    effectiveOn: '2022-05-20',
    predecessors: ['鹭栖县教育局'],
  },
  {
    successor: '麓原地区农业农村和水利局',
    kind: 'MERGED',
    effectiveOn: '2023-04-10',
    predecessors: ['麓原地区农业农村局', '麓原地区水利局'],
  },
];

export interface AgencyYears {
  agency: SynthAgency;
  years: YearFigures[];
}

/** Serial numbers of their credit codes: no region has so many organs. */
const FIRST_SERIAL = 901;

/** The years of all agencies, those of successors before their time under their predecessors' names. */
export const withPredecessors = (
  all: readonly AgencyYears[],
  figuresOf: (agency: SynthAgency) => YearFigures[],
): AgencyYears[] =>
  all.flatMap((one) => {
    const lineage = exampleLineages.find(({ successor }) => successor === one.agency.name);
    return lineage ? parted(one, lineage, figuresOf) : [one];
  });

const parted = (
  { agency, years }: AgencyYears,
  { effectiveOn, predecessors }: ExampleLineage,
  figuresOf: (agency: SynthAgency) => YearFigures[],
): AgencyYears[] => {
  const first = Number(effectiveOn.slice(0, 4));
  const before = predecessors.map((name, i) => {
    const predecessor = predecessorOf(agency, name, i);
    return { agency: predecessor, years: i === 0 ? years : figuresOf(predecessor) };
  });
  const after = years
    .filter(({ year }) => year >= first)
    .map(({ year }) =>
      addFigures(before.flatMap((one) => one.years.filter((figures) => figures.year === year))),
    );
  return [
    ...before.map((one) => ({ ...one, years: one.years.filter(({ year }) => year < first) })),
    { agency, years: after },
  ];
};

const predecessorOf = ({ regionCode }: SynthAgency, name: string, index: number): SynthAgency => {
  const names = referencePlaceNames();
  const region = names.tree.find(regionCode);
  if (!region) throw new Error(`${name} has no region`);
  const unifiedSocialCreditCode = makeCreditCode(regionCode, FIRST_SERIAL + index);
  return agencyOf(names, { organ: name, name, region, unifiedSocialCreditCode });
};
