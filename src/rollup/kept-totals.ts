import type { Database } from '../entities/database.js';
import { keptCells } from '../filing/kept/kept-cells.js';
import type { TableName } from '../format/form.js';
import { databaseColumn } from '../filing/printed-rows.js';
import type { StoredRows, StoredTables } from './assemble.js';
import { dimensions } from './dimensions.js';
import { keptGroups, type KeptGroups, type KeptQuestion } from './kept-groups.js';
import { columnValue } from './kept-keys.js';
import { keptPage } from './kept-statement.js';
import { cursorOf } from './keyset.js';
import type { Stored } from './numbers.js';
import type { Page, PageRequest, TotalGroup, TotalKey } from './shapes.js';
import { allOf, SqlParams } from './sql-params.js';
import { summedGroup, type SummedLine } from './summed-group.js';

type Line = SummedLine & Record<string, string | number>;

/** A page of totals from the kept totals; see `totals`. */
export async function keptTotals(
  db: Database,
  question: KeptQuestion,
  page: PageRequest,
): Promise<Page<TotalGroup>> {
  const { statement, groups, values } = keptPage(question, page);
  const lines = await db.run<Line>(statement, values);
  const places = placesOf(groups);
  const { first } = page;
  return {
    items: lines.slice(0, first).map((line) => ({
      cursor: cursorOf(groups.sort, line),
      node: { key: groups.keyOf(line), ...totalOf(line, places) },
    })),
    hasNextPage: lines.length > first,
    totalCount: () => countGroups(db, question),
  };
}

/** The group with a key; null where it has no report and is one of several. */
export async function keptTotal(
  db: Database,
  question: KeptQuestion,
  key: TotalKey,
): Promise<TotalGroup | null> {
  const params = new SqlParams();
  const groups = keptGroups(question, params);
  const ofKey = question.plan.groupBy.map((dimension, i) => {
    const value = columnValue(dimension, key[dimensions[dimension].field] ?? null);
    const { name = '', type = 'text' } = groups.sort[i] ?? {};
    return `${name} = ${params.add(value)}::${type}`;
  });
  const sql = `WITH${groups.ctes} SELECT * FROM groups WHERE ${allOf(ofKey)}`;
  const [line] = await db.prepared<Line>(sql, params.values);
  return line ? { key, ...totalOf(line, placesOf(groups)) } : null;
}

async function countGroups(db: Database, question: KeptQuestion): Promise<number> {
  const params = new SqlParams();
  const needs = { cells: new Set<string>(), agencies: false };
  const { ctes } = keptGroups({ ...question, needs }, params);
  const [line] = await db.prepared<{ groups: string }>(
    `WITH${ctes} SELECT count(*) AS groups FROM groups`,
    params.values,
  );
  return Number(line?.groups ?? 0);
}

const byName = new Map(keptCells.map((cell) => [cell.name, cell]));

/** Where the columns of a line stand in the three tables. */
type Places = ReadonlyMap<TableName, readonly { name: string; row: string; column: string }[]>;

const placed = new WeakMap<KeptGroups, Places>();

function placesOf(groups: KeptGroups): Places {
  const known = placed.get(groups);
  if (known) return known;
  const places = placesAmong(groups.cells);
  placed.set(groups, places);
  return places;
}

function placesAmong(cells: readonly string[]): Places {
  const places = new Map<TableName, { name: string; row: string; column: string }[]>();
  for (const name of cells) {
    const cell = byName.get(name);
    const [source] = cell?.sources ?? [];
    if (!cell || !source) continue;
    const place = { name, row: source.row, column: databaseColumn(source.column) };
    places.set(cell.table, [...(places.get(cell.table) ?? []), place]);
  }
  return places;
}

function rowsOf(line: Line, table: TableName, places: Places): StoredRows {
  const rows: Record<string, Record<string, Stored>> = {};
  for (const { name, row, column } of places.get(table) ?? []) {
    (rows[row] ??= {})[column] = line[name];
  }
  return rows;
}

/** The rows of a line, table by table when somebody looks at them. */
class TablesOfLine implements StoredTables {
  constructor(
    private readonly line: Line,
    private readonly places: Places,
  ) {}

  get requests(): StoredRows {
    return rowsOf(this.line, 'REQUESTS', this.places);
  }

  get appeals(): StoredRows {
    return rowsOf(this.line, 'APPEALS', this.places);
  }

  get activeDisclosure(): StoredRows {
    return rowsOf(this.line, 'ACTIVE_DISCLOSURE', this.places);
  }
}

const totalOf = (line: Line, places: Places): Omit<TotalGroup, 'key'> =>
  summedGroup(line, new TablesOfLine(line, places));
