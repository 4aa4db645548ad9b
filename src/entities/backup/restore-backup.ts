import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { EntityManager } from 'typeorm';
import type { Database } from '../database.js';
import { limits } from '../limits.js';
import { BackupError } from './backup-error.js';
import { columnList, copiedTables, schemaVersion, spellAlike, type CopiedTable } from './tables.js';
import { BACKUP, fingerprintsWithin, type Fingerprints } from './write-backup.js';

/** Characters of rows that one statement inserts. */
const AT_ONCE = 4_000_000;

/**
 * Puts a backup into an empty database of the same schema, on whatever engine it was made, in one transaction. What every
 * table holds afterwards is compared with what it held when the backup was made; where a row differs, nothing is kept.
 * @throws BackupError BACKUP_INVALID, BACKUP_DIFFERS, SCHEMA_DIFFERS, DATABASE_NOT_EMPTY; DatabaseError
 */
export async function restoreBackup(database: Database, path: string): Promise<Fingerprints> {
  // All references are checked by one statement at the end, which takes longer the more there is.
  return database.transaction((manager) => restore(manager, path), {
    timeoutMs: limits.migration,
  });
}

async function restore(manager: EntityManager, path: string): Promise<Fingerprints> {
  await spellAlike(manager);
  const tables = await copiedTables(manager);
  await demandEmpty(manager, tables);
  await deferReferences(manager, true);
  const expected = await insertAll(manager, tables, path);
  await manager.query('set constraints all immediate');
  await deferReferences(manager, false);
  await setSequences(manager);
  const found = await fingerprintsWithin(manager);
  for (const name of new Set([...Object.keys(expected), ...Object.keys(found)])) {
    const [was, is] = [expected[name], found[name]];
    if (was?.rows !== is?.rows || was?.sha256 !== is?.sha256) {
      throw new BackupError('BACKUP_DIFFERS', `The table ${name} is not what it was.`);
    }
  }
  return found;
}

async function demandEmpty(manager: EntityManager, tables: readonly CopiedTable[]): Promise<void> {
  for (const { name } of tables) {
    const rows = await manager.query<unknown[]>(`select 1 from ${columnList([name])} limit 1`);
    if (rows.length === 0) continue;
    throw new BackupError(
      'DATABASE_NOT_EMPTY',
      `A backup goes into an empty database; ${name} has rows.`,
    );
  }
}

const REFERENCES = `
  select conrelid::regclass::text as "table", conname as name from pg_constraint
  where contype = 'f' and connamespace = current_schema()::regnamespace and conparentid = 0`;

/** Rows of a table may refer to others of it that come later. */
async function deferReferences(manager: EntityManager, deferred: boolean): Promise<void> {
  const how = deferred ? 'deferrable initially deferred' : 'not deferrable';
  const references = await manager.query<{ table: string; name: string }[]>(REFERENCES);
  for (const { table, name } of references) {
    await manager.query(`alter table ${table} alter constraint ${columnList([name])} ${how}`);
  }
}

async function insertAll(
  manager: EntityManager,
  tables: readonly CopiedTable[],
  path: string,
): Promise<Fingerprints> {
  let table: CopiedTable | null = null;
  let rows: string[] = [];
  let size = 0;
  let begun = false;
  let expected: Fingerprints | null = null;
  const flush = async (): Promise<void> => {
    if (table && rows.length > 0) await insertRows(manager, table, rows);
    [rows, size] = [[], 0];
  };
  for await (const line of linesOf(path)) {
    const [kind, rest] = [line.slice(0, 2), line.slice(2)];
    if (!begun && kind !== 'H ') throw invalid();
    if (kind === 'H ') {
      await demandHead(manager, rest);
      begun = true;
    } else if (kind === 'T ') {
      await flush();
      table = tables.find(({ name }) => name === rest) ?? null;
      if (!table) throw new BackupError('SCHEMA_DIFFERS', `There is no table ${rest}.`);
    } else if (kind === 'R ') {
      rows.push(rest);
      size += rest.length;
      if (size > AT_ONCE) await flush();
    } else if (kind === 'E ') {
      await flush();
      expected = parsed<Fingerprints>(rest);
    } else {
      throw invalid();
    }
  }
  // A file that was cut off has no end.
  if (!expected) throw invalid();
  return expected;
}

const insertRows = (
  manager: EntityManager,
  { name, columns }: CopiedTable,
  rows: readonly string[],
): Promise<unknown> => {
  const [table, list] = [columnList([name]), columnList(columns)];
  return manager.query(
    `insert into ${table} (${list}) overriding system value
     select ${list} from json_populate_recordset(null::${table}, $1::json)`,
    [`[${rows.join(',')}]`],
  );
};

async function demandHead(manager: EntityManager, text: string): Promise<void> {
  const head = parsed<{ format?: string; version?: number; schema?: string }>(text);
  if (head.format !== BACKUP.format || head.version !== BACKUP.version) throw invalid();
  const schema = await schemaVersion(manager);
  if (head.schema === schema) return;
  throw new BackupError(
    'SCHEMA_DIFFERS',
    `The backup is of the schema ${head.schema ?? ''}, the database has ${schema}; restore it with the release that made it.`,
  );
}

const parsed = <T>(text: string): T => {
  try {
    return JSON.parse(text) as T;
  } catch {
    throw invalid();
  }
};

const SEQUENCES = `
  select pg_get_serial_sequence(quote_ident(table_name), column_name) as sequence, table_name as "table", column_name as "column"
  from information_schema.columns where table_schema = current_schema() and is_identity = 'YES'`;

/** The next ids come behind those that were restored. */
async function setSequences(manager: EntityManager): Promise<void> {
  interface Line {
    sequence: string;
    table: string;
    column: string;
  }
  for (const { sequence, table, column } of await manager.query<Line[]>(SEQUENCES)) {
    const [name, id] = [columnList([table]), columnList([column])];
    await manager.query(
      `select setval($1, coalesce((select max(${id}) from ${name}), 1), exists (select from ${name}))`,
      [sequence],
    );
  }
}

/** Rows hold no line feed: JSON spells it. */
async function* linesOf(path: string): AsyncGenerator<string> {
  const source: Readable = createReadStream(path).pipe(createGunzip());
  source.setEncoding('utf8');
  let rest: string[] = [];
  try {
    for await (const chunk of source) {
      const lines = String(chunk).split('\n');
      const last = lines.pop() ?? '';
      if (lines.length > 0) {
        lines[0] = rest.join('') + (lines[0] ?? '');
        rest = [];
      }
      yield* lines;
      if (last !== '') rest.push(last);
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))
      throw invalid();
    throw error;
  }
  if (rest.length > 0) yield rest.join('');
}

const invalid = (): BackupError =>
  new BackupError('BACKUP_INVALID', 'The file is no backup, or not all of one.');
