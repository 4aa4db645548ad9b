import { audit } from '../../accounts/audit-log.js';
import type { Actor } from '../../accounts/audit-log.js';
import type { Database } from '../../entities/database.js';
import { limits } from '../../entities/limits.js';
import { CsvError } from '../../registry/csv-table.js';
import { makeRoster } from '../../registry/roster/make-roster.js';
import { importRoster } from '../../registry/roster/roster-csv.js';
import { RosterError } from '../../registry/roster/roster-error.js';
import type { Calendar, RosterKey, RosterMade } from '../../registry/roster/write-roster.js';
import type { EntityManager } from 'typeorm';
import { refused } from '../report-input.js';
import type { Refused } from '../report-input.js';

/** Where the members of a roster come from: last year's roster, the agencies known, or a list as CSV. */
export type RosterSource = 'LAST_YEAR' | 'AGENCIES' | { csv: string };

export interface RosterChange {
  key: RosterKey;
  source: RosterSource;
  /** The office's own dates; what is left out stays. */
  calendar: Partial<Calendar>;
  /** Name of the person. */
  by: string;
  actor?: Actor;
}

export type RosterChanged = RosterMade & { kind: 'MADE' };

/**
 * Puts a roster in the place of the one before, in one transaction with its entry in the audit log.
 * @returns refused with REGION_UNKNOWN, ROSTER_UNKNOWN, ROSTER_EMPTY or LIST_INVALID, whose message names the lines
 * @throws DatabaseError
 */
export const changeRoster = async (
  database: Database,
  change: RosterChange,
): Promise<RosterChanged | Refused> => {
  try {
    return await database.transaction((manager) => changeWithin(manager, change), {
      timeoutMs: limits.long,
    });
  } catch (error) {
    if (error instanceof RosterError) return refused(error.code, error.message);
    if (error instanceof CsvError) return refused('LIST_INVALID', error.message);
    throw error;
  }
};

const changeWithin = async (
  manager: EntityManager,
  { key, source, calendar, by, actor }: RosterChange,
): Promise<RosterChanged> => {
  const before = await membersOf(manager, key);
  const made =
    typeof source === 'string'
      ? await makeRoster(manager, key, source, calendar)
      : await importRoster(manager, key, source.csv, calendar);
  await audit(manager, {
    ...{ author: by, actor, act: 'CHANGE_ROSTER', reason: null },
    subject: `roster:${key.region}/${key.year}`,
    before,
    after: { ...(await membersOf(manager, key)), ...calendar },
  });
  return { kind: 'MADE', ...made };
};

/** Which agencies, and how many: what the log keeps of a roster. */
const membersOf = async (
  manager: EntityManager,
  { region, year }: RosterKey,
): Promise<{ members: number; agencies: string[] }> => {
  const lines = await manager.query<{ id: string }[]>(
    'select agency_id as id from roster_member where region_code = $1 and year = $2 order by agency_id',
    [region, year],
  );
  return { members: lines.length, agencies: lines.map(({ id }) => id) };
};
