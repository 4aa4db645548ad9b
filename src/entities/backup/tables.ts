import type { EntityManager } from 'typeorm';
import { migrationsTable } from '../data-source.js';

/** A table as a backup copies it. */
export interface CopiedTable {
  name: string;
  /** Columns that are written; computed ones are not. */
  columns: readonly string[];
  /** Columns that order its rows and tell them apart. */
  key: readonly string[];
  /** Rows that are read at a time. */
  atOnce: number;
}

interface Line {
  name: string;
  columns: string[];
  key: string[];
  holdsBytes: boolean;
  refersTo: string[];
}

/** Every table but that of the migrations, with its primary key. */
const TABLES = `
  select c.relname as name,
    (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
     where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
    coalesce((select array_agg(a.attname::text order by k.place)
     from pg_index i, unnest(i.indkey::int[]) with ordinality k (attnum, place)
     join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
     where i.indrelid = c.oid and i.indisprimary), '{}') as key,
    exists (select from pg_attribute a
     where a.attrelid = c.oid and a.atttypid = 'bytea'::regtype and not a.attisdropped) as "holdsBytes",
    coalesce((select array_agg(distinct f.confrelid::regclass::text) from pg_constraint f
     where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid), '{}') as "refersTo"
  from pg_class c
  where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    and c.relname <> $1
  order by c.relname`;

/** Rows of a page; documents come few at a time. */
const ROWS = 500;
const DOCUMENTS = 3;

/** The tables of the database, those that others refer to first. */
export async function copiedTables(manager: EntityManager): Promise<CopiedTable[]> {
  const lines = await manager.query<Line[]>(TABLES, [migrationsTable]);
  const ordered: Line[] = [];
  const visit = (line: Line, under: ReadonlySet<string>): void => {
    if (ordered.includes(line) || under.has(line.name)) return;
    const within = new Set([...under, line.name]);
    for (const name of line.refersTo) {
      const other = lines.find((one) => one.name === name);
      if (other) visit(other, within);
    }
    ordered.push(line);
  };
  for (const line of lines) visit(line, new Set());
  return ordered.map(({ name, columns, key, holdsBytes }) => ({
    ...{ name, columns, key: key.length > 0 ? key : columns },
    atOnce: holdsBytes ? DOCUMENTS : ROWS,
  }));
}

/** The name of the last migration: a backup fits the schema that it was made of. */
export async function schemaVersion(manager: EntityManager): Promise<string> {
  const [line] = await manager.query<{ name: string }[]>(
    `select name from ${migrationsTable} order by timestamp desc limit 1`,
  );
  return line?.name ?? '';
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const columnList = (columns: readonly string[]): string => columns.map(quoted).join(', ');

/**
 * The rows of a table as JSON, a page at a time in the order of its key. Equal rows are equal texts on every engine.
 */
export async function* rowsAsJson(
  manager: EntityManager,
  { name, columns, key, atOnce }: CopiedTable,
): AsyncGenerator<string[]> {
  const table = quoted(name);
  const order = columnList(key);
  // Handed back as the database wrote it, so that no value passes through another type on its way.
  const behind = `(${order}) > (select ${order} from jsonb_populate_record(null::${table}, $2::jsonb))`;
  for (let after: string | null = null; ;) {
    const page: { row: string; place: string }[] = await manager.query(
      `select row_to_json(page)::text as row, (select row_to_json(k)::text from (select ${key
        .map((column) => `page.${quoted(column)}`)
        .join(', ')}) k) as place
       from (select ${columnList(columns)} from ${table}
             ${after === null ? '' : `where ${behind}`} order by ${order} limit $1) page`,
      after === null ? [atOnce] : [atOnce, after],
    );
    if (page.length > 0) yield page.map(({ row }) => row);
    const last = page.at(-1);
    if (!last || page.length < atOnce) return;
    after = last.place;
  }
}

/** Dates and numbers are spelled alike on every engine. */
export const spellAlike = (manager: EntityManager): Promise<unknown> =>
  manager.query(
    `select set_config('timezone', 'UTC', true), set_config('datestyle', 'ISO, MDY', true),
       set_config('bytea_output', 'hex', true), set_config('extra_float_digits', '1', true)`,
  );
