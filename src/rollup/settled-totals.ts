import { prepared } from '../entities/prepared.js';
import type { Database } from '../entities/database.js';
import { fromScaled, toScaled } from '../filing/counted-figures.js';
import { countColumns } from '../filing/kept/figures-sql.js';
import { unprinted } from '../filing/rows-edition.js';
import type { Edition } from '../format/form.js';
import { forms } from '../format/forms.js';
import { groupKeys, type GroupKeys, type KeptQuestion } from './kept-groups.js';
import { settledLines } from './kept-lines.js';
import { onceAShape } from './kept-statement.js';
import { cursorOf } from './keyset.js';
import type { Page, PageRequest, TotalGroup } from './shapes.js';
import { SqlParams } from './sql-params.js';
import { summedGroup, type SummedLine } from './summed-group.js';
import { CellLayout } from './stored-rows.js';

/** More lines than these are added up by the database. */
const MOST = 2_000;

interface SettledGroups extends GroupKeys {
  layout: CellLayout;
}

type Keyed = Readonly<Record<string, string | number>>;

interface Line extends Record<string, string | number | boolean> {
  year: number;
  /** Of table three, or `unprinted`. */
  edition: string;
  /** Counts and cells as PostgreSQL writes a record: `(12,0,3,,118)`. */
  figures: string;
  unsettled: boolean;
}

const statementOf = onceAShape<SettledGroups>(({ plan, needs }) => {
  const params = new SqlParams();
  const cells = [...needs.cells];
  const keys = groupKeys(plan.groupBy);
  const names = keys.sort.map(({ name }) => name);
  const sql = `${settledLines(plan, names, cells, params)} LIMIT ${MOST + 1}`;
  return {
    statement: prepared(sql),
    groups: { ...keys, layout: new CellLayout(cells) },
    values: params.values,
  };
});

/**
 * A page of totals of which nothing has changed since they were last folded, which is nearly always so: their few lines
 * are added up here, for a database takes longer to prepare forty sums than to read what they are of. Null where that
 * does not do, and the whole statement has to tell.
 */
export async function settledTotals(
  db: Database,
  question: KeptQuestion,
  { first, after }: PageRequest,
): Promise<Omit<Page<TotalGroup>, 'totalCount'> | null> {
  if (after !== null || !isPlain(question)) return null;
  const { statement, groups, values } = statementOf(question, 0);
  const lines = await db.run<Line>(statement, values);
  if (lines.length > MOST || lines[0]?.unsettled !== false) return null;
  const found = sorted(gathered(lines, groups), groups);
  return {
    items: found.slice(0, first).map((group) => ({
      cursor: cursorOf(groups.sort, group.line),
      node: { key: groups.keyOf(group.line as Keyed), ...totalOf(group, question, groups) },
    })),
    hasNextPage: found.length > first,
  };
}

/** Groups of lines as they are kept, in key order; how many agencies over several years the lines do not tell. */
const isPlain = ({ plan, orderBy, needs }: KeptQuestion): boolean =>
  plan.beneath === null &&
  (orderBy === null || plan.groupBy.length === 0) &&
  (plan.ofOneYear || !needs.agencies);

type Figures = readonly (string | null)[];

interface Group {
  /** One of its lines, which has the key. */
  line: Line;
  figures: Figures;
  /** Of its lines with reports: years, and editions of table three or `unprinted`. */
  years: readonly number[];
  editions: readonly string[];
}

/** The lines by their groups, added up; of several groups those that have a report. */
function gathered(lines: readonly Line[], { sort }: GroupKeys): Group[] {
  const groups = new Map<string, Group>();
  const names = sort.map(({ name }) => name);
  for (const line of lines) {
    const key = names.map((name) => line[name]).join('\n');
    const known = groups.get(key);
    const group = groupOf(line);
    groups.set(key, known ? together(known, group) : group);
  }
  const found = [...groups.values()];
  return sort.length === 0 ? found : found.filter(({ years }) => years.length > 0);
}

const NONE: readonly never[] = [];

function groupOf(line: Line): Group {
  const figures = figuresOf(line.figures);
  const isEmpty = figures[0] === '0';
  return {
    line,
    figures,
    years: isEmpty ? NONE : [line.year],
    editions: isEmpty ? NONE : [line.edition],
  };
}

const together = (one: Group, other: Group): Group => ({
  line: one.line,
  figures: one.figures.map((figure, i) => added(figure, other.figures[i] ?? null)),
  years: [...new Set([...one.years, ...other.years])],
  editions: [...new Set([...one.editions, ...other.editions])],
});

const figuresOf = (written: string): Figures =>
  written
    .slice(1, -1)
    .split(',')
    .map((figure) => (figure === '' ? null : figure));

/** Exact, also of amounts; what is not stated adds nothing. */
function added(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  if (one.includes('.') || other.includes('.')) return fromScaled(toScaled(one) + toScaled(other));
  const sum = Number(one) + Number(other);
  return String(Number.isSafeInteger(sum) ? sum : BigInt(one) + BigInt(other));
}

/** Keys are codes and numbers: their order is that of their characters, as the database has it. */
function sorted(groups: Group[], { sort }: GroupKeys): Group[] {
  return groups.sort(({ line: a }, { line: b }) => {
    for (const { name } of sort) {
      const [one, other] = [a[name] ?? 0, b[name] ?? 0];
      if (one !== other) return one < other ? -1 : 1;
    }
    return 0;
  });
}

function totalOf(
  { figures, years, editions }: Group,
  { plan }: KeptQuestion,
  { layout }: SettledGroups,
): Omit<TotalGroup, 'key'> {
  const [reports, withErrors, activeDisclosure, requests, appeals] = figures;
  const counts: SummedLine = {
    reports,
    agencies: plan.ofOneYear ? reports : null,
    reports_with_errors: withErrors,
    unstated_active_disclosure: activeDisclosure,
    unstated_requests: requests,
    unstated_appeals: appeals,
    years: years.length,
    editions: listed(editions),
  };
  return summedGroup(counts, layout.tables(figures, countColumns.length));
}

const lists = new Map<string, readonly Edition[]>();

/** As `editionsListed` says. */
function listed(editions: readonly string[]): readonly Edition[] {
  const name = editions.join();
  const known = lists.get(name);
  if (known) return known;
  const all = forms.map(({ edition }) => edition);
  const printed = all.filter((edition) => editions.includes(edition));
  const list = printed.length > 0 ? printed : all.filter((e) => editions.includes(unprinted(e)));
  lists.set(name, list);
  return list;
}
