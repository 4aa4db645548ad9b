import type { EntityManager } from 'typeorm';
import type { ReportScope } from '../../format/report.js';
import { reportScopes } from '../../format/report-scopes.js';
import { dateField, wordField } from '../csv-fields.js';
import { CsvError, readCsv, writeCsv } from '../csv-table.js';
import type { CsvLine } from '../csv-table.js';
import { findOrCreateAgencies } from '../find-or-create-agency.js';
import { RosterError } from './roster-error.js';
import { writeRoster } from './write-roster.js';
import type { Calendar, RosterEntry, RosterKey, RosterMade } from './write-roster.js';

/** Columns of a roster as a list; only `agency` has to be there. */
export const ROSTER_COLUMNS = [
  'agency',
  'unifiedSocialCreditCode',
  'region',
  'scope',
  'reportsTo',
  'dueOn',
] as const;

type Line = CsvLine<(typeof ROSTER_COLUMNS)[number]>;

/**
 * Reads a roster from a list, all of it or nothing, within a transaction of the caller. Agencies have to be known.
 * @throws CsvError with the faulty lines, RosterError
 */
export const importRoster = async (
  manager: EntityManager,
  key: RosterKey,
  csv: string,
  calendar: Partial<Calendar> = {},
): Promise<RosterMade> => {
  const lines = readCsv(csv, ROSTER_COLUMNS, ['agency']);
  const ids = await agenciesOf(manager, key, lines);
  const superiors = await superiorsOf(manager, key, lines);
  const problems: string[] = [];
  const seen = new Map<string, number>();
  const entries = lines.flatMap((line, i): RosterEntry[] => {
    const told = problems.length;
    const fault = (what: string): void => void problems.push(`line ${line.line}: ${what}`);
    const [agencyId, agency] = [ids[i] ?? null, line.field('agency') ?? ''];
    const scope = wordField(line.field('scope'), reportScopes);
    const dueOn = dateField(line.field('dueOn'));
    const superior = line.field('reportsTo');
    const reportsTo = superior === null ? null : (superiors.get(superior) ?? null);
    if (agency === '') fault('the column agency is empty');
    else if (agencyId === null) {
      fault(`there is no agency ${agency}; nianbao agencies import makes it known`);
    }
    const first = agencyId === null ? undefined : seen.get(agencyId);
    if (first !== undefined) fault(`${agency} stands on line ${first} already`);
    if (scope === undefined) fault(`scope must be one of ${reportScopes.join(', ')}`);
    if (dueOn === undefined) fault(`${line.field('dueOn') ?? ''} is no date (YYYY-MM-DD)`);
    if (superior !== null && reportsTo === null) fault(`there is no agency ${superior}`);
    if (problems.length > told || agencyId === null) return [];
    seen.set(agencyId, line.line);
    return [{ agencyId, scope: scope ?? 'ORGAN', reportsTo, dueOn: dueOn ?? null }];
  });
  if (problems.length > 0) throw new CsvError(problems);
  return writeRoster(manager, key, entries, calendar);
};

const agenciesOf = async (
  manager: EntityManager,
  { region }: RosterKey,
  lines: readonly Line[],
): Promise<(string | null)[]> => {
  const clues = lines.map((line) => ({
    name: line.field('agency') ?? '',
    unifiedSocialCreditCode: line.field('unifiedSocialCreditCode'),
    regionHint: line.field('region') ?? region,
    url: null,
  }));
  const found = await findOrCreateAgencies(manager, clues, { create: false });
  return found.map(({ agencyId }) => agencyId);
};

const superiorsOf = async (
  manager: EntityManager,
  { region }: RosterKey,
  lines: readonly Line[],
): Promise<Map<string, string | null>> => {
  const names = [...new Set(lines.flatMap((line) => line.field('reportsTo') ?? []))];
  const clues = names.map((name) => ({
    ...{ name, unifiedSocialCreditCode: null, regionHint: region, url: null },
  }));
  const found = await findOrCreateAgencies(manager, clues, { create: false });
  return new Map(names.map((name, i) => [name, found[i]?.agencyId ?? null]));
};

interface Exported {
  agency: string;
  unifiedSocialCreditCode: string | null;
  region: string | null;
  scope: ReportScope;
  reportsTo: string | null;
  dueOn: string | null;
}

/**
 * A roster as the list that `importRoster` reads.
 * @throws RosterError ROSTER_UNKNOWN
 */
export const exportRoster = async (
  manager: EntityManager,
  { region, year }: RosterKey,
): Promise<string> => {
  const rows = await manager.query<Exported[]>(
    `select a.name as agency, a.unified_social_credit_code as "unifiedSocialCreditCode", a.region_code as region,
       m.scope, s.name as "reportsTo", m.due_on::text as "dueOn"
     from roster_member m join agency a on a.id = m.agency_id left join agency s on s.id = m.reports_to
     where m.region_code = $1 and m.year = $2
     order by a.region_code nulls last, a.name collate "C", a.id`,
    [region, year],
  );
  if (rows.length === 0) {
    throw new RosterError('ROSTER_UNKNOWN', `There is no roster of ${region} for ${year}.`);
  }
  return writeCsv(ROSTER_COLUMNS, rows);
};
