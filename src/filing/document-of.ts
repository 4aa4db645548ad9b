import type { FilledForm, ReportScope } from '../format/report.js';
import { refused } from './report-input.js';
import type { Refused } from './report-input.js';

/** What a manifest says of a file; it wins over what the page says. Null leaves it to the page. */
export interface ManifestEntry {
  agency: string | null;
  year: number | null;
  scope: ReportScope | null;
  url: string | null;
  /** ISO date. */
  publishedOn: string | null;
  /** Code of the region the agency lies in or beneath. */
  region: string | null;
  unifiedSocialCreditCode: string | null;
}

/** A form with what is decided of it before the database is asked. */
export interface KnownDocument {
  form: FilledForm;
  agency: string;
  year: number;
  scope: ReportScope;
  publishedOn: string | null;
  url: string | null;
  region: string | null;
  unifiedSocialCreditCode: string | null;
  manifest: { year: number | null; scope: ReportScope | null };
}

/** Years that the table of reports takes. */
export const isYear = (year: number | null): year is number =>
  year !== null && Number.isInteger(year) && year >= 1949 && year <= 2999;

/** True for a day of the calendar as YYYY-MM-DD. */
export const isDate = (text: string): boolean => {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};

/** What a document and its manifest entry together say; refused where the year or the agency stays open. */
export const documentOf = (
  form: FilledForm,
  manifest: Partial<ManifestEntry>,
): KnownDocument | Refused => {
  const agency = (manifest.agency ?? form.agency)?.trim();
  const year = manifest.year ?? form.year;
  const publishedOn = manifest.publishedOn ?? form.publishedOn;
  if (!isYear(year)) {
    return refused(
      'YEAR_UNKNOWN',
      'The document does not tell its report year; say it in a manifest.',
    );
  }
  if (!agency) {
    return refused(
      'AGENCY_UNKNOWN',
      'The document does not tell its agency; say it in a manifest.',
    );
  }
  if (publishedOn !== null && !isDate(publishedOn)) {
    return refused(
      'MANIFEST_INVALID',
      `The publication date ${publishedOn} is no date (YYYY-MM-DD).`,
    );
  }
  return {
    form,
    agency,
    year,
    scope: manifest.scope ?? form.scope ?? 'ORGAN',
    publishedOn,
    url: manifest.url ?? null,
    region: manifest.region ?? null,
    unifiedSocialCreditCode: manifest.unifiedSocialCreditCode ?? form.unifiedSocialCreditCode,
    manifest: { year: manifest.year ?? null, scope: manifest.scope ?? null },
  };
};
