import type { Database } from '../../entities/database.js';
import type { ReportScope } from '../../format/report.js';
import { documentOf } from '../document-of.js';
import { enteredForm } from '../entered-form.js';
import type { AgencyRegistry } from '../import-document.js';
import { TYPED_IN } from '../versions.js';
import { submit } from './submit.js';
import type { SubmissionOutcome, SubmissionTerms } from './submit.js';

/** A report that an agency fills in here instead of sending a document. */
export interface FilledIn {
  /** Name of the agency. */
  agency: string;
  year: number;
  scope: ReportScope;
  /** Numbers as written, by `addressKey`: all cells of the three tables. */
  cells: ReadonlyMap<string, string>;
}

/**
 * Figures without a document are handed in as a document is; the same figures twice change nothing.
 * @returns refused as `submit`, or with YEAR_UNKNOWN, INCOMPLETE, NO_SUCH_CELL or NOT_A_NUMBER
 */
export const submitFigures = async (
  database: Database,
  registry: AgencyRegistry,
  filled: FilledIn,
  terms: SubmissionTerms,
): Promise<SubmissionOutcome> => {
  const facts = { title: null, publishedOn: null, unifiedSocialCreditCode: null };
  const form = enteredForm({ ...filled, ...facts });
  if ('kind' in form) return form;
  const document = documentOf(form, { scope: filled.scope });
  if ('kind' in document) return document;
  const typed = { ...document, source: null, readerVersion: TYPED_IN };
  return submit(database, registry, typed, terms);
};
