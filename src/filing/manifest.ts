import { parse } from 'csv-parse/sync';
import type { ReportScope } from '../format/report.js';
import { reportScopes } from '../format/report-scopes.js';
import type { ManifestEntry } from './document-of.js';

/** Columns of a manifest, in any order; only `file` has to be there. */
export const MANIFEST_COLUMNS = [
  'file',
  'agency',
  'year',
  'scope',
  'url',
  'publishedOn',
  'region',
  'unifiedSocialCreditCode',
] as const;

/** A manifest that cannot be used; the message names line and column. */
export class ManifestError extends Error {
  override readonly name = 'ManifestError';
}

type Row = Record<string, string | undefined>;

/**
 * A list of files with what is known of each, as CSV with a head: file → what wins over what its page says. Empty fields leave it
 * to the page.
 * @throws ManifestError
 */
export function parseManifest(csv: string): Map<string, Partial<ManifestEntry>> {
  const entries = new Map<string, Partial<ManifestEntry>>();
  rowsOf(csv).forEach((row, i) => {
    const line = i + 2;
    const file = row['file'];
    if (!file) throw new ManifestError(`line ${line}: the column file is empty`);
    if (entries.has(file)) throw new ManifestError(`line ${line}: ${file} stands there twice`);
    entries.set(file, entryOf(row, line));
  });
  return entries;
}

function rowsOf(csv: string): Row[] {
  try {
    return parse(csv, {
      bom: true,
      trim: true,
      skip_empty_lines: true,
      columns: (head: string[]) => head.map(knownColumn),
    });
  } catch (error) {
    if (error instanceof ManifestError) throw error;
    throw new ManifestError(error instanceof Error ? error.message : String(error));
  }
}

function knownColumn(name: string): string {
  if ((MANIFEST_COLUMNS as readonly string[]).includes(name)) return name;
  throw new ManifestError(
    `line 1: there is no column ${name}; the columns are ${MANIFEST_COLUMNS.join(', ')}`,
  );
}

function entryOf(row: Row, line: number): Partial<ManifestEntry> {
  const field = (name: string): string | null => row[name] || null;
  return {
    agency: field('agency'),
    year: yearOf(field('year'), line),
    scope: scopeOf(field('scope'), line),
    url: field('url'),
    publishedOn: dateOf(field('publishedOn'), line),
    region: field('region'),
    unifiedSocialCreditCode: field('unifiedSocialCreditCode'),
  };
}

function yearOf(text: string | null, line: number): number | null {
  if (text === null) return null;
  if (!/^(19|20)\d\d$/.test(text)) throw new ManifestError(`line ${line}: ${text} is no year`);
  return Number(text);
}

function scopeOf(text: string | null, line: number): ReportScope | null {
  if (text === null) return null;
  const scope = reportScopes.find((s) => s === text);
  if (!scope)
    throw new ManifestError(`line ${line}: scope must be one of ${reportScopes.join(', ')}`);
  return scope;
}

/** ISO dates, and the forms in which spreadsheets save them: 2025/1/31. */
function dateOf(text: string | null, line: number): string | null {
  if (text === null) return null;
  const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? [];
  const date =
    year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : '';
  const time = Date.parse(date);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date) {
    throw new ManifestError(`line ${line}: ${text} is no date (YYYY-MM-DD)`);
  }
  return date;
}
