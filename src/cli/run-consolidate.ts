import type { Database } from '../entities/database.js';
import { changesSince } from '../filing/consolidate/changes-since.js';
import { consolidate } from '../filing/consolidate/consolidate.js';
import type { ConsolidatedScope } from '../filing/consolidate/members-of.js';
import { refused } from '../filing/report-input.js';
import type { Refused } from '../filing/report-input.js';
import type { Language } from '../format/form.js';
import { findOrCreateAgencies } from '../registry/find-or-create-agency.js';
import { endOfDay } from '../registry/roster/calendar.js';
import type { RosterKey } from '../registry/roster/write-roster.js';
import {
  consolidatedTold,
  consolidateWords as words,
  movedLine,
  problemLine,
  problemsTold,
  staleTold,
} from './consolidate-words.js';
import { Output } from './output.js';
import { full } from './run-lists.js';
import { tellRefusal } from './tell-refusal.js';
import { withDatabase } from './with-database.js';

export interface ConsolidateArguments {
  /** Left out where nothing is added up. */
  by?: string;
  why?: string;
  scope: ConsolidatedScope;
  override: string[];
  asOf?: string;
  check?: boolean;
}

/** @returns true where it was added up, or where nothing has changed since */
export const runConsolidate = (
  asked: RosterKey,
  options: ConsolidateArguments,
  language: Language,
): Promise<boolean> =>
  withDatabase(async (database) => {
    const key = full(asked);
    if (options.check) return tellChanges(database, key, options.scope, language);
    const overrides = await overridesOf(database, key.region, options.override);
    if ('kind' in overrides) return tellRefusal(overrides);
    const { by = '', why = '', scope, asOf } = options;
    const outcome = await consolidate(database, {
      ...{ ...key, scope, by, why, overrides },
      asOf: asOf === undefined ? null : endOfDay(asOf),
    });
    if (outcome.kind === 'REFUSED') return tellRefusal(outcome);
    const output = new Output(process.stdout);
    if (outcome.kind === 'INCOMPLETE') {
      for (const problem of outcome.problems) await output.write(problemLine(problem)[language]);
      await output.write(problemsTold(outcome.problems.length)[language]);
      return false;
    }
    for (const { check, severity, message } of outcome.findings) {
      await output.write(`${severity} ${check}: ${message[language]}`);
    }
    await output.write(consolidatedTold(outcome)[language]);
    return true;
  });

const overridesOf = async (
  database: Database,
  region: string,
  given: readonly string[],
): Promise<ReadonlyMap<string, string> | Refused> => {
  const pairs = given.map((text) => {
    const at = text.indexOf('=');
    return { name: text.slice(0, at).trim(), reason: text.slice(at + 1).trim() };
  });
  const clues = pairs.map(({ name }) => ({
    ...{ name, unifiedSocialCreditCode: null, regionHint: region, url: null },
  }));
  const found = await database.transaction((manager) =>
    findOrCreateAgencies(manager, clues, { create: false }),
  );
  const unknown = pairs.filter((_, i) => found[i]?.agencyId == null);
  if (unknown.length > 0) {
    const names = unknown.map(({ name }) => name).join(', ');
    return refused('AGENCY_UNKNOWN', `There is no agency ${names}.`);
  }
  return new Map(pairs.map(({ reason }, i) => [found[i]?.agencyId ?? '', reason]));
};

const LATEST = `
  select c.report_id as id from consolidation c join report r on r.id = c.report_id
  where c.region_code = $1 and r.year = $2::int and r.scope = $3 order by r.revision desc limit 1`;

const tellChanges = async (
  database: Database,
  { region, year }: RosterKey,
  scope: ConsolidatedScope,
  language: Language,
): Promise<boolean> => {
  const [latest] = await database.query<{ id: string }>(LATEST, [region, year, scope]);
  const changes = latest && (await changesSince(database, latest.id));
  const output = new Output(process.stdout);
  if (!changes) return output.write(words.none[language]).then(() => false);
  if (changes.members.length === 0 && changes.cells.length === 0) {
    return output.write(words.fresh[language]).then(() => true);
  }
  await output.write(staleTold(changes)[language]);
  for (const cell of changes.cells) await output.write(movedLine(cell)[language]);
  return false;
};
