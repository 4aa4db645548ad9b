import type { FilledForm } from '../../format/report.js';
import type { Page } from '../page.js';
import { agencyOf } from './agency.js';
import { creditCodeOf } from './credit-code.js';
import { linesOf } from './plain.js';
import type { Line } from './plain.js';
import { publishedOn } from './published-on.js';
import { scopeOf } from './scope.js';
import { readSections } from './sections.js';
import { findTitle } from './title.js';
import { yearsOf } from './year.js';

/** What a document says about itself, outside its tables. */
export type Facts = Pick<
  FilledForm,
  | 'agency'
  | 'year'
  | 'scope'
  | 'title'
  | 'publishedOn'
  | 'unifiedSocialCreditCode'
  | 'titleYear'
  | 'periodYear'
  | 'sections'
>;

/** The year of the report, which the table reader wants to know beforehand. */
export const hintYear = (page: Page): number | null => {
  const lines = linesOf(page);
  return yearsOf(findTitle(lines, page.hints)?.text ?? null, lines, page.hints).year;
};

/**
 * Agency, year, scope, title, dates and sections of a page.
 * @param usedBlocks indexes of blocks that are tables of the form
 */
export function readFacts(page: Page, usedBlocks: ReadonlySet<number>): Facts {
  const lines: readonly Line[] = linesOf(page);
  const title = findTitle(lines, page.hints);
  const agency = agencyOf(title, lines, page.hints);
  return {
    agency,
    ...yearsOf(title?.text ?? null, lines, page.hints),
    scope: scopeOf(title?.text ?? '', agency, lines),
    title: title?.text.replace(/\s*\n\s*/g, '') ?? null,
    publishedOn: publishedOn(lines, page.hints),
    unifiedSocialCreditCode: creditCodeOf(lines, page.hints),
    sections: readSections(page, usedBlocks),
  };
}
