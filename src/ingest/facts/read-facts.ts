import type { FilledForm } from '../../format/report.js';
import type { PageHints } from '../page.js';
import { agencyOf } from './agency.js';
import { creditCodeOf } from './credit-code.js';
import type { Line } from './plain.js';
import { publishedOn } from './published-on.js';
import { scopeOf } from './scope.js';
import { findTitle } from './title.js';
import { yearsOf } from './year.js';

/** What a document says about itself, outside its tables and sections. */
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
>;

/** Agency, year, scope, title and dates of a document. */
export function readFacts(lines: readonly Line[], hints: PageHints): Facts {
  const title = findTitle(lines, hints);
  const agency = agencyOf(title, lines, hints);
  return {
    agency,
    ...yearsOf(title?.text ?? null, lines, hints),
    scope: scopeOf(title?.text ?? '', agency, lines),
    title: title?.text.replace(/\s*\n\s*/g, '') ?? null,
    publishedOn: publishedOn(lines, hints),
    unifiedSocialCreditCode: creditCodeOf(lines, hints),
  };
}
