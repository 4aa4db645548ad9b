import { IsOptional, ValidateNested } from 'class-validator';
import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  Info,
  Query,
  Resolver,
  Root,
} from 'type-graphql';

import type { TableName } from '../format/form.js';
import { contributionList, figureContributionList } from '../rollup/contributions.js';
import { groupCondition } from '../rollup/report-filter.js';
import { groupList } from '../rollup/report-list.js';
import type { Dimension, ReportGroup, TotalOrder as Order } from '../rollup/shapes.js';
import { totals } from '../rollup/totals.js';
import type { Connection } from '../schema/connection.js';
import type { ApiContext } from '../schema/context.js';
import {
  Contribution,
  ContributionArgs,
  ContributionConnection,
  IndicatorContributionArgs,
} from '../schema/contribution.js';
import { Coverage } from '../schema/coverage.js';
import { DimensionEnum } from '../schema/enums/dimension.js';
import { TableNameEnum } from '../schema/enums/report.js';
import { FilterList } from '../schema/inputs/filter-list.js';
import { TotalOrder } from '../schema/inputs/total-order.js';
import { PageArgs } from '../schema/page.js';
import { Report, ReportConnection } from '../schema/report.js';
import { Count } from '../schema/scalars/count.js';
import { Total, TotalConnection } from '../schema/total.js';
import { contributionConnection, shown } from './contribution-connection.js';
import { reportFilter } from './filters.js';
import { connection, namedPage, namedRequest, pageRequest } from './paging.js';
import { ReportsArgs } from './report-args.js';
import { seeKeys } from './total-key.js';
import { totalNeeds } from './total-selection.js';

@ArgsType()
class TotalsArgs extends ReportsArgs {
  @Field(() => [DimensionEnum], {
    defaultValue: [],
    description: 'What to group by; a single total where empty.',
  })
  @FilterList()
  groupBy!: Dimension[];

  @Field(() => TotalOrder, { nullable: true, description: 'Key order where absent.' })
  @IsOptional()
  @ValidateNested()
  orderBy?: TotalOrder | null;
}

const orderOf = (order: TotalOrder | null | undefined): Order | null =>
  order
    ? {
        metric: order.metric,
        per: order.per ?? null,
        descending: order.descending,
        minimumDenominator: order.minimumDenominator,
      }
    : null;

@Resolver(() => Total)
export class TotalResolver {
  @Query(() => TotalConnection, {
    description:
      'Sums over all matching reports, one per group that has a report; where groupBy is empty a single one, even of ' +
      'nothing. Without orderBy in key order: dimension by dimension as asked, years and codes ascending, enums as listed.',
  })
  async totals(
    @Args(() => TotalsArgs) args: TotalsArgs,
    @Ctx() context: ApiContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Total>> {
    const filter = await reportFilter(args.filter, context);
    const groupBy = [...new Set(args.groupBy)];
    const needs = totalNeeds(info);
    const found = await totals(
      context.database,
      { filter, groupBy, orderBy: orderOf(args.orderBy) },
      namedRequest('totals', args),
      needs,
    );
    const keys = found.items.map(({ node }) => node.key);
    await seeKeys(context.loaders, keys, needs.keys);
    return connection(namedPage('totals', found), args, (total) => {
      const group: ReportGroup = { filter, groupBy, key: total.key };
      return Total.of(group, total);
    });
  }

  @FieldResolver(() => ReportConnection, { description: 'The reports that were added.' })
  async reports(
    @Root() { group }: Total,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders }: ApiContext,
  ): Promise<Connection<Report>> {
    const found = await loaders.page(groupList(group), pageRequest(args));
    return connection(found, args, (record) => Report.of(record));
  }

  @FieldResolver(() => ContributionConnection, {
    description:
      'What each report gave to one cell, largest first, so that any figure can be explained.',
  })
  contributions(
    @Root() { group }: Total,
    @Args(() => ContributionArgs) args: ContributionArgs,
    @Ctx() { loaders }: ApiContext,
  ): Promise<Connection<Contribution>> {
    return contributionConnection(args, (cell, page) =>
      loaders.page(
        contributionList(cell, (params) => groupCondition(group, params)),
        page,
      ),
    );
  }

  @FieldResolver(() => ContributionConnection, {
    description:
      'The same of the figure that an indicator states, e.g. of all rows of OUTCOME_REFUSED: together they are its ' +
      'numerator.',
  })
  async indicatorContributions(
    @Root() { group }: Total,
    @Args(() => IndicatorContributionArgs) args: IndicatorContributionArgs,
    @Ctx() { loaders }: ApiContext,
  ): Promise<Connection<Contribution>> {
    const list = figureContributionList(args.metric, (params) => groupCondition(group, params));
    return shown(await loaders.page(list, pageRequest(args)), args);
  }
}

@Resolver(() => Coverage)
export class CoverageResolver {
  @FieldResolver(() => Count, {
    description:
      'Cells that the reports’ editions have and that state no number; each is left out of its sum.',
  })
  unstatedCells(
    @Root() { unstatedCells }: Coverage,
    @Arg('table', () => TableNameEnum, {
      nullable: true,
      description: 'Cells of this table alone.',
    })
    table: TableName | null,
  ): number {
    const { activeDisclosure, requests, appeals } = unstatedCells;
    const byTable = { ACTIVE_DISCLOSURE: activeDisclosure, REQUESTS: requests, APPEALS: appeals };
    return table ? byTable[table] : activeDisclosure + requests + appeals;
  }
}
