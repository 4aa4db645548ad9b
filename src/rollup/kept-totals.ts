import type { Database } from '../entities/database.js';
import { dimensions } from './dimensions.js';
import { keptGroups, type KeptGroups, type KeptQuestion } from './kept-groups.js';
import { columnValue } from './kept-keys.js';
import { keptPage } from './kept-statement.js';
import { cursorOf } from './keyset.js';
import { settledTotals } from './settled-totals.js';
import type { Page, PageRequest, TotalGroup, TotalKey } from './shapes.js';
import { allOf, SqlParams } from './sql-params.js';
import { summedGroup, type SummedLine } from './summed-group.js';
import { CellLayout } from './stored-rows.js';

type Line = SummedLine & Record<string, string | number>;

/** A page of totals from the kept totals; see `totals`. */
export async function keptTotals(
  db: Database,
  question: KeptQuestion,
  page: PageRequest,
): Promise<Page<TotalGroup>> {
  const settled = await settledTotals(db, question, page);
  if (settled) return { ...settled, totalCount: () => countGroups(db, question) };
  const { statement, groups, values } = keptPage(question, page);
  const lines = await db.run<Line>(statement, values);
  const { first } = page;
  return {
    items: lines.slice(0, first).map((line) => ({
      cursor: cursorOf(groups.sort, line),
      node: { key: groups.keyOf(line), ...totalOf(line, groups) },
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
  return line ? { key, ...totalOf(line, groups) } : null;
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

const layouts = new WeakMap<KeptGroups, CellLayout>();

function layoutOf(groups: KeptGroups): CellLayout {
  const known = layouts.get(groups) ?? new CellLayout(groups.cells);
  layouts.set(groups, known);
  return known;
}

function totalOf(line: Line, groups: KeptGroups): Omit<TotalGroup, 'key'> {
  const figures = groups.cells.map((name) => line[name]);
  return summedGroup(line, layoutOf(groups).tables(figures));
}
