import { agencyKinds, regionLevels, reportStatuses } from '../../entities/vocabulary.js';
import { forms } from '../../format/forms.js';
import { reportScopes } from '../../format/report-scopes.js';
import type { Dimension } from '../../rollup/shapes.js';
import { dimensions } from '../../rollup/dimensions.js';
import { ReportFilter } from '../../schema/inputs/report-filter.js';
import { isPlainText } from '../../schema/inputs/plain-text.js';
import { apiError } from '../errors.js';

/** What a file of totals is asked for: the filter of `totals` and what to group by. */
export interface TotalsQuery {
  filter: ReportFilter;
  groupBy: Dimension[];
  /** LIST: a line a group; FORM: a single total in the official layout. */
  layout: 'LIST' | 'FORM';
}

const layouts: readonly string[] = ['LIST', 'FORM'] satisfies readonly TotalsQuery['layout'][];

const MOST = 1_000;
const severities = ['ERROR', 'WARNING', 'INFO'];

/** What each list may hold; null: codes and ids, which are looked up. */
const lists: Readonly<Record<Exclude<keyof ReportFilter, 'years'>, readonly string[] | null>> = {
  regions: null,
  levels: regionLevels,
  kinds: agencyKinds,
  sectors: null,
  agencies: null,
  editions: forms.map(({ edition }) => edition),
  scopes: reportScopes,
  statuses: reportStatuses,
  withFindings: severities,
  withoutFindings: severities,
};

/**
 * Reads `?years=2023,2024&regions=410000&groupBy=SECTOR`: the names of the API, lists with commas or repeated.
 * @throws BAD_USER_INPUT that names the parameter
 */
export function totalsQuery(query: Readonly<Record<string, unknown>>): TotalsQuery {
  const known = ['years', 'groupBy', 'layout', ...Object.keys(lists)];
  const unknown = Object.keys(query).find((name) => !known.includes(name));
  if (unknown !== undefined) throw bad(unknown, `is none of ${known.join(', ')}`);
  const filter = new ReportFilter();
  for (const [name, values] of Object.entries(lists)) {
    const asked = listOf(name, query[name], values);
    if (asked) Object.assign(filter, { [name]: asked });
  }
  const years = listOf('years', query['years'], null)?.map(Number);
  if (years?.some((year) => !Number.isInteger(year) || Math.abs(year) > 9_999)) {
    throw bad('years', 'has an entry that is no year');
  }
  if (years) filter.years = years;
  const groupBy = listOf('groupBy', query['groupBy'], Object.keys(dimensions)) ?? [];
  const [layout = 'LIST', ...more] = listOf('layout', query['layout'], layouts) ?? [];
  if (more.length > 0) throw bad('layout', 'is one');
  return {
    filter,
    groupBy: [...new Set(groupBy)] as Dimension[],
    layout: layout as TotalsQuery['layout'],
  };
}

function listOf(
  name: string,
  given: unknown,
  values: readonly string[] | null,
): string[] | undefined {
  if (given === undefined) return undefined;
  const texts = (Array.isArray(given) ? given : [given]) as unknown[];
  const entries = texts.flatMap((text) => String(text).split(',')).filter((text) => text !== '');
  if (entries.length > MOST) throw bad(name, `has more than ${MOST} entries`);
  if (!entries.every(isPlainText)) throw bad(name, 'has an entry that is no plain text');
  const wrong = values && entries.find((entry) => !values.includes(entry));
  if (wrong != null) throw bad(name, `may hold ${values?.join(', ') ?? ''}`);
  return entries;
}

const bad = (name: string, what: string) => apiError('BAD_USER_INPUT', `${name} ${what}.`);
