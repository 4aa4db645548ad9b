import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { indicatorOf } from '../rollup/indicator.js';
import type * as shapes from '../rollup/shapes.js';
import { ActiveDisclosureTable } from '../schema/active-disclosure.js';
import { AppealTable } from '../schema/appeals.js';
import { Consolidation } from '../schema/consolidation.js';
import type { ApiContext } from '../schema/context.js';
import { Indicator, IndicatorArgs } from '../schema/indicator.js';
import { ReportTables } from '../schema/report-tables.js';
import type { Report } from '../schema/report.js';
import { RequestTable } from '../schema/requests.js';
import { Total } from '../schema/total.js';

export type WithTables = Report | Total | Consolidation;

/** A total's tables came with it; a report's are fetched for all reports of the answer together. */
export function tablesOf(
  root: WithTables,
  { loaders }: ApiContext,
): shapes.ThreeTables | Promise<shapes.ThreeTables> {
  if (root instanceof Total || root instanceof Consolidation) return root.tables;
  return loaders.tables.load(root.record).then((tables) => {
    if (!tables) throw new Error(`report ${root.record.id} went while it was read`);
    return tables;
  });
}

@Resolver(() => ReportTables)
export class ReportTablesResolver {
  @FieldResolver(() => ActiveDisclosureTable)
  async activeDisclosure(
    @Root() root: WithTables,
    @Ctx() context: ApiContext,
  ): Promise<shapes.ActiveDisclosureTable> {
    return (await tablesOf(root, context)).activeDisclosure;
  }

  @FieldResolver(() => RequestTable)
  async requests(
    @Root() root: WithTables,
    @Ctx() context: ApiContext,
  ): Promise<shapes.RequestTable> {
    return (await tablesOf(root, context)).requests;
  }

  @FieldResolver(() => AppealTable)
  async appeals(@Root() root: WithTables, @Ctx() context: ApiContext): Promise<shapes.AppealTable> {
    return (await tablesOf(root, context)).appeals;
  }

  @FieldResolver(() => Indicator, {
    description:
      'One key figure; with `per` its ratio to another, e.g. REASON_NOT_HELD per REQUESTS_COMPLETED (not for the ' +
      '_RATEs, which are ratios).',
  })
  async indicator(
    @Root() root: WithTables,
    @Args(() => IndicatorArgs) { metric, per }: IndicatorArgs,
    @Ctx() context: ApiContext,
  ): Promise<shapes.Indicator> {
    return indicatorOf(await tablesOf(root, context), metric, per ?? null);
  }
}
