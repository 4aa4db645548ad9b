import type { Database } from '../entities/database.js';
import { Refusal } from './refusal.js';
import type { Cursor, Page, PageRequest } from './shapes.js';
import { SqlParams } from './sql-params.js';

/**
 * A list as a value. Lists of one kind differ in their conditions alone, so that the lists of many parents (the
 * reports of each of 50 agencies) are asked for in one statement.
 */
export interface List<T> {
  /** Its cursors carry it: a cursor of another list is refused. */
  kind: string;
  columns: string;
  /** `FROM … WHERE …`; further conditions are appended with AND. */
  source: (params: SqlParams) => string;
  /** Together they tell any two entries apart. */
  order: readonly SortKey[];
  read: (line: never) => T;
}

/** Nulls come last in either direction; PostgreSQL puts them there in a rising order by itself. */
export interface SortKey {
  sql: string;
  type: 'int' | 'text' | 'bigint' | 'numeric';
  descending?: boolean;
  nullable?: boolean;
}

export interface ListPage<T> {
  list: List<T>;
  page: PageRequest;
}

/** Lists that one statement asks for at most: planning takes time for each. */
const AT_ONCE = 100;

type Line = Record<string, unknown> & { list: number };

/** A page of each list, in their order. Cursors are taken as checked by `demandCursorOf`. */
export async function pagesOf<T>(
  db: Database,
  asked: readonly ListPage<T>[],
): Promise<readonly Omit<Page<T>, 'totalCount'>[]> {
  const lines: Line[][] = asked.map(() => []);
  await inOneStatement(db, asked, pageSql, (line) => lines[line.list]?.push(line));
  return asked.map(({ list, page }, i) => {
    const found = lines[i] ?? [];
    return {
      items: found.slice(0, page.first).map((line) => ({
        cursor: [list.kind, ...list.order.map((_, j) => line[`sort_${j}`] as Cursor[number])],
        node: list.read(line as never),
      })),
      hasNextPage: found.length > page.first,
    };
  });
}

/** How long each list is, in their order. */
export async function countsOf(
  db: Database,
  lists: readonly List<unknown>[],
): Promise<readonly number[]> {
  const counts = lists.map(() => 0);
  const asked = lists.map((list) => ({ list, page: { first: 0, after: null } }));
  await inOneStatement(db, asked, countSql, (line) => {
    counts[line.list] = Number(line['entries']);
  });
  return counts;
}

/** @throws Refusal where the cursor is not one of the list */
export function demandCursorOf(list: List<unknown>, cursor: Cursor | null): void {
  if (cursor === null) return;
  const [kind, ...values] = cursor;
  const fits = list.order.every((key, i) => isValueOf(key, values[i]));
  if (kind !== list.kind || values.length !== list.order.length || !fits) {
    throw new Refusal('`after` is not a cursor of this list.');
  }
}

type ListSql = (asked: ListPage<unknown>, place: string, params: SqlParams) => string;

/** Lists of one kind go into one statement as long as they are not too many. */
async function inOneStatement(
  db: Database,
  asked: readonly ListPage<unknown>[],
  sqlOf: ListSql,
  take: (line: Line) => void,
): Promise<void> {
  const byKind = new Map<string, number[]>();
  asked.forEach(({ list }, i) => byKind.set(list.kind, [...(byKind.get(list.kind) ?? []), i]));
  for (const group of byKind.values()) {
    for (let from = 0; from < group.length; from += AT_ONCE) {
      const params = new SqlParams();
      const parts = group.slice(from, from + AT_ONCE).flatMap((i) => {
        const one = asked[i];
        return one ? [sqlOf(one, `${params.add(i)}::int`, params)] : [];
      });
      const sql =
        parts.length === 1 ? (parts[0] ?? '') : parts.map((p) => `(${p})`).join('\nUNION ALL\n');
      (await db.prepared<Line>(sql, params.values)).forEach(take);
    }
  }
}

function pageSql({ list, page }: ListPage<unknown>, place: string, params: SqlParams): string {
  const sorts = list.order.map(({ sql }, j) => `${sql} AS sort_${j}`);
  const order = list.order.map(({ sql, descending, nullable }) =>
    descending ? `${sql} DESC${nullable ? ' NULLS LAST' : ''}` : sql,
  );
  return `SELECT ${place} AS list, ${sorts.join(', ')}, ${list.columns}
${list.source(params)}${behind(list, page.after, params)}
ORDER BY ${order.join(', ')}
LIMIT ${params.add(page.first + 1)}::int`;
}

const countSql: ListSql = ({ list }, place, params) =>
  `SELECT ${place} AS list, count(*) AS entries ${list.source(params)}`;

/** Entries behind the cursor, spelled out key by key: directions differ and nulls compare with nothing. */
function behind(list: List<unknown>, cursor: Cursor | null, params: SqlParams): string {
  if (cursor === null) return '';
  const [, ...values] = cursor;
  const keys = list.order.map((key, i) => keyCondition(key, values[i] ?? null, params));
  const options = keys.map(({ further }, i) =>
    [...keys.slice(0, i).map(({ equal }) => equal), further].join(' AND '),
  );
  const bound = keys[0]?.bound;
  return `\nAND (${options.map((option) => `(${option})`).join(' OR ')})${bound ? ` AND ${bound}` : ''}`;
}

/** Conditions of one key: the cursor's value itself, a value behind it, and either of them for an index to use. */
function keyCondition(
  { sql, type, descending, nullable }: SortKey,
  value: Cursor[number],
  params: SqlParams,
): { equal: string; further: string; bound: string | null } {
  if (value === null) return { equal: `${sql} IS NULL`, further: 'FALSE', bound: null };
  const placeholder = `${params.add(value)}::${type}`;
  const sign = descending ? '<' : '>';
  const nulls = nullable ? ` OR ${sql} IS NULL` : '';
  return {
    equal: `${sql} = ${placeholder}`,
    further: `(${sql} ${sign} ${placeholder}${nulls})`,
    bound: nullable ? null : `${sql} ${sign}= ${placeholder}`,
  };
}

const NUMBERS = {
  int: /^-?\d{1,9}$/,
  bigint: /^-?\d{1,18}$/,
  numeric: /^-?\d{1,60}(\.\d{1,60})?$/,
};

function isValueOf({ type, nullable }: SortKey, value: Cursor[number] | undefined): boolean {
  if (value === null) return nullable === true;
  if (type === 'text') return typeof value === 'string' && !value.includes('\0');
  return (
    (typeof value === 'string' || typeof value === 'number') && NUMBERS[type].test(String(value))
  );
}
