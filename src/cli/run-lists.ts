import { writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { audit } from '../accounts/audit-log.js';
import type { Database } from '../entities/database.js';
import { limits } from '../entities/limits.js';
import type { Transaction } from '../entities/transaction.js';
import { exportAgencies } from '../filing/agencies/export-agencies.js';
import { importAgencies, type AgenciesImported } from '../filing/agencies/import-agencies.js';
import { sha256 } from '../filing/content-key.js';
import type { Refused } from '../filing/report-input.js';
import { changeRoster, type RosterChanged } from '../filing/roster/change-roster.js';
import type { Language } from '../format/form.js';
import { decodeText } from '../ingest/decode.js';
import { CsvError } from '../registry/csv-table.js';
import { exportRoster } from '../registry/roster/roster-csv.js';
import { RosterError } from '../registry/roster/roster-error.js';
import type { Calendar, RosterKey } from '../registry/roster/write-roster.js';
import { agenciesTold, rosterTold } from './office-words.js';
import { Output } from './output.js';
import { readFileBytes } from './read-file.js';
import { withDatabase } from './with-database.js';

export interface MakeOptions extends Partial<Calendar> {
  from: 'LAST_YEAR' | 'AGENCIES';
}

const LONG = { timeoutMs: limits.long };

export const runAgenciesImport = async (file: string, language: Language): Promise<void> => {
  const csv = await listOf(file);
  const done = await withDatabase((database) =>
    named(file, () => database.transaction((manager) => changeAgencies(manager, csv), LONG)),
  );
  console.log(agenciesTold(done)[language]);
};

/** Takes a list over, with its entry in the audit log. */
const changeAgencies = async (manager: Transaction, csv: string): Promise<AgenciesImported> => {
  const done = await importAgencies(manager, csv);
  await audit(manager, {
    ...{
      author: operator(),
      act: 'CHANGE_AGENCY',
      subject: 'agencies',
      reason: null,
      before: null,
    },
    after: { ...done, sha256: sha256(Buffer.from(csv)) },
  });
  return done;
};

/** Who runs the command, as the machine knows them. */
const operator = (): string => userInfo().username;

/** A roster that could not be made is told as other faults of the command line are. */
const made = (outcome: RosterChanged | Refused): RosterChanged => {
  if (outcome.kind === 'MADE') return outcome;
  const { code, message } = outcome;
  if (code === 'LIST_INVALID') throw new CsvError(message.split('\n'));
  throw new RosterError(code as RosterError['code'], message);
};

export const runAgenciesExport = async (
  region: string | null,
  output: string | null,
): Promise<void> => {
  await put(await withDatabase((database) => exportAgencies(database, fullCode(region))), output);
};

export const runRosterMake = async (
  key: RosterKey,
  { from, ...calendar }: MakeOptions,
  language: Language,
): Promise<void> => {
  const change = { key: full(key), source: from, calendar, by: operator() };
  const done = await withDatabase(async (database) => made(await changeRoster(database, change)));
  console.log(rosterTold(done)[language]);
};

export const runRosterImport = async (
  key: RosterKey,
  file: string,
  calendar: Partial<Calendar>,
  language: Language,
): Promise<void> => {
  const csv = await listOf(file);
  const change = { key: full(key), source: { csv }, calendar, by: operator() };
  const done = await withDatabase((database) =>
    named(file, async () => made(await changeRoster(database, change))),
  );
  console.log(rosterTold(done)[language]);
};

export const runRosterExport = async (key: RosterKey, output: string | null): Promise<void> => {
  const read = (database: Database): Promise<string> =>
    database.transaction((manager) => exportRoster(manager, full(key)), LONG);
  await put(await withDatabase(read), output);
};

/** A code of 2 or 4 digits is the start of one of 6. */
export const fullCode = <C extends string | null>(code: C): C =>
  (code?.length === 2 || code?.length === 4 ? code.padEnd(6, '0') : code) as C;

export const full = ({ region, year }: RosterKey): RosterKey => ({
  region: fullCode(region),
  year,
});

const listOf = async (file: string): Promise<string> => decodeText(await readFileBytes(file)).text;

/** Says of which file the faulty lines are. */
const named = async <T>(file: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new CsvError([`${file}:`, ...error.message.split('\n')]);
  }
};

const put = async (text: string, output: string | null): Promise<void> => {
  if (output !== null) await writeFile(output, text);
  else await new Output(process.stdout).write(text.trimEnd());
};
