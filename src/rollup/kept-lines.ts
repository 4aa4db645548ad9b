import { countColumns } from '../filing/kept/figures-sql.js';
import { beneathCondition, keptKey, LAST } from './kept-keys.js';
import { isRegionDimension, type KeptPlan } from './kept-plan.js';
import { allOf, holdsOneOf, isOneOf, type SqlParams } from './sql-params.js';

/** A column of the lines: as kept, in a change, and its name. */
interface LineColumn {
  name: string;
  kept: string;
  change: string;
}

const counts: readonly LineColumn[] = countColumns.map((name) => ({
  name,
  kept: `line.${name}`,
  change: `line.${name}`,
}));

const cell = (name: string): readonly LineColumn[] => [
  { name, kept: `line.${name}`, change: `line.${name}::numeric` },
  {
    name: `${name}_stated`,
    kept: `line.${name}_stated`,
    change: `CASE WHEN line.${name} IS NOT NULL THEN line.reports ELSE 0 END`,
  },
];

/**
 * Lines that add up to the groups of a plan, as CTEs up to `lines(keys…, year, edition, counts…, cells…)`: what is kept
 * and what has changed since. Reports beneath none of the regions that are groups are those of the roots less those of
 * the groups.
 */
export function keptLines(
  plan: KeptPlan,
  keys: readonly string[],
  cells: readonly string[],
  params: SqlParams,
): string {
  const sums = [...counts, ...cells.flatMap(cell)];
  const list = (of: 'kept' | 'change', key: 'kept' | 'change' | 'root'): string =>
    [
      ...plan.groupBy.map((dimension, i) => {
        const isBeneath = key === 'root' && dimension === plan.beneath;
        const sql = isBeneath ? `'${LAST}' COLLATE "C"` : keptKey(dimension, plan)[of];
        return `${sql} AS ${keys[i] ?? ''}`;
      }),
      'line.year',
      'line.edition',
      ...sums.map((column) => `${column[of]} AS ${column.name}`),
    ].join(', ');
  const kept = (region: string): string =>
    `FROM kept_total AS line WHERE ${allOf([region, ...keptConditions(plan, params)])}`;
  const changed = `SELECT ${list('change', 'change')} ${changes(plan, params)}`;
  const ofRoots = isOneOf('line.region_code', plan.roots, 'text', params);
  if (plan.beneath === null) {
    return `
  lines AS (
    SELECT ${list('kept', 'kept')} ${kept(ofRoots)}
    UNION ALL
    ${changed}
  )`;
  }
  const others = plan.groupBy.map((dimension, i) =>
    dimension === plan.beneath ? `'${LAST}' COLLATE "C"` : (keys[i] ?? ''),
  );
  return `
  beneath AS MATERIALIZED (
    SELECT ${list('kept', 'kept')} ${kept(beneathCondition(plan, params))}
  ),
  lines AS (
    SELECT * FROM beneath
    UNION ALL
    SELECT ${[...others, 'year', 'edition', ...sums.map(({ name }) => `-${name}`)].join(', ')} FROM beneath
    UNION ALL
    SELECT ${list('kept', 'root')} ${kept(ofRoots)}
    UNION ALL
    ${changed}
  )`;
}

/**
 * What is kept of a plan that has no regions beneath its roots, as one statement of one line. `written` has the lines as
 * PostgreSQL writes records, `(2024,TAXATION,2024,E2021,12,0,…);(…)`: keys, year, edition, counts and cells; null where there
 * are none. `unsettled` tells whether anything has changed since, which they lack. At most `most` + 1 lines are read.
 */
export function settledLines(
  plan: KeptPlan,
  cells: readonly string[],
  most: number,
  params: SqlParams,
): string {
  const columns = [
    ...plan.groupBy.map((dimension) => keptKey(dimension, plan).kept),
    ...['year', 'edition', ...countColumns, ...cells].map((name) => `line.${name}`),
  ];
  const ofRoots = isOneOf('line.region_code', plan.roots, 'text', params);
  const where = allOf([ofRoots, ...keptConditions(plan, params)]);
  return `
SELECT EXISTS (SELECT ${changes(plan, params)}) AS unsettled, (
  SELECT string_agg(ROW(${columns.join(', ')})::text, ';')
  FROM (SELECT * FROM kept_total AS line WHERE ${where} LIMIT ${most + 1}) AS line) AS written`;
}

