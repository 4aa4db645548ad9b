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

interface Answer {
  unsettled: boolean;
  written: string | null;
}

const statementOf = onceAShape<SettledGroups>(({ plan, needs }) => {
  const params = new SqlParams();
  const cells = [...needs.cells];
  return {
    statement: prepared(settledLines(plan, cells, MOST, params)),
    groups: { ...groupKeys(plan.groupBy), layout: new CellLayout(cells) },
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
  const [answer] = await db.run<Answer>(statement, values);
  const lines = answer && linesOf(answer);
  if (!lines) return null;
  const found = sorted(gathered(lines, groups), groups);
  return {
    items: found.slice(0, first).map((group) => {
      const key = keyOf(group, groups);
      return {
        cursor: cursorOf(groups.sort, key),
        node: { key: groups.keyOf(key), ...totalOf(group, question, groups) },
      };
    }),
    hasNextPage: found.length > first,
  };
}

/** Groups of lines as they are kept, in key order; how many agencies over several years the lines do not tell. */
const isPlain = ({ plan, orderBy, needs }: KeptQuestion): boolean =>
  plan.beneath === null &&
  (orderBy === null || plan.groupBy.length === 0) &&
  (plan.ofOneYear || !needs.agencies);

/** Key, year, edition of table three or `unprinted`, counts and cells; what is null is empty. */
type Line = readonly string[];

/** Null where they do not tell: none of them, too many, or with a text that has to be quoted. */
function linesOf({ unsettled, written }: Answer): readonly Line[] | null {
  if (unsettled || written === null || written.includes('"')) return null;
  const lines = written.split(';').map((record) => record.slice(1, -1).split(','));
  return lines.length > MOST ? null : lines;
}

interface Group {
  line: Line;
  /** Of its lines with reports: years and editions. */
  years: readonly string[];
  editions: readonly string[];
}

/** Beside the key: a line's year and edition. */
const BESIDE = 2;

/** The lines by their groups, added up; of several groups those that have a report. */
function gathered(lines: readonly Line[], { sort }: GroupKeys): Group[] {
  const groups = new Map<string, Group>();
  const keys = sort.length;
  for (const line of lines) {
    const key = line.slice(0, keys).join();
    const known = groups.get(key);
    const group = groupOf(line, keys);
    groups.set(key, known ? together(known, group, keys) : group);
  }
  const found = [...groups.values()];
  return keys === 0 ? found : found.filter(({ years }) => years.length > 0);
}

const NONE: readonly never[] = [];

function groupOf(line: Line, keys: number): Group {
  const [year = '', edition = '', reports] = [line[keys], line[keys + 1], line[keys + BESIDE]];
  const isEmpty = reports === '0';
  return { line, years: isEmpty ? NONE : [year], editions: isEmpty ? NONE : [edition] };
}

const together = (one: Group, other: Group, keys: number): Group => ({
  line: one.line.map((text, i) =>
    i < keys + BESIDE ? text : added(text, other.line[i] ?? NOTHING),
  ),
  years: [...new Set([...one.years, ...other.years])],
  editions: [...new Set([...one.editions, ...other.editions])],
});

const NOTHING = '';

/** Exact, also of amounts; what is not stated adds nothing. */
function added(one: string, other: string): string {
  if (one === NOTHING || other === NOTHING) return one === NOTHING ? other : one;
  if (one.includes('.') || other.includes('.')) return fromScaled(toScaled(one) + toScaled(other));
  const sum = Number(one) + Number(other);
  return String(Number.isSafeInteger(sum) ? sum : BigInt(one) + BigInt(other));
}

type Key = Readonly<Record<string, string | number>>;

/** The columns of the key as the database has them. */
const keyOf = ({ line }: Group, { sort }: GroupKeys): Key =>
  Object.fromEntries(sort.map(({ name, type }, i) => [name, valueOf(line[i] ?? '', type)]));

const valueOf = (text: string, type: GroupKeys['sort'][number]['type']): string | number =>
  type === 'text' ? text : Number(text);

/** Keys are codes and numbers: the order of codes is that of their characters, as the database has it. */
function sorted(groups: Group[], { sort }: GroupKeys): Group[] {
  const isText = sort.map(({ type }) => type === 'text');
  return groups.sort(({ line: a }, { line: b }) => {
    for (let i = 0; i < isText.length; i++) {
      const [one, other] = [a[i] ?? '', b[i] ?? ''];
      if (one !== other) return isText[i] ? (one < other ? -1 : 1) : Number(one) - Number(other);
    }
    return 0;
  });
}

function totalOf(
  { line, years, editions }: Group,
  { plan }: KeptQuestion,
  { sort, layout }: SettledGroups,
): Omit<TotalGroup, 'key'> {
  const from = sort.length + BESIDE;
  const reports = line[from];
  const counts: SummedLine = {
    reports,
    agencies: plan.ofOneYear ? reports : null,
    reports_with_errors: line[from + 1],
    unstated_active_disclosure: line[from + 2],
    unstated_requests: line[from + 3],
    unstated_appeals: line[from + 4],
    years: years.length,
    editions: listed(editions),
  };
  return summedGroup(counts, layout.tables(line, from + countColumns.length));
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
