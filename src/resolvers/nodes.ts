import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';

import { reportStatuses } from '../entities/vocabulary.js';
import { consolidation } from '../rollup/consolidation.js';
import type { ReportStatus } from '../rollup/shapes.js';
import { decodeGroup } from '../rollup/total-key.js';
import { totalOfGroup } from '../rollup/totals.js';
import { Consolidation } from '../schema/consolidation.js';
import type { ApiContext } from '../schema/context.js';
import { Finding } from '../schema/finding.js';
import { isDatabaseId, readGlobalId, type NodeType } from '../schema/global-id.js';
import { Node } from '../schema/node.js';
import { Report } from '../schema/report.js';
import { Total } from '../schema/total.js';
import { findAgency } from './agency-lookup.js';
import { demandVisible, demandVisibleRegion } from './authorise.js';
import { stillExists } from './filters.js';
import { findRegion } from './region-lookup.js';

type Find = (key: string, context: ApiContext) => Promise<Node | null>;

/** How each type is found again by the key in its id. */
const finders: Readonly<Record<NodeType, Find>> = {
  Region: (key, { loaders }) => findRegion(loaders, /^(\d{6}|\d{9})$/.test(key) ? key : null),
  Agency: (key, { loaders }) => findAgency(loaders, isDatabaseId(key) ? key : null),
  Report: async (key, { loaders }) => {
    const record = isDatabaseId(key) ? await loaders.report.load(key) : null;
    return record && Report.of(record);
  },
  Finding: async (key, { loaders }) => {
    const record = isDatabaseId(key) ? await loaders.finding.load(key) : null;
    const report = record && (await loaders.report.load(record.report.id));
    return report ? Finding.of(record) : null;
  },
  Total: findTotal,
  Consolidation: findConsolidation,
};

async function findTotal(key: string, context: ApiContext): Promise<Total | null> {
  const group = decodeGroup(key);
  if (!group || !(await stillExists(group.filter, context))) return null;
  demandVisible(context.viewer, group.filter.statuses);
  const seen = { ...group, filter: { ...group.filter, sight: context.sight } };
  const total = await totalOfGroup(context.database, seen);
  return total && Total.of(seen, total);
}

const isStatus = (text: string): text is ReportStatus =>
  (reportStatuses as readonly string[]).includes(text);

/** What the argument `year` takes: an Int of GraphQL. */
const isYear = (year: number): boolean => year === (year | 0);

async function findConsolidation(key: string, context: ApiContext): Promise<Consolidation | null> {
  const [, region = '', year = '', listed, asOf = null] =
    /^(\d{6}|\d{9}):(-?\d{1,10})(?::([A-Z,]*))?(?:@(\d{4}-\d\d-\d\dT24:00:00\+08:00))?$/.exec(
      key,
    ) ?? [];
  const statuses = listed === undefined ? null : listed.split(',').filter((text) => text !== '');
  if (region === '' || !isYear(Number(year))) return null;
  if (statuses && !statuses.every(isStatus)) return null;
  await demandVisibleRegion(context, region, statuses);
  const { database, sight } = context;
  const asked = { region, year: Number(year), statuses, asOf, sight };
  const result = await consolidation(database, asked);
  return result && Consolidation.of(result);
}

@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description: 'Whatever has the id; null where nothing has it, or the caller may not see it.',
  })
  node(
    @Arg('id', () => ID, { description: 'The id of a node of any type.' }) id: string,
    @Ctx() context: ApiContext,
  ): Promise<Node | null> {
    const named = readGlobalId(id);
    return named ? finders[named.type](named.key, context) : Promise.resolve(null);
  }
}
