import type { Prepared } from '../../src/entities/prepared.js';
import type { Database } from '../../src/entities/database.js';

/**
 * Tables that have the more rows the more reports are stored, or parts of one by year. Those of changes to the kept totals
 * are none: they hold what came since the last folding, which begins anew every few seconds.
 */
const GROWING =
  /^(report|request_row|appeal_row|active_disclosure_row|report_section|report_evidence|finding|source_document|report_signature|correction|kept_total|kept_presence)(_p?\d+|_default|_other|_earlier)?$/;

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  Plans?: Node[];
}

const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/**
 * Growing tables that some work reads from end to end, by the plans of its statements. The planner is kept from doing so
 * where an index would serve at all, as it is by the size of the tables on national scale.
 */
export async function scansOf(
  database: Database,
  work: (watched: Database) => Promise<unknown>,
): Promise<{ tables: string[]; statements: number }> {
  const asked: [string, unknown[]][] = [];
  const watched = new Proxy(database, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property, target);
      if (typeof value !== 'function') return value;
      if (property === 'run') {
        return (statement: Prepared, params: unknown[] = []) => {
          asked.push([statement.text, params]);
          return target.run(statement, params);
        };
      }
      if (property !== 'query' && property !== 'prepared') return value.bind(target) as unknown;
      return (sql: string, params: unknown[] = []) => {
        asked.push([sql, params]);
        return target[property](sql, params);
      };
    },
  });
  await work(watched);
  const tables = new Set<string>();
  for (const [sql, params] of asked) {
    for (const table of await scanned(database, sql, params)) tables.add(table);
  }
  return { tables: [...tables].sort(), statements: asked.length };
}

const scanned = (database: Database, sql: string, params: unknown[]): Promise<string[]> =>
  database.transaction(async (manager) => {
    await manager.query('set local enable_seqscan = off');
    const [line] = await manager.query<{ 'QUERY PLAN': { Plan: Node }[] }[]>(
      `explain (format json) ${sql}`,
      params,
    );
    const plans = (line?.['QUERY PLAN'] ?? []).flatMap(({ Plan }) => nodesOf(Plan));
    return plans.flatMap((node) => {
      const table = node['Relation Name'] ?? '';
      return node['Node Type'] === 'Seq Scan' && GROWING.test(table) ? [table] : [];
    });
  });
