import type { EntityManager } from 'typeorm';
import type { Alike } from '../checks/definition.js';
import type { CheckContext } from '../checks/run.js';
import type { Database } from '../entities/database.js';
import type { FilledForm, ReportScope } from '../format/report.js';
import { consolidationsOf } from './consolidate/context-of.js';
import { findAlike } from './likeness/find-alike.js';
import { loadForms } from './load-forms.js';
import type { ReportKey } from './report-input.js';

/** A report whose context is asked for. */
export interface ContextKey extends ReportKey {
  /** Of a stored report: only those filed before it are looked at for a like text. */
  id?: string;
  /** Of a stored report: only revisions before it are another version. */
  revision?: number;
  /** ISO date; wins over what the report itself says. */
  publishedOn?: string | null;
  /** Where it is given, a report with a like text is looked for. */
  form?: FilledForm | undefined;
  /** Of a consolidated report that is being made: its members; absent: those of the roster. */
  consolidation?: CheckContext['consolidation'];
}

export interface KnownContext {
  /** As the registry has it; null where there is no such agency. */
  agencyName: string | null;
  context: CheckContext;
  /** Id of `context.previous`, null where there is none. */
  previousReportId: string | null;
}

interface Line {
  ordinal: number;
  name: string;
  kind: string;
  level: string | null;
  previous: string | null;
  predecessors: string[] | null;
  other: string | null;
  consolidated: string | null;
}

/** The report that stands for an agency, year and scope: the published one, else the newest that was handed in. */
const standing = (agency: string, year: string): string => `
  select r.id from report r
  where r.agency_id = ${agency} and r.year = ${year} and r.scope = given.scope
    and (r.is_current or r.is_newest and r.status in ('SUBMITTED', 'ACCEPTED'))
  order by r.is_current desc limit 1`;

const CONTEXTS = `
  select given.ordinal::int, a.name, a.kind, a.level,
    (${standing('a.id', 'given.year - 1')}) as previous,
    (select array_agg(before.id::text order by before.id)
     from agency_lineage l
     cross join lateral (${standing('l.predecessor_id', 'given.year - 1')}) before
     where l.successor_id = a.id
       and (l.effective_on is null or extract(year from l.effective_on) between given.year - 1 and given.year)
    ) as predecessors,
    (select r.id from report r
     where r.agency_id = a.id and r.year = given.year and r.scope = given.scope and r.status = 'PUBLISHED'
       and (given.revision is null or r.revision < given.revision)
     order by r.revision desc limit 1) as other,
    (select r.id from report r
     where r.agency_id = a.id and r.year = given.year and given.scope = 'ORGAN' and r.scope <> 'ORGAN'
       and (r.is_current or r.is_newest and r.status in ('SUBMITTED', 'ACCEPTED'))
     order by r.is_current desc, r.scope limit 1) as consolidated
  from unnest($1::bigint[], $2::int[], $3::text[], $4::int[])
    with ordinality as given (agency_id, year, scope, revision, ordinal)
  join agency a on a.id = given.agency_id`;

/** What is known beside each of the reports, in the order given; nothing for an agency that does not exist. */
export const checkContexts = async (
  manager: EntityManager,
  keys: readonly ContextKey[],
): Promise<KnownContext[]> => {
  const lines = await manager.query<Line[]>(CONTEXTS, [
    keys.map(({ agencyId }) => agencyId),
    keys.map(({ year }) => year),
    keys.map(({ scope }) => scope),
    keys.map(({ revision }) => revision ?? null),
  ]);
  const ids = lines.flatMap(({ previous, predecessors, other, consolidated }) => [
    ...[previous, other, consolidated].filter((id) => id !== null),
    ...(predecessors ?? []),
  ]);
  const forms = await loadForms(manager, ids);
  const known = new Map(
    lines.map((line) => [line.ordinal, contextOf(line, forms, keys[line.ordinal - 1])]),
  );
  const alike = await alikeOf(manager, keys);
  const consolidations = await consolidationsOf(manager, keys);
  return keys.map((key, i) => {
    const { context, ...rest } = known.get(i + 1) ?? NOTHING;
    const more = { alike: alike.get(key) ?? [], consolidation: consolidations.get(key) ?? null };
    return { context: { ...context, publishedOn: key.publishedOn ?? null, ...more }, ...rest };
  });
};

const alikeOf = async (
  manager: EntityManager,
  keys: readonly ContextKey[],
): Promise<Map<ContextKey, readonly Alike[]>> => {
  const asked = keys.flatMap((key) => (key.form ? [{ key, ...key, form: key.form }] : []));
  const found = await findAlike(manager, asked);
  return new Map(asked.map(({ key }, i) => [key, found[i] ?? []]));
};

const NOTHING: KnownContext = { agencyName: null, context: {}, previousReportId: null };

const contextOf = (
  line: Line,
  forms: ReadonlyMap<string, FilledForm>,
  key: ContextKey | undefined,
): KnownContext => {
  const formOf = (id: string | null, yearsBefore: number): FilledForm | null => {
    const form = forms.get(id ?? '');
    return form && key ? { ...form, year: key.year - yearsBefore, scope: key.scope } : null;
  };
  return {
    agencyName: line.name,
    context: {
      previous: formOf(line.previous, 1),
      predecessors: (line.predecessors ?? []).flatMap((id) => formOf(id, 1) ?? []),
      agencyKind: line.kind,
      agencyLevel: line.level,
      otherVersion: formOf(line.other, 0),
      consolidated: formOf(line.consolidated, 0),
    },
    previousReportId: line.previous,
  };
};

/** The form as it is judged: as of the agency, year and scope that it is filed under, whatever the document prints. */
export const judgedForm = (
  form: FilledForm,
  { year, scope }: Pick<ReportKey, 'year' | 'scope'>,
  { agencyName }: Pick<KnownContext, 'agencyName'>,
): FilledForm => ({ ...form, agency: agencyName ?? form.agency, year, scope });

/** What the checks of a report that is about to be filed have to be given. */
export const checkContext = async (
  database: Database,
  agencyId: string,
  year: number,
  scope: ReportScope,
): Promise<KnownContext> => {
  const [known] = await database.transaction((manager) =>
    checkContexts(manager, [{ agencyId, year, scope }]),
  );
  return known ?? NOTHING;
};
