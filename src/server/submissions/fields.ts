import type { ManifestEntry } from '../../filing/document-of.js';
import { isDate, isYear } from '../../filing/document-of.js';
import { reportScopes } from '../../format/report-scopes.js';
import { isDatabaseId, readGlobalId } from '../../schema/global-id.js';
import { isPlainText } from '../../schema/inputs/plain-text.js';
import { apiError } from '../errors.js';

/** What a form says beside its document. */
export interface SubmissionFields {
  /** Id of the database; null: the agency that the document names. */
  agencyId: string | null;
  manifest: Partial<ManifestEntry>;
  responsibleLeader: string | null;
  dryRun: boolean;
}

const NAMES = ['agency', 'year', 'scope', 'publishedOn', 'responsibleLeader', 'dryRun'] as const;

/**
 * Reads the fields of a form; an empty one is as good as none.
 * @throws BAD_USER_INPUT that names the field
 */
export function submissionFields(fields: ReadonlyMap<string, string>): SubmissionFields {
  for (const name of fields.keys()) {
    if (!(NAMES as readonly string[]).includes(name)) {
      throw bad(name, `is none of ${NAMES.join(', ')}`);
    }
  }
  const field = (name: (typeof NAMES)[number]): string | null => {
    const text = fields.get(name)?.trim() ?? '';
    if (!isPlainText(text)) throw bad(name, 'is too long, or no plain text');
    return text === '' ? null : text;
  };
  const [year, scope, dryRun] = [field('year'), field('scope'), field('dryRun')];
  if (year !== null && !(/^\d{4}$/.test(year) && isYear(Number(year)))) {
    throw bad('year', 'is no year of a report');
  }
  const known = reportScopes.find((one) => one === scope);
  if (scope !== null && !known) throw bad('scope', `is none of ${reportScopes.join(', ')}`);
  if (dryRun !== null && dryRun !== 'true' && dryRun !== 'false') {
    throw bad('dryRun', 'is neither true nor false');
  }
  return {
    agencyId: agencyOf(field('agency')),
    manifest: {
      ...(year === null ? {} : { year: Number(year) }),
      ...(known ? { scope: known } : {}),
      ...publishedOn(field('publishedOn')),
    },
    responsibleLeader: field('responsibleLeader'),
    dryRun: dryRun === 'true',
  };
}

const agencyOf = (id: string | null): string | null => {
  if (id === null) return null;
  const named = readGlobalId(id);
  if (named?.type === 'Agency' && isDatabaseId(named.key)) return named.key;
  throw bad('agency', 'is no id of an agency');
};

const publishedOn = (date: string | null): Partial<ManifestEntry> => {
  if (date === null) return {};
  if (isDate(date)) return { publishedOn: date };
  throw bad('publishedOn', 'is no date (YYYY-MM-DD)');
};

const bad = (name: string, what: string) =>
  apiError('BAD_USER_INPUT', `The field ${name} ${what}.`);
