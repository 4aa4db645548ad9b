import type { EntityManager } from 'typeorm';
import { canCopy, copyRows } from '../entities/copy.js';
import type { CopyValue } from '../entities/copy.js';
import { prepared, runPrepared } from '../entities/prepared.js';

/** SQL type of each column. */
export type Columns = Readonly<Record<string, string>>;

type Rows = readonly Readonly<Record<string, unknown>>[];

/** From so many rows on they are copied where the server takes copies. */
const MANY = 100;

const copied = async (
  manager: EntityManager,
  table: string,
  columns: Columns,
  rows: Rows,
): Promise<boolean> => {
  if (rows.length < MANY || !(await canCopy(manager))) return false;
  const types = Object.entries(columns);
  const lines = function* (): Generator<CopyValue[]> {
    for (const row of rows) {
      yield types.map(([name, type]) =>
        type === 'jsonb' ? JSON.stringify(row[name] ?? null) : (row[name] as CopyValue),
      );
    }
  };
  await copyRows(manager, table, Object.keys(columns), lines());
  return true;
};

/**
 * Inserts any number of rows in one statement. Values go as one array a column, those of jsonb columns as JSON text.
 * The names are the program's own, never a user's.
 */
export const insertRows = async (
  manager: EntityManager,
  table: string,
  columns: Columns,
  rows: Rows,
): Promise<void> => {
  if (rows.length === 0 || (await copied(manager, table, columns, rows))) return;
  const names = Object.keys(columns);
  const list = names.map((name) => `"${name}"`).join(', ');
  const arrays = Object.values(columns).map((type, i) => `$${i + 1}::${type}[]`);
  await runPrepared(
    manager,
    prepared(`insert into ${table} (${list}) select * from unnest(${arrays.join(', ')})`),
    Object.entries(columns).map(([name, type]) =>
      rows.map((row) => (type === 'jsonb' ? JSON.stringify(row[name]) : (row[name] ?? null))),
    ),
  );
};

/** The same through one JSON document: cheaper where the values are JSON themselves. */
export const insertDocuments = async (
  manager: EntityManager,
  table: string,
  columns: Columns,
  rows: Rows,
): Promise<void> => {
  if (rows.length === 0 || (await copied(manager, table, columns, rows))) return;
  const list = Object.keys(columns)
    .map((name) => `"${name}"`)
    .join(', ');
  const types = Object.entries(columns).map(([name, type]) => `"${name}" ${type}`);
  await runPrepared(
    manager,
    prepared(`insert into ${table} (${list})
     select ${list} from json_to_recordset($1::json) as row (${types.join(', ')})`),
    [JSON.stringify(rows)],
  );
};