/** How many agencies of each group reported in any of the years, as a CTE `presence(keys…, agencies)`. */
export function keptPresence(plan: KeptPlan, keys: readonly string[], params: SqlParams): string {
  const list = (of: 'kept' | 'change'): string =>
    [
      ...plan.groupBy.map((dimension, i) => {
        const key = keptKey(dimension, plan);
        return `${isRegionDimension(dimension) ? key.kept : key[of]} AS ${keys[i] ?? ''}`;
      }),
      'line.agencies',
    ].join(', ');
  const conditions = [
    plan.beneath
      ? beneathOfPresence(plan, params)
      : isOneOf('line.region_code', plan.roots, 'text', params),
    ...(plan.years ? [holdsOneOf('line.years', plan.years, 'smallint', params)] : []),
  ];
  const kept = allOf([...conditions, ...groupConditions(plan, params)]);
  const changed = allOf([...conditions, ...changeConditions(plan, params)]);
  return `
  presence AS (
    SELECT ${[...keys, 'sum(agencies) AS agencies'].join(', ')}
    FROM (
      SELECT ${list('kept')} FROM kept_presence AS line WHERE ${kept}
      UNION ALL
      SELECT ${list('change')}
      FROM (
        SELECT change.*, region_code
        FROM kept_presence_change AS change CROSS JOIN unnest(change.regions) AS region_code
      ) AS line ${sectorsOf(plan)} WHERE ${changed}
    ) AS line GROUP BY ${keys.length > 0 ? keys.join(', ') : '()'}
  )`;
}

/** The table of agencies does not tell levels: the regions are looked up. */
function beneathOfPresence(plan: KeptPlan, params: SqlParams): string {
  if (plan.level !== 'COUNTRY') return beneathCondition(plan, params);
  const level = plan.beneath === 'CHILD_REGION' ? 'PROVINCE' : String(plan.beneath);
  return `line.region_code IN (SELECT code FROM region WHERE level = '${level}' AND NOT fictional)`;
}

/** Scope, dimension and value, by which both kept tables tell groups. */
function groupConditions({ scopes, dimension, values }: KeptPlan, params: SqlParams): string[] {
  return [
    isOneOf('line.scope', scopes, 'text', params),
    `line.dimension = '${dimension}'`,
    ...(values ? [isOneOf('line.value', values, 'text', params)] : []),
  ];
}

function keptConditions(plan: KeptPlan, params: SqlParams): string[] {
  return [...groupConditions(plan, params), ...timeConditions(plan, params)];
}

function timeConditions({ years, editions }: KeptPlan, params: SqlParams): string[] {
  return [
    ...(years ? [isOneOf('line.year', years, 'smallint', params)] : []),
    ...(editions ? [isOneOf('line.edition', editions, 'text', params)] : []),
  ];
}

/** Changes of the roots' totals that are not folded in yet. */
const changes = (plan: KeptPlan, params: SqlParams): string =>
  `FROM kept_total_change AS line ${sectorsOf(plan)} WHERE ${allOf([
    holdsOneOf('line.regions', plan.roots, 'text', params),
    ...timeConditions(plan, params),
    ...changeConditions(plan, params),
  ])}`;

/** By sector a change counts once for each of the agency's sectors. */
const sectorsOf = ({ groupBy }: KeptPlan): string =>
  groupBy.includes('SECTOR')
    ? `CROSS JOIN unnest(CASE WHEN line.sectors = '{}' THEN ARRAY[''] ELSE line.sectors END) AS part (value)`
    : '';

/** Scope, sector, level and kind of a change. */
function changeConditions(
  { scopes, dimension, values, groupBy }: KeptPlan,
  params: SqlParams,
): string[] {
  const scope = isOneOf('line.scope', scopes, 'text', params);
  if (!values || dimension === 'ALL') return [scope];
  if (dimension !== 'SECTOR') {
    return [scope, isOneOf(`line.${dimension.toLowerCase()}`, values, 'text', params)];
  }
  return [
    scope,
    groupBy.includes('SECTOR')
      ? isOneOf('part.value', values, 'text', params)
      : holdsOneOf('line.sectors', values, 'text', params),
  ];
}
