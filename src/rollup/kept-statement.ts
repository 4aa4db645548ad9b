import { prepared, type Prepared } from '../entities/prepared.js';
import { keptGroups, type KeptGroups, type KeptQuestion } from './kept-groups.js';
import type { KeptPlan } from './kept-plan.js';
import { afterCursor } from './keyset.js';
import type { Cursor, PageRequest } from './shapes.js';
import { SqlParams } from './sql-params.js';
import type { TotalNeeds } from './total-needs.js';

/** A statement over the kept totals, with what its lines mean and the values of one question. */
export interface KeptStatement<Meaning = KeptGroups> {
  statement: Prepared;
  groups: Meaning;
  values: unknown[];
}

/** Lists of a plan whose values go in as parameters: the text knows no more than whether there are several. */
const lists = ['roots', 'scopes', 'years', 'editions', 'values'] as const;
type ListName = (typeof lists)[number];

/** Stands for a value of the question while the text is written. */
class Mark {
  constructor(readonly of: ListName | 'least' | 'limit') {}
}

/** Takes the values of a placeholder from a question. */
type Slot = (question: KeptQuestion, limit: number) => unknown;

interface Shape<Meaning> {
  statement: Prepared;
  groups: Meaning;
  slots: readonly Slot[];
}

/** Writes the statement of a question; `limit` is a value like those of the question. */
type Write<Meaning> = (question: KeptQuestion, limit: number) => KeptStatement<Meaning>;

/** Shapes beyond so many are written anew. */
const MOST = 1_000;

/**
 * Writes statements once for all questions that differ in values alone: to write one takes longer than to answer it.
 */
export function onceAShape<Meaning>(write: Write<Meaning>): Write<Meaning> {
  const shapes = new Map<string, Shape<Meaning>>();
  return (question, limit) => {
    const name = shapeOf(question);
    let shape = shapes.get(name);
    if (!shape) {
      if (shapes.size >= MOST) shapes.clear();
      shape = writtenShape(question, write);
      shapes.set(name, shape);
    }
    const { statement, groups, slots } = shape;
    return { statement, groups, values: slots.map((slot) => slot(question, limit)) };
  };
}

const firstPage = onceAShape((question, limit) => written(question, null, limit));

/**
 * A page of the groups.
 * @throws Refusal where the cursor is of another order
 */
export function keptPage(question: KeptQuestion, { first, after }: PageRequest): KeptStatement {
  const limit = first + 1;
  return after !== null || namesReports(question)
    ? written(question, after, limit)
    : firstPage(question, limit);
}

/** True where the text tells reports by the filter itself, see `agencies` of the groups. */
const namesReports = ({ plan, needs }: KeptQuestion): boolean =>
  needs.agencies && plan.beneath !== null;

/** Everything that the text depends on. */
function shapeOf({ plan, orderBy, needs }: KeptQuestion): string {
  const { groupBy, level, beneath, dimension, ofOneYear } = plan;
  const lengths = lists.map((list) => (plan[list] ? Math.min(plan[list].length, 2) : null));
  const order = orderBy && [orderBy.metric, orderBy.per, orderBy.descending];
  const what = [groupBy, level, beneath, dimension, ofOneYear, lengths, order, needs.agencies];
  return `${JSON.stringify(what)} ${cellsOf(needs)}`;
}

const named = new WeakMap<TotalNeeds, string>();

function cellsOf(needs: TotalNeeds): string {
  const known = named.get(needs);
  if (known !== undefined) return known;
  const name = [...needs.cells].join(' ');
  named.set(needs, name);
  return name;
}

function writtenShape<Meaning>(question: KeptQuestion, write: Write<Meaning>): Shape<Meaning> {
  const { plan, orderBy } = question;
  const marked = Object.fromEntries(
    lists.map((list) => [list, plan[list] && plan[list].slice(0, 2).map(() => new Mark(list))]),
  ) as unknown as Pick<KeptPlan, ListName>;
  const least = new Mark('least') as unknown as number;
  const limit = new Mark('limit') as unknown as number;
  const { statement, groups, values } = write(
    {
      ...question,
      plan: { ...plan, ...marked },
      orderBy: orderBy && { ...orderBy, minimumDenominator: least },
    },
    limit,
  );
  return { statement, groups, slots: values.map(slotOf) };
}

function slotOf(value: unknown): Slot {
  const isList = Array.isArray(value);
  const mark: unknown = isList ? value[0] : value;
  if (!(mark instanceof Mark)) throw new Error('a value that is not of the question');
  const { of } = mark;
  if (of === 'limit') return (_, limit) => limit;
  if (of === 'least') return ({ orderBy }) => orderBy?.minimumDenominator;
  return isList ? ({ plan }) => [...(plan[of] ?? [])] : ({ plan }) => plan[of]?.[0];
}

function written(question: KeptQuestion, after: Cursor | null, limit: number): KeptStatement {
  const params = new SqlParams();
  const groups = keptGroups(question, params);
  const sort = groups.sort.map(({ name }) => name);
  const sql = `
WITH${groups.ctes}
SELECT * FROM groups
WHERE ${afterCursor(groups.sort, after, params)}
${sort.length > 0 ? `ORDER BY ${sort.join(', ')}` : ''}
LIMIT ${params.add(limit)}::int`;
  return { statement: prepared(sql), groups, values: params.values };
}
