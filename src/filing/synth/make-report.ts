import type { Edition } from '../../format/form.js';
import { editionOfYear } from '../../format/forms.js';
import type { FilledForm, ReportScope } from '../../format/report.js';
import { blockEditionsOf, fillCells } from './fill-form.js';
import { proseOf } from './prose.js';
import { Random } from './random.js';
import type { SynthAgency } from './roster.js';
import type { YearFigures } from './year-figures.js';

/** One synthetic report, as an import would hand it to filing. */
export interface SynthReport {
  agency: SynthAgency;
  year: number;
  scope: ReportScope;
  revision: number;
  form: FilledForm;
  publishedOn: string;
  status: 'PUBLISHED';
}

export interface MakeOptions {
  scope?: ReportScope;
  /** Another form than the one prescribed for the year. */
  edition?: Edition;
}

/** A report in which every relation holds, published in time. */
export const makeReport = (
  seed: string,
  agency: SynthAgency,
  figures: YearFigures,
  { scope = 'ORGAN', edition = editionOfYear(figures.year) }: MakeOptions = {},
): SynthReport => {
  const { year } = figures;
  const random = new Random(`${seed}/text/${agency.unifiedSocialCreditCode}/${year}/${scope}`);
  const publishedOn = publicationDay(random, agency, year);
  const form: FilledForm = {
    agency: agency.name,
    year,
    scope,
    title: `${agency.name}${year}年政府信息公开工作年度报告`,
    publishedOn,
    unifiedSocialCreditCode: agency.unifiedSocialCreditCode,
    titleYear: year,
    periodYear: year,
    editions: { activeDisclosure: edition, requests: edition, appeals: edition },
    blockEditions: blockEditionsOf(edition),
    cells: fillCells(edition, figures),
    ...proseOf(agency, figures, scope, edition, random),
    findings: [],
  };
  return { agency, year, scope, revision: 1, form, publishedOn, status: 'PUBLISHED' };
};

/** Governments publish by 31 March of the next year, all others by 31 January (Regulation, art. 49). */
const publicationDay = (random: Random, agency: SynthAgency, year: number): string => {
  const government = agency.kind === 'GOVERNMENT' && agency.level !== 'TOWNSHIP';
  const month = government ? random.int(2, 3) : 1;
  const day = random.int(month === 1 ? 8 : 1, 28);
  return `${year + 1}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
};
